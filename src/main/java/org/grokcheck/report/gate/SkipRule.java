package org.grokcheck.report.gate;

import java.util.List;
import java.util.stream.Stream;
import org.grokcheck.evidence.Verdict;
import org.grokcheck.report.ClaimRecord;

/** A test is skipped only where the claim needs a capability that this machine lacks. */
final class SkipRule implements Rule {
  /** How the judge's reason begins when some tests of a claim were skipped. */
  private static final String IN_PART = "not checked in part: ";

  @Override
  public Stream<Finding> check(GateInput input) {
    return input.current().claims().stream()
        .filter(SkipRule::skipped)
        .filter(claim -> input.absent(needs(input, claim)).isEmpty())
        .map(claim -> Finding.red(claim.id(), "skipped: " + claim.reason(), claim.replay()));
  }

  private static boolean skipped(ClaimRecord claim) {
    boolean wholly = claim.verdict() == Verdict.NOT_CHECKED && !claim.tests().isEmpty();
    return wholly || (claim.verdict() == Verdict.PARTIAL && claim.reason().startsWith(IN_PART));
  }

  private static List<String> needs(GateInput input, ClaimRecord claim) {
    return Stream.concat(
            claim.needs().stream(),
            input.baseline().find(claim.id()).stream().flatMap(e -> e.needs().stream()))
        .distinct()
        .toList();
  }
}
