package org.grokcheck.report.gate;

import java.util.stream.Stream;
import org.grokcheck.report.ClaimRecord;
import org.grokcheck.report.ClaimRecord.SkippedTest;

/** A test is skipped only where it needs, by its own word, what this machine lacks. */
final class SkipRule implements Rule {
  @Override
  public Stream<Finding> check(GateInput input) {
    return input.current().claims().stream()
        .flatMap(claim -> claim.skipped().stream().map(test -> finding(input, claim, test)));
  }

  private static Finding finding(GateInput input, ClaimRecord claim, SkippedTest test) {
    String what = test.test() + " skipped: " + test.reason();
    return input.absent(test.needs()).isEmpty()
        ? Finding.red(claim.id(), what, claim.replay().contains(test.test()) ? claim.replay() : "")
        : Finding.note(claim.id(), what);
  }
}
