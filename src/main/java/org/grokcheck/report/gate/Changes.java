package org.grokcheck.report.gate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grokcheck.evidence.Verdict;
import org.grokcheck.report.ClaimRecord;
import org.grokcheck.report.ClaimsFile;

/** What a run changes against a baseline, in a few lines of Markdown. */
public final class Changes {
  private static final int LISTED = 10;

  private Changes() {}

  /**
   * A line with counts, then a line for each kind of change that there is: new, stronger, weaker,
   * another verdict of the same rank, lost; and the number of comparisons lost and added.
   */
  public static String markdown(Baseline before, ClaimsFile run) {
    Map<String, ClaimRecord> now =
        run.claims().stream()
            .filter(Changes::looked)
            .collect(Collectors.toMap(ClaimRecord::id, Function.identity(), (a, b) -> b));
    List<String> lines = new ArrayList<>();
    kind(lines, "new", fresh(before, run));
    kind(lines, "stronger", moves(before, now, 1));
    kind(lines, "weaker", moves(before, now, -1));
    kind(lines, "another verdict", moves(before, now, 0));
    kind(lines, "lost", lost(before, now));
    comparisons(before, run).ifPresent(lines::add);
    String heading = "Changes against the baseline of " + before.recorded() + ": ";
    return lines.isEmpty() ? heading + "none" : heading + "\n" + String.join("\n", lines);
  }

  /** Whether a test of the claim has reported, or should have. */
  private static boolean looked(ClaimRecord claim) {
    return !claim.tests().isEmpty() || claim.verdict() == Verdict.BROKEN;
  }

  private static void kind(List<String> lines, String name, List<String> changes) {
    if (!changes.isEmpty()) {
      String more = changes.size() > LISTED ? ", …" : "";
      lines.add(
          "  - %d %s: %s%s"
              .formatted(
                  changes.size(),
                  name,
                  changes.stream().limit(LISTED).collect(Collectors.joining(", ")),
                  more));
    }
  }

  private static List<String> fresh(Baseline before, ClaimsFile run) {
    return run.claims().stream()
        .filter(c -> looked(c) && before.find(c.id()).isEmpty())
        .map(c -> "`" + c.id() + "` " + c.verdict())
        .toList();
  }

  private static List<String> moves(Baseline before, Map<String, ClaimRecord> now, int direction) {
    return before.claims().stream()
        .flatMap(
            old ->
                Optional.ofNullable(now.get(old.id())).stream()
                    .flatMap(c -> move(old, c, direction)))
        .toList();
  }

  private static Stream<String> move(RecordedClaim old, ClaimRecord now, int direction) {
    int rise = Integer.compare(now.verdict().rank(), old.verdict().rank());
    return rise == direction && now.verdict() != old.verdict()
        ? Stream.of("`" + old.id() + "` " + old.verdict() + " → " + now.verdict())
        : Stream.empty();
  }

  private static List<String> lost(Baseline before, Map<String, ClaimRecord> now) {
    return before.claims().stream()
        .filter(old -> !now.containsKey(old.id()))
        .map(old -> "`" + old.id() + "` " + old.verdict())
        .toList();
  }

  private static Optional<String> comparisons(Baseline before, ClaimsFile run) {
    Set<RecordedCheck.Key> old = keys(before);
    Set<RecordedCheck.Key> now = keys(Baseline.of(run, before.reason()));
    Set<RecordedCheck.Key> added = new HashSet<>(now);
    added.removeAll(old);
    old.removeAll(now);
    return added.isEmpty() && old.isEmpty()
        ? Optional.empty()
        : Optional.of("  - comparisons: %d new, %d lost".formatted(added.size(), old.size()));
  }

  private static Set<RecordedCheck.Key> keys(Baseline baseline) {
    return baseline.checks().stream()
        .map(RecordedCheck::key)
        .collect(Collectors.toCollection(HashSet::new));
  }
}
