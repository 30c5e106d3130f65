package org.grokcheck.omnigrok.experiment;

import static org.grokcheck.omnigrok.experiment.RecordedJob.CRITERION;

import java.util.Arrays;
import java.util.List;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Scale;
import org.grokcheck.experiment.Recording;
import org.grokcheck.harness.Recordings;
import org.junit.jupiter.api.Test;

/** Figs. 3a to 3c, from recorded minimisations at fixed norm on the real images, for four draws. */
class DigitLandscapeReproduction {
  private static final int SEEDS = 4;
  private static final double[] NORMS = {0.1, 0.4, 0.7, 1, 2, 4};
  private static final List<Integer> SIZES = List.of(100, 1000, 5000);

  private static Recording recording() {
    return Recordings.of(new DigitLandscape(), Scale.DESK);
  }

  private static RecordedJob at(Recording recording, double alpha, int count, int seed) {
    return RecordedJob.only(recording, "alpha", alpha, "N", count, "seed", seed);
  }

  private static double error(Recording recording, double alpha, int count, int seed, String of) {
    return 1 - at(recording, alpha, count, seed).value(of);
  }

  @Test
  @Checks(value = "omnigrok.fig3a", scale = Scale.DESK, needs = "mnist")
  void fewImagesAreFittedFromOrdinaryNormsOn() {
    Recording recording = recording();
    for (int seed = 0; seed < SEEDS; seed++) {
      for (double alpha : new double[] {0.7, 1, 2, 4}) {
        at(recording, alpha, 100, seed)
            .check("omnigrok.fig3a", "training error of 100 images")
            .expectingAtMost(0.02, CRITERION)
            .holds(error(recording, alpha, 100, seed, Digits.TRAIN))
            .rejects("at α = 0.1", error(recording, 0.1, 100, seed, Digits.TRAIN));
      }
    }
  }

  /** Which norms lie below a level of the test error, as a line of 0 and 1. */
  private static String below(Recording recording, int count, int seed, double level) {
    StringBuilder line = new StringBuilder();
    for (double alpha : NORMS) {
      line.append(error(recording, alpha, count, seed, Digits.TEST) < level ? '1' : '0');
    }
    return line.toString();
  }

  @Test
  @Checks(value = "omnigrok.fig3b", scale = Scale.DESK, needs = "mnist")
  void contoursOfTheTestErrorAreThumbs() {
    Recording recording = recording();
    for (int seed = 0; seed < SEEDS; seed++) {
      for (double level : new double[] {0.08, 0.15, 0.4}) {
        thumb(recording, seed, level);
      }
      RecordedJob best = at(recording, 1, 100, seed);
      best.check("omnigrok.fig3b", "0.15 − least test error of 100 images: below the tip")
          .part("tip")
          .expectingAtMost(0, CRITERION)
          .holds(0.15 - least(recording, 100, seed))
          .rejects("of 1000 images", 0.15 - least(recording, 1000, seed));
    }
  }

  private static void thumb(Recording recording, int seed, double level) {
    String before = "000000";
    for (int count : SIZES) {
      String now = below(recording, count, seed, level);
      Check check =
          Check.of("omnigrok.fig3b", "norms with a test error below " + level)
              .part("thumb")
              .by(Oracle.REPRODUCTION)
              .at("N", count, "seed", seed, "norms", now);
      check.expectingExactly(true).holds(now.matches("0*1*0*") && contains(now, before));
      before = now;
    }
  }

  private static boolean contains(String larger, String smaller) {
    for (int i = 0; i < smaller.length(); i++) {
      if (smaller.charAt(i) == '1' && larger.charAt(i) == '0') {
        return false;
      }
    }
    return true;
  }

  private static double least(Recording recording, int count, int seed) {
    return Arrays.stream(NORMS)
        .map(alpha -> error(recording, alpha, count, seed, Digits.TEST))
        .min()
        .orElseThrow();
  }

  /** Largest excess of the test error over the training error from α = 1 on. */
  private static double mismatch(Recording recording, int count, int seed) {
    return Arrays.stream(NORMS)
        .filter(alpha -> alpha >= 1)
        .map(
            alpha ->
                error(recording, alpha, count, seed, Digits.TEST)
                    - error(recording, alpha, count, seed, Digits.TRAIN))
        .max()
        .orElseThrow();
  }

  @Test
  @Checks(value = "omnigrok.fig3c", scale = Scale.DESK, needs = "mnist")
  void mismatchIsMilderForManyImages() {
    Recording recording = recording();
    for (int seed = 0; seed < SEEDS; seed++) {
      double few = mismatch(recording, 100, seed);
      RecordedJob large = at(recording, 4, 100, seed);
      large
          .check("omnigrok.fig3c", "mismatch of 5000 images in units of that of 100")
          .part("milder for many images")
          .expectingAtMost(1.0 / 3, CRITERION)
          .holds(mismatch(recording, 5000, seed) / few)
          .rejects("of 1000 images", mismatch(recording, 1000, seed) / few);
      large
          .check("omnigrok.fig3c", "least test error of 100 images in units of that at α = 4")
          .part("U for few images")
          .expectingAtMost(1 / 1.5, CRITERION)
          .holds(least(recording, 100, seed) / error(recording, 4, 100, seed, Digits.TEST))
          .rejects("least at α = 4", 1);
    }
  }
}
