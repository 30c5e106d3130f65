package org.grokcheck.omnigrok.experiment;

import static org.grokcheck.omnigrok.experiment.RecordedJob.CRITERION;

import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Scale;
import org.grokcheck.experiment.Recording;
import org.grokcheck.harness.Recordings;
import org.junit.jupiter.api.Test;

/** Fig. 5d, from recorded training without decay on molecules of QM9, for two draws. */
class MoleculeReproduction {
  private static final String CLAIM = "omnigrok.fig5d";
  private static final int SEEDS = 2;

  /** Training loss, in units of the variance, from which on a run counts as fitted. */
  private static final double FITTED = 0.01;

  /** Test loss at the end in units of that at the first stop after the fit. */
  private static double kept(RecordedJob run) {
    double[] training = run.series(Molecules.TRAIN);
    double[] test = run.series(Molecules.TEST);
    for (int i = 0; i < training.length; i++) {
      if (training[i] < FITTED) {
        return test[test.length - 1] / test[i];
      }
    }
    throw new IllegalStateException(run.name() + " was never fitted");
  }

  @Test
  @Checks(value = CLAIM, scale = Scale.DESK)
  void testLossFallsLateFromLargeNormsAlone() {
    Recording recording = Recordings.of(new MoleculeRuns(), Scale.DESK);
    for (int seed = 0; seed < SEEDS; seed++) {
      RecordedJob large = RecordedJob.only(recording, "alpha", 3.0, "N", 50, "seed", seed);
      RecordedJob standard = RecordedJob.only(recording, "alpha", 1.0, "N", 50, "seed", seed);
      large
          .check(CLAIM, "test loss at the end in units of that at the fit, α = 3")
          .part("late fall at α = 3")
          .expectingAtMost(0.8, CRITERION)
          .holds(kept(large))
          .rejects("at α = 1", kept(standard));
      standard
          .check(CLAIM, "fall of the test loss after the fit, α = 1")
          .part("no fall at α = 1")
          .expectingAtMost(0.15, CRITERION)
          .holds(1 - kept(standard))
          .rejects("at α = 3", 1 - kept(large));
    }
  }
}
