package org.grokcheck.report.gate;

import java.util.List;
import java.util.stream.Stream;
import org.grokcheck.evidence.Verdict;
import org.grokcheck.report.ClaimRecord;

/** No claim is broken. */
final class BrokenRule implements Rule {
  @Override
  public Stream<Finding> check(GateInput input) {
    return broken(input.current().claims());
  }

  static Stream<Finding> broken(List<ClaimRecord> claims) {
    return claims.stream()
        .filter(c -> c.verdict() == Verdict.BROKEN)
        .map(c -> Finding.red(c.id(), "BROKEN: " + c.reason(), c.replay()));
  }
}
