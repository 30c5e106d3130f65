package org.grokcheck.report.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What changes when one baseline replaces another, a line a claim, for review. */
public final class Difference {
  private Difference() {}

  /**
   * Lines such as {@code beck.eq6: VERIFIED -> PROVED, comparisons: 1 new, 2 changed}; empty if
   * equal.
   */
  public static List<String> lines(Baseline before, Baseline after) {
    Stream<String> gone =
        before.claims().stream()
            .filter(e -> after.find(e.id()).isEmpty())
            .map(e -> e.id() + ": removed, was " + e.verdict());
    Stream<String> changed =
        after.claims().stream().map(now -> line(before, after, now)).flatMap(Optional::stream);
    return Stream.concat(gone, changed).toList();
  }

  private static Optional<String> line(Baseline before, Baseline after, RecordedClaim now) {
    Optional<RecordedClaim> recorded = before.find(now.id());
    if (recorded.isEmpty()) {
      return Optional.of(now.id() + ": new, " + now.verdict());
    }
    RecordedClaim old = recorded.get();
    List<String> parts = new ArrayList<>();
    part(parts, "", old.verdict(), now.verdict());
    part(parts, "resolution ", old.resolution(), now.resolution());
    part(parts, "needs ", old.needs(), now.needs());
    comparisons(before.checks(now.id()), after.checks(now.id())).ifPresent(parts::add);
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(now.id() + ": " + String.join(", ", parts));
  }

  private static void part(List<String> parts, String name, Object before, Object now) {
    if (!Objects.equals(before, now)) {
      parts.add(name + before + " -> " + now);
    }
  }

  /** A comparison that another oracle serves now has changed. */
  private static Optional<String> comparisons(
      List<RecordedCheck> before, List<RecordedCheck> after) {
    Set<RecordedCheck.Key> old = keys(before);
    Set<RecordedCheck.Key> now = keys(after);
    List<String> counts = new ArrayList<>();
    count(counts, "new", now.stream().filter(k -> !old.contains(k)).count());
    count(counts, "lost", old.stream().filter(k -> !now.contains(k)).count());
    count(
        counts,
        "changed",
        after.stream().filter(c -> old.contains(c.key()) && !before.contains(c)).count());
    return counts.isEmpty()
        ? Optional.empty()
        : Optional.of("comparisons: " + String.join(", ", counts));
  }

  private static Set<RecordedCheck.Key> keys(List<RecordedCheck> checks) {
    return checks.stream().map(RecordedCheck::key).collect(Collectors.toSet());
  }

  private static void count(List<String> counts, String word, long count) {
    if (count > 0) {
      counts.add(count + " " + word);
    }
  }
}
