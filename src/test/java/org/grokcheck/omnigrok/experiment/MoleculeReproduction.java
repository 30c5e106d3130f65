package org.grokcheck.omnigrok.experiment;

import static org.grokcheck.omnigrok.experiment.RecordedJob.CRITERION;

import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Scale;
import org.grokcheck.experiment.Recording;
import org.grokcheck.harness.Recordings;
import org.junit.jupiter.api.Test;

/**
 * Fig. 5d, from recorded training without decay on molecules of QM9, for two draws. The late fall
 * from a large norm was not seen in 12 000 steps; the ledger says so, and no test claims it.
 */
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
  void testLossStaysFromAnOrdinaryNorm() {
    Recording recording = Recordings.of(new MoleculeRuns(), Scale.DESK);
    OmnigrokFigures.write(CutFigures.training(recording));
    for (int seed = 0; seed < SEEDS; seed++) {
      RecordedJob standard = RecordedJob.only(recording, "alpha", 1.0, "N", 50, "seed", seed);
      standard
          .check(CLAIM, "fall of the test loss after the fit, α = 1")
          .part("no fall at α = 1")
          .expectingAtMost(0.15, CRITERION)
          .holds(1 - kept(standard))
          .rejects("a fall to three quarters", 0.25);
    }
  }
}
