package org.grokcheck.report.gate;

import java.util.stream.Stream;
import org.grokcheck.report.ClaimRecord;

/** All statistical checks together cry wolf at most once in a million runs. */
final class FalseAlarmRule implements Rule {
  static final double BUDGET = 1e-6;

  @Override
  public Stream<Finding> check(GateInput input) {
    double sum = input.current().claims().stream().mapToDouble(ClaimRecord::falseAlarm).sum();
    return sum > BUDGET
        ? Stream.of(
            Finding.red(
                "false alarms",
                "the declared rates add up to %.3g, more than %.0e".formatted(sum, BUDGET)))
        : Stream.empty();
  }
}
