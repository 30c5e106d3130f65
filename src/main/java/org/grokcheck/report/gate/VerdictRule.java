package org.grokcheck.report.gate;

import java.util.stream.Stream;
import org.grokcheck.evidence.Verdict;
import org.grokcheck.report.ClaimRecord;
import org.grokcheck.report.gate.GateInput.Pair;

/** No verdict gets weaker, and none moves from one settled kind to another unreviewed. */
final class VerdictRule implements Rule {
  @Override
  public Stream<Finding> check(GateInput input) {
    return Stream.concat(
        input.pairs().filter(p -> input.comparable(p.before())).flatMap(VerdictRule::compare),
        fresh(input));
  }

  private static Stream<Finding> compare(Pair pair) {
    Verdict before = pair.before().verdict();
    Verdict now = pair.now().verdict();
    String move = before + " -> " + now;
    // A broken claim is reported as such.
    if (before == now || now == Verdict.BROKEN) {
      return Stream.empty();
    }
    String why = move + " (" + pair.now().reason() + ")";
    if (now.rank() < before.rank()) {
      return Stream.of(Finding.red(pair.now().id(), "weaker: " + why, pair.now().replay()));
    }
    return Stream.of(
        before.settled()
            ? Finding.red(
                pair.now().id(),
                "another verdict of the same rank, which needs a review: " + why,
                pair.now().replay())
            : Finding.stronger(pair.now().id(), "stronger: " + move));
  }

  /** Claims that are checked now and were not when the baseline was recorded. */
  private static Stream<Finding> fresh(GateInput input) {
    return input.current().claims().stream()
        .filter(c -> !c.tests().isEmpty() && c.verdict() != Verdict.BROKEN)
        .filter(c -> input.baseline().find(c.id()).isEmpty())
        .map(VerdictRule::newlyChecked);
  }

  private static Finding newlyChecked(ClaimRecord claim) {
    return Finding.stronger(claim.id(), "stronger: newly checked, " + claim.verdict());
  }
}
