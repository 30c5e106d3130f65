package org.grokcheck.report.gate;

import java.util.List;
import java.util.stream.Stream;
import org.grokcheck.report.ClaimRecord;

/**
 * No claim loses a test, be it to another name, no recorded claim disappears, and the number of
 * tested claims holds.
 */
final class CoverageRule implements Rule {
  @Override
  public Stream<Finding> check(GateInput input) {
    Stream<Finding> gone =
        input.baseline().claims().stream()
            .filter(entry -> !input.byId().containsKey(entry.id()))
            .map(entry -> Finding.red(entry.id(), "was " + entry.verdict() + ", is gone"));
    return Stream.of(
            gone, input.pairs().flatMap(pair -> lost(input.baseline(), pair)), total(input))
        .flatMap(findings -> findings);
  }

  private static Stream<Finding> lost(Baseline baseline, GateInput.Pair pair) {
    List<String> now = pair.now().tests();
    List<String> missing =
        baseline.tests(pair.now().id()).stream().filter(test -> !now.contains(test)).toList();
    return missing.isEmpty()
        ? Stream.empty()
        : Stream.of(Finding.red(pair.now().id(), "lost its test " + String.join(", ", missing)));
  }

  private static Stream<Finding> total(GateInput input) {
    long before = input.baseline().claims().size();
    long now = input.current().claims().stream().filter(CoverageRule::tested).count();
    return now < before
        ? Stream.of(Finding.red("coverage", "%d claims have a test, %d had".formatted(now, before)))
        : Stream.empty();
  }

  private static boolean tested(ClaimRecord claim) {
    return !claim.tests().isEmpty();
  }
}
