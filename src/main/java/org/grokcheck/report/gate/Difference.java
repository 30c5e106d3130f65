package org.grokcheck.report.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.grokcheck.report.gate.Baseline.Entry;

/** What changes when one baseline replaces another, a line a claim, for review. */
public final class Difference {
  private Difference() {}

  /** Lines such as {@code beck.eq6: VERIFIED -> PROVED, slack 0.31 -> 0.2}; empty if equal. */
  public static List<String> lines(Baseline before, Baseline after) {
    Stream<String> gone =
        before.claims().stream()
            .filter(e -> after.find(e.id()).isEmpty())
            .map(e -> e.id() + ": removed, was " + e.verdict());
    Stream<String> changed =
        after.claims().stream()
            .map(now -> line(before.find(now.id()), now))
            .flatMap(Optional::stream);
    return Stream.concat(gone, changed).toList();
  }

  private static Optional<String> line(Optional<Entry> before, Entry now) {
    if (before.isEmpty()) {
      return Optional.of(now.id() + ": new, " + now.verdict());
    }
    Entry old = before.get();
    List<String> parts = new ArrayList<>();
    part(parts, "", old.verdict(), now.verdict());
    part(parts, "slack ", old.slack(), now.slack());
    part(parts, "bound ", old.bound(), now.bound());
    part(parts, "resolution ", old.resolution(), now.resolution());
    part(parts, "tests ", old.tests(), now.tests());
    part(parts, "needs ", old.needs(), now.needs());
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(now.id() + ": " + String.join(", ", parts));
  }

  private static void part(List<String> parts, String name, Object before, Object now) {
    if (!Objects.equals(before, now)) {
      parts.add(name + before + " -> " + now);
    }
  }
}
