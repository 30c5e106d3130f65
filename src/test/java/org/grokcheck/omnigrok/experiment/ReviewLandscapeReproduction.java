package org.grokcheck.omnigrok.experiment;

import static org.grokcheck.omnigrok.experiment.RecordedJob.CRITERION;

import java.util.Arrays;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Scale;
import org.grokcheck.experiment.Recording;
import org.grokcheck.harness.Recordings;
import org.junit.jupiter.api.Test;

/**
 * Figs. 4a to 4c, from recorded minimisations at fixed norm of a small LSTM on the real reviews,
 * for two draws.
 */
class ReviewLandscapeReproduction {
  private static final int SEEDS = 2;
  private static final double[] NORMS = {0.1, 0.3, 1, 6};

  /** Two standard errors of the difference of two accuracies, each on 500 reviews. */
  private static final double NOTICEABLE = 2 * Math.sqrt(2 * 0.25 / 500);

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

  private static double[] errors(Recording recording, int count, int seed, String of) {
    return Arrays.stream(NORMS)
        .map(alpha -> 1 - at(recording, alpha, count, seed).value(of))
        .toArray();
  }

  private static int least(double[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      best = values[i] < values[best] ? i : best;
    }
    return best;
  }

  /** Lower end of a cut less its least: 0 where it falls or rises throughout. */
  private static double depth(double[] values) {
    return Math.min(values[0], values[values.length - 1]) - values[least(values)];
  }

  @Test
  @Checks(value = "omnigrok.fig4c", scale = Scale.DESK)
  void aThousandReviewsGiveAnLAndAU() {
    Recording recording = recording();
    for (int seed = 0; seed < SEEDS; seed++) {
      double[] training = errors(recording, 1000, seed, Reviews.TRAIN);
      double[] test = errors(recording, 1000, seed, Reviews.TEST);
      RecordedJob large = at(recording, 6, 1000, seed);
      large
          .check("omnigrok.fig4c", "training error of 1000 reviews at α = 6, above the least")
          .part("L of the training error at 1k")
          .expectingAtMost(NOTICEABLE, CRITERION)
          .holds(training[training.length - 1] - training[least(training)])
          .rejects("at α = 0.1", training[0] - training[least(training)]);
      large
          .check("omnigrok.fig4c", "least test error of 1000 reviews less that at the lower end")
          .part("U of the test error at 1k")
          .expectingAtMost(-NOTICEABLE, CRITERION)
          .holds(-depth(test))
          .rejects("least at an end", 0);
    }
  }

  @Test
  @Checks(value = "omnigrok.fig4c", scale = Scale.DESK)
  void manyReviewsGiveTheSameLeast() {
    Recording recording = recording();
    for (int seed = 0; seed < SEEDS; seed++) {
      at(recording, 6, 8000, seed)
          .check("omnigrok.fig4c", "grid steps between the norms of least error, 8000 reviews")
          .part("same least at the large size")
          .expectingAtMost(1, CRITERION)
          .holds(apart(recording, 8000, seed))
          .rejects("ends of the grid", NORMS.length - 1);
      for (String of : new String[] {Reviews.TRAIN, Reviews.TEST}) {
        double[] errors = errors(recording, 8000, seed, of);
        at(recording, 6, 8000, seed)
            .check("omnigrok.fig4c", "least error in " + of + " less that at the lower end")
            .part("two U at the large size")
            .expectingAtMost(-NOTICEABLE, CRITERION)
            .holds(-depth(errors))
            .rejects("least at an end", 0);
      }
    }
  }

  private static int apart(Recording recording, int count, int seed) {
    return Math.abs(
        least(errors(recording, count, seed, Reviews.TRAIN))
            - least(errors(recording, count, seed, Reviews.TEST)));
  }
}
