package org.grokcheck.beck.experiment;

import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Scale;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.experiment.JobResult;
import org.grokcheck.experiment.Measurements;
import org.grokcheck.experiment.Recording;
import org.grokcheck.harness.Recordings;
import org.junit.jupiter.api.Test;

/** Fig. 2 (middle) and the limitation of Sec. 5, from recorded descents at two learning rates. */
class StepSizeReproduction {
  private static Measurements measured(String against, double rate) {
    Recording recording = Recordings.of(new StepSizes(), Scale.DESK);
    return recording.results().stream()
        .filter(r -> r.job().text("against").equals(against) && r.job().number("eta") == rate)
        .map(JobResult::measurements)
        .findFirst()
        .orElseThrow();
  }

  @Test
  @Checks(value = "beck.limitations.finite-eta", scale = Scale.DESK)
  void descentDiffersFromTheFlowByTheOrderOfItsSteps() {
    Measurements coarse = measured("flow", StepSizes.RATES.get(0));
    Measurements fine = measured("flow", StepSizes.RATES.get(1));
    double distance = coarse.value(StepSizes.FROM_FLOW);
    Check.of("beck.limitations.finite-eta", "largest distance at η over that at η/2")
        .part("order")
        .by(Oracle.REPRODUCTION)
        .at("eta", StepSizes.RATES.get(0), "distance", distance)
        .expecting(
            2, new Tolerance.Truncation(0.2, 1, 1, "criterion of the ledger: from 1.8 to 2.2"))
        .holds(distance / fine.value(StepSizes.FROM_FLOW))
        .rejects("an error that no step size helps", 1)
        .rejects("order η²", 4);
    Check.of("beck.limitations.finite-eta", "distance over the size of the state")
        .part("agreement")
        .by(Oracle.REPRODUCTION)
        .expectingAtMost(0.02, new Tolerance.Exact())
        .holds(distance / coarse.value(StepSizes.SIZE))
        .rejects("no agreement: of the size of the state", 1);
  }

  @Test
  @Checks(value = "beck.fig2.middle", scale = Scale.DESK)
  void normsAgreeInConformalTime() {
    for (double rate : StepSizes.RATES) {
      Measurements bias = measured("bias", rate);
      double norm = bias.value(StepSizes.NORM);
      Check.of("beck.fig2.middle", "largest difference of ‖S‖ with and without bias, over ‖S‖")
          .by(Oracle.REPRODUCTION)
          .at("eta", rate)
          .expectingAtMost(1e-3, new Tolerance.Exact())
          .holds(bias.value(StepSizes.FROM_UNBIASED) / norm)
          .rejects("at the same t", bias.value(StepSizes.FROM_UNBIASED_IN_TIME) / norm);
    }
  }
}
