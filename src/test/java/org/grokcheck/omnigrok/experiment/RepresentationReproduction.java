package org.grokcheck.omnigrok.experiment;

import static org.grokcheck.omnigrok.experiment.AdditionLandscape.ACCURACY;
import static org.grokcheck.omnigrok.experiment.AdditionLandscape.TEST;
import static org.grokcheck.omnigrok.experiment.AdditionLandscape.TRAIN;
import static org.grokcheck.omnigrok.experiment.RecordedJob.CRITERION;

import java.util.Arrays;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Scale;
import org.grokcheck.experiment.Recording;
import org.grokcheck.harness.Recordings;
import org.junit.jupiter.api.Test;

/** What the recorded landscape of toy addition says of norm and representation, for four draws. */
class RepresentationReproduction {
  private static final int SEEDS = 4;

  /** A level of the notebook; 1500 steps don't bring one of the draws to the 0.05 of the text. */
  private static final double CONTOUR = 0.1;

  private static final double[] NORMS = {1, 2, 3, 4, 6};
  private static final double[] MESSES = {0, 0.05, 0.1, 0.2, 0.5, 1};

  private static Recording recording() {
    return Recordings.of(new AdditionLandscape(), Scale.DESK);
  }

  private static RecordedJob at(Recording recording, int seed, double alpha, double m) {
    return RecordedJob.only(recording, "seed", seed, "alpha", alpha, "m", m, "pairs", 45);
  }

  /** w_c: the least norm of the grid with a training loss below a level, infinite without one. */
  private static double critical(Recording recording, int seed, double m, double level) {
    return Arrays.stream(NORMS)
        .filter(alpha -> at(recording, seed, alpha, m).value(TRAIN) < level)
        .findFirst()
        .orElse(Double.POSITIVE_INFINITY);
  }

  @Test
  @Checks(value = "omnigrok.eq2", scale = Scale.DESK)
  void messyRepresentationsNeedLargerNorms() {
    Recording recording = recording();
    for (int seed = 0; seed < SEEDS; seed++) {
      for (double level : new double[] {0.1, 0.2}) {
        double before = critical(recording, seed, 0, level);
        for (double m : MESSES) {
          double now = critical(recording, seed, m, level);
          check("w_c does not fall as m grows", seed, level, m)
              .expectingExactly(true)
              .holds(before <= now)
              .rejects("falls", before > now);
          before = now;
        }
        double good = critical(recording, seed, 0, level);
        for (double m : new double[] {0.2, 0.5, 1}) {
          check("w_c(m = 0) in units of w_c(m); 0 where no norm up to 6 fits", seed, level, m)
              .expectingAtMost(2.0 / 3, CRITERION)
              .holds(good / critical(recording, seed, m, level))
              .rejects("equal norms", 1);
        }
      }
    }
  }

  private static Check check(String quantity, int seed, double level, double m) {
    return Check.of("omnigrok.eq2", quantity)
        .by(Oracle.REPRODUCTION)
        .at("seed", seed, "level", level, "m", m);
  }

  /** Both losses on either side of the contour, at the clean representation. */
  @Test
  @Checks(value = "omnigrok.regions", scale = Scale.DESK)
  void lossesAreLargeAtSmallNormsAndSmallAtLargerOnes() {
    Recording recording = recording();
    for (int seed = 0; seed < SEEDS; seed++) {
      RecordedJob small = at(recording, seed, 1, 0);
      for (double alpha : new double[] {2, 3}) {
        RecordedJob large = at(recording, seed, alpha, 0);
        large
            .check("omnigrok.regions", "training loss in region II")
            .part("losses")
            .expectingAtMost(CONTOUR, CRITERION)
            .holds(large.value(TRAIN))
            .rejects("in region I", small.value(TRAIN));
        large
            .check("omnigrok.regions", "test loss in units of that at α = 1")
            .part("losses")
            .expectingAtMost(0.5, CRITERION)
            .holds(large.value(TEST) / small.value(TEST))
            .rejects(
                "with m = 0.2", at(recording, seed, alpha, 0.2).value(TEST) / small.value(TEST));
      }
      small
          .check("omnigrok.regions", "0.5 − training loss in region I")
          .part("losses")
          .expectingAtMost(0, CRITERION)
          .holds(0.5 - small.value(TRAIN))
          .rejects("in region II", 0.5 - at(recording, seed, 2, 0).value(TRAIN));
    }
  }

  @Test
  @Checks(value = "omnigrok.sec52.conclusion", scale = Scale.DESK)
  void representationDecidesTheTestLossOfToyAddition() {
    Recording recording = recording();
    for (int seed = 0; seed < SEEDS; seed++) {
      int draw = seed;
      for (double alpha : new double[] {2, 3, 4}) {
        RecordedJob clean = at(recording, seed, alpha, 0);
        double worst =
            Arrays.stream(MESSES)
                .map(m -> at(recording, draw, alpha, m).value(TEST))
                .max()
                .orElseThrow();
        clean
            .check("omnigrok.sec52.conclusion", "test loss at m = 0 in units of the largest over m")
            .part("algorithmic")
            .expectingAtMost(1.0 / 4, CRITERION)
            .holds(clean.value(TEST) / worst)
            .rejects("at α = 1", at(recording, seed, 1, 0).value(TEST) / worst);
        for (double m : new double[] {0.2, 0.5, 1}) {
          RecordedJob messy = at(recording, seed, alpha, m);
          messy
              .check("omnigrok.sec52.conclusion", "test accuracy less that at m = 0")
              .part("algorithmic")
              .expectingAtMost(-0.5, CRITERION)
              .holds(messy.value(ACCURACY) - clean.value(ACCURACY))
              .rejects(
                  "at m = 0.05",
                  at(recording, seed, alpha, 0.05).value(ACCURACY) - clean.value(ACCURACY));
        }
      }
    }
  }
}
