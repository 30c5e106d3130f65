package org.grokcheck.omnigrok.experiment;

import static org.grokcheck.omnigrok.experiment.RecordedJob.CRITERION;

import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Scale;
import org.grokcheck.experiment.Recording;
import org.grokcheck.harness.Recordings;
import org.junit.jupiter.api.Test;

/**
 * Figs. 4a and 4b, from recorded minimisations at fixed norm of a small LSTM on the real reviews,
 * for two draws.
 */
class ReviewLandscapeReproduction {
  private static final int SEEDS = 2;

  private static Recording recording() {
    return Recordings.of(new ReviewLandscape(), Scale.DESK);
  }

  private static RecordedJob at(Recording recording, double alpha, int count, int seed) {
    return RecordedJob.only(recording, "alpha", alpha, "N", count, "seed", seed);
  }

  /** Test error less training error. */
  private static double gap(RecordedJob run) {
    return run.value(Reviews.TRAIN) - run.value(Reviews.TEST);
  }

  @Test
  @Checks(value = "omnigrok.fig4ab", scale = Scale.DESK)
  void errorsComeTogetherWithMoreReviews() {
    Recording recording = recording();
    for (int seed = 0; seed < SEEDS; seed++) {
      for (double alpha : new double[] {1, 6}) {
        double few = gap(at(recording, alpha, 100, seed));
        double many = gap(at(recording, alpha, 1000, seed));
        at(recording, alpha, 1000, seed)
            .check("omnigrok.fig4ab", "gap of the errors of 1000 reviews less that of 100")
            .part("gap at α = " + Math.round(alpha))
            .expectingAtMost(0, CRITERION)
            .holds(many - few)
            .rejects("the other way round", few - many);
      }
    }
  }
}
