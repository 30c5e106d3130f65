package org.grokcheck.omnigrok.experiment;

import static org.grokcheck.omnigrok.experiment.RecordedJob.CRITERION;

import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Scale;
import org.grokcheck.experiment.Recording;
import org.grokcheck.harness.Recordings;
import org.junit.jupiter.api.Test;

/** Fig. 7a, from two recorded runs of a small transformer on addition modulo 31, with γ = 2. */
class TransformerReproduction {
  private static final int SEEDS = 2;

  private static RecordedJob free(Recording recording, int seed) {
    return RecordedJob.only(
        recording, "constraint", "free", "gamma", 2.0, "fraction", 0.6, "seed", seed);
  }

  private static RecordedJob fixed(Recording recording, int seed) {
    return RecordedJob.only(
        recording, "constraint", "fixed", "alpha", 1.0, "fraction", 0.6, "seed", seed);
  }

  @Test
  @Checks(
      value = {"omnigrok.fig7a", "omnigrok.appD.full"},
      scale = Scale.DESK)
  void theNormRisesWhileOverfittingAndFallsBelowItsStart() {
    Recording recording = Recordings.of(new TransformerRuns(), Scale.DESK);
    for (int seed = 0; seed < SEEDS; seed++) {
      RecordedJob run = free(recording, seed);
      double peak = run.value("peak norm");
      double end = run.last(ModularAddition.NORM);
      run.check("omnigrok.fig7a", "first norm in units of the largest")
          .part("rise")
          .expectingAtMost(1 / 1.05, CRITERION)
          .holds(1 / peak)
          .rejects("at a fixed norm", 1 / fixed(recording, seed).value("peak norm"));
      run.check("omnigrok.fig7a", "steps to fit over steps to the largest norm")
          .part("while overfitting")
          .expectingAtMost(1, CRITERION)
          .holds(run.value("steps to fit") / run.value("steps to peak"));
      run.check("omnigrok.fig7a", "steps to the largest norm over steps to generalise")
          .part("while overfitting")
          .expectingAtMost(1, CRITERION)
          .holds(run.value("steps to peak") / run.value("steps to generalise"));
      run.check("omnigrok.fig7a", "norm at the end in units of the first")
          .part("fall")
          .expectingAtMost(0.9, CRITERION)
          .holds(end)
          .rejects("at a fixed norm", fixed(recording, seed).last(ModularAddition.NORM));
      run.check("omnigrok.appD.full", "norm at the end in units of the largest: rise, then fall")
          .expectingAtMost(0.95, CRITERION)
          .holds(end / peak)
          .refutes("rise, then rise", 1);
    }
  }
}
