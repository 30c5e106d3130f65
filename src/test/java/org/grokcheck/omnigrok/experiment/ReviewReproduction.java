package org.grokcheck.omnigrok.experiment;

import static org.grokcheck.omnigrok.experiment.RecordedJob.CRITERION;

import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Scale;
import org.grokcheck.experiment.Recording;
import org.grokcheck.harness.Recordings;
import org.junit.jupiter.api.Test;

/** Fig. 4d, from recorded training of a small LSTM on the real reviews, for two draws. */
class ReviewReproduction {
  private static final String CLAIM = "omnigrok.fig4d";
  private static final int SEEDS = 2;

  private static RecordedJob run(Recording recording, double alpha, int seed) {
    return RecordedJob.only(recording, "alpha", alpha, "N", 750, "seed", seed);
  }

  private static int first(double[] values, int from, double level) {
    for (int i = from; i < values.length; i++) {
      if (values[i] >= level) {
        return i;
      }
    }
    throw new IllegalStateException("a level of " + level + " was never reached");
  }

  private static int fit(RecordedJob run) {
    return first(run.series(Reviews.TRAIN), 0, ReviewRuns.FITTED);
  }

  /** Test accuracy at the end less that at the fit. */
  private static double gain(RecordedJob run) {
    return run.last(Reviews.TEST) - run.series(Reviews.TEST)[fit(run)];
  }

  /** Steps to the fit over steps to 90 % of the gain after it. */
  private static double lateness(RecordedJob run) {
    double[] test = run.series(Reviews.TEST);
    int fit = fit(run);
    int late = first(test, fit, test[fit] + 0.9 * gain(run));
    return run.series("steps")[fit] / run.series("steps")[late];
  }

  @Test
  @Checks(value = CLAIM, scale = Scale.DESK)
  void decayFromALargeNormGeneralisesLate() {
    Recording recording = Recordings.of(new ReviewRuns(), Scale.DESK);
    for (int seed = 0; seed < SEEDS; seed++) {
      RecordedJob large = run(recording, 6, seed);
      large
          .check(CLAIM, "gain of the test accuracy after the fit at α = 6, at least")
          .part("late gain at α = 6")
          .expectingAtMost(-0.05, CRITERION)
          .holds(-gain(large))
          .rejects("at α = 1", -gain(run(recording, 1, seed)));
      large
          .check(CLAIM, "steps to the fit over steps to 90 % of the gain at α = 6")
          .part("delay at α = 6")
          .expectingAtMost(0.25, CRITERION)
          .holds(lateness(large))
          .rejects("at once", 1);
    }
  }

  @Test
  @Checks(value = CLAIM, scale = Scale.DESK)
  void ordinaryNormsGainNothingAfterTheFit() {
    Recording recording = Recordings.of(new ReviewRuns(), Scale.DESK);
    for (int seed = 0; seed < SEEDS; seed++) {
      RecordedJob standard = run(recording, 1, seed);
      standard
          .check(CLAIM, "gain of the test accuracy after the fit at α = 1")
          .part("no gain at α = 1")
          .expectingAtMost(0.02, CRITERION)
          .holds(gain(standard))
          .rejects("at α = 6", gain(run(recording, 6, seed)));
    }
  }
}
