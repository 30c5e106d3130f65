package org.grokcheck.report.gate;

import java.util.stream.Stream;

/**
 * Verdicts that need what this machine lacks are listed; a required capability must be there. The
 * tests that don't need it are compared all the same.
 */
final class CapabilityRule implements Rule {
  @Override
  public Stream<Finding> check(GateInput input) {
    Stream<Finding> required =
        input.required().stream()
            .filter(capability -> !input.available().contains(capability))
            .sorted()
            .map(capability -> Finding.red(capability, "required, but absent on this machine"));
    Stream<Finding> listed =
        input.baseline().claims().stream()
            .filter(entry -> !input.absent(entry.needs()).isEmpty())
            .map(
                entry ->
                    Finding.note(
                        entry.id(),
                        "verdict not compared: needs "
                            + String.join(", ", input.absent(entry.needs()))));
    return Stream.concat(required, listed);
  }
}
