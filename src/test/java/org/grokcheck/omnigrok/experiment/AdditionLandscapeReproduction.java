package org.grokcheck.omnigrok.experiment;

import static org.grokcheck.omnigrok.experiment.AdditionLandscape.ACCURACY;
import static org.grokcheck.omnigrok.experiment.AdditionLandscape.TEST;
import static org.grokcheck.omnigrok.experiment.AdditionLandscape.TRAIN;
import static org.grokcheck.omnigrok.experiment.RecordedJob.CRITERION;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Scale;
import org.grokcheck.experiment.Recording;
import org.grokcheck.harness.Recordings;
import org.junit.jupiter.api.Test;

/** Fig. 6, from recorded minimisations of toy addition at fixed norm, for four draws. */
class AdditionLandscapeReproduction {
  private static final int SEEDS = 4;
  private static final double[] NORMS = {1, 2, 3, 4, 6};

  private static Recording recording() {
    return Recordings.of(new AdditionLandscape(), Scale.DESK);
  }

  private static RecordedJob at(Recording recording, int seed, double alpha, double m, int pairs) {
    return RecordedJob.only(recording, "seed", seed, "alpha", alpha, "m", m, "pairs", pairs);
  }

  private static RecordedJob at(Recording recording, int seed, double alpha, double m) {
    return at(recording, seed, alpha, m, 45);
  }

  @Test
  @Checks(value = "omnigrok.fig6a", scale = Scale.DESK)
  void messyRepresentationsAreHarderToFit() {
    Recording recording = recording();
    double[] messes = {0, 0.05, 0.1, 0.2};
    for (int seed = 0; seed < SEEDS; seed++) {
      for (double alpha : new double[] {3, 4}) {
        for (int i = 1; i < messes.length; i++) {
          RecordedJob less = at(recording, seed, alpha, messes[i - 1]);
          double more = at(recording, seed, alpha, messes[i]).value(TRAIN);
          less.check("omnigrok.fig6a", "training loss does not fall as m grows")
              .part("order in m")
              .expectingAtMost(more, CRITERION)
              .holds(less.value(TRAIN))
              .rejects("at α = 1", at(recording, seed, 1, 0.5).value(TRAIN));
        }
      }
    }
    double[] clean = leastOfDraws(recording, 0);
    Check.of("omnigrok.fig6a", "least training loss over α at m = 0, median of the draws")
        .part("contour 0.05")
        .by(Oracle.REPRODUCTION)
        .at("least of each draw", Arrays.toString(clean))
        .expectingAtMost(0.05, CRITERION)
        .holds(StatUtils.percentile(clean, 50))
        .rejects("at m = 0.05", StatUtils.percentile(leastOfDraws(recording, 0.05), 50));
  }

  /** For each draw, the least training loss over the norms. */
  private static double[] leastOfDraws(Recording recording, double m) {
    return IntStream.range(0, SEEDS)
        .mapToDouble(seed -> least(recording, seed, m, TRAIN).value(TRAIN))
        .toArray();
  }

  private static RecordedJob least(Recording recording, int seed, double m, String loss) {
    return Arrays.stream(NORMS)
        .mapToObj(alpha -> at(recording, seed, alpha, m))
        .min(Comparator.comparingDouble(job -> job.value(loss)))
        .orElseThrow();
  }

  @Test
  @Checks(value = "omnigrok.fig6b", scale = Scale.DESK)
  void testLossesDependOnMessiness() {
    Recording recording = recording();
    for (int seed = 0; seed < SEEDS; seed++) {
      RecordedJob clean = at(recording, seed, 4, 0);
      RecordedJob messy = at(recording, seed, 4, 0.2);
      clean
          .check("omnigrok.fig6b", "test loss at m = 0 in units of that at m = 0.2")
          .part("dependence on m")
          .expectingAtMost(1.0 / 3, CRITERION)
          .holds(clean.value(TEST) / messy.value(TEST))
          .rejects("at α = 1", at(recording, seed, 1, 0).value(TEST) / messy.value(TEST));
      int draw = seed;
      RecordedJob star =
          List.of(0.0, 0.05, 0.1, 0.2, 0.5, 1.0).stream()
              .map(m -> least(recording, draw, m, TEST))
              .min(Comparator.comparingDouble(job -> job.value(TEST)))
              .orElseThrow();
      star.check("omnigrok.fig6b", "m where the test loss is least")
          .part("star")
          .expectingAtMost(0.05, CRITERION)
          .holds(star.number("m"));
    }
  }

  @Test
  @Checks(value = "omnigrok.fig6c", scale = Scale.DESK)
  void testLossFallsRisesAndFallsAlongThePath() {
    Recording recording = recording();
    double[][] path = {{1, 0.5}, {3, 0.1}, {6, 0.1}, {4, 0.1}, {4, 0}};
    for (int seed = 0; seed < SEEDS; seed++) {
      int draw = seed;
      double[] losses =
          Arrays.stream(path)
              .mapToDouble(p -> at(recording, draw, p[0], p[1]).value(TEST))
              .toArray();
      Check.of("omnigrok.fig6c", "whether the test loss falls, rises and falls from A to E")
          .by(Oracle.REPRODUCTION)
          .at("seed", seed, "losses", Arrays.toString(losses))
          .expectingExactly(true)
          .holds(signs(losses).matches(".*-\\++-.*"))
          .rejects("sorted", signs(sorted(losses)).matches(".*-\\++-.*"));
    }
  }

  private static double[] sorted(double[] values) {
    double[] ascending = values.clone();
    Arrays.sort(ascending);
    return ascending;
  }

  private static String signs(double[] values) {
    StringBuilder signs = new StringBuilder();
    for (int i = 1; i < values.length; i++) {
      signs.append(values[i] > values[i - 1] ? '+' : '-');
    }
    return signs.toString();
  }

  @Test
  @Checks(value = "omnigrok.fig6d", scale = Scale.DESK)
  void trainingLossFallsTowardsLargerNormsAndLessMess() {
    Recording recording = recording();
    for (int seed = 0; seed < SEEDS; seed++) {
      for (double m : new double[] {0.05, 0.1}) {
        RecordedJob boundary = at(recording, seed, 2, m);
        double smaller = at(recording, seed, 1, m).value(TRAIN);
        boundary
            .check("omnigrok.fig6d", "training loss at α = 2 in units of that at α = 1")
            .part("norm")
            .expectingAtMost(1, CRITERION)
            .holds(boundary.value(TRAIN) / smaller)
            .rejects("in units of that at α = 6", smaller / boundary.value(TRAIN));
        RecordedJob cleaner = at(recording, seed, 2, m - 0.05);
        cleaner
            .check("omnigrok.fig6d", "training loss after m − 0.05 in units of that before")
            .part("messiness")
            .expectingAtMost(1, CRITERION)
            .holds(cleaner.value(TRAIN) / boundary.value(TRAIN));
      }
    }
  }

  @Test
  @Checks(value = "omnigrok.fig6e", scale = Scale.DESK)
  void morePairsNeedLargerNorms() {
    Recording recording = recording();
    for (int seed = 0; seed < SEEDS; seed++) {
      for (double alpha : new double[] {2, 2.5, 3, 3.5, 4}) {
        RecordedJob few = at(recording, seed, alpha, 0.1, 25);
        RecordedJob many = at(recording, seed, alpha, 0.1, 45);
        few.check("omnigrok.fig6e", "training loss of 25 pairs in units of that of 45, m = 0.1")
            .part("tilt with the number of pairs")
            .expectingAtMost(1, CRITERION)
            .holds(few.value(TRAIN) / many.value(TRAIN))
            .rejects("the other way round", many.value(TRAIN) / few.value(TRAIN));
      }
    }
  }

  @Test
  @Checks(value = "omnigrok.sec5.accuracy-ranges", scale = Scale.DESK)
  void bareRepresentationsDecideTheTestAccuracy() {
    Recording recording = recording();
    for (int seed = 0; seed < SEEDS; seed++) {
      RecordedJob clean = at(recording, seed, 2, 0);
      RecordedJob messy = at(recording, seed, 2, 1);
      clean
          .check("omnigrok.sec5.accuracy-ranges", "test error at m = 0")
          .part("good representation")
          .expectingAtMost(0.3, CRITERION)
          .holds(1 - clean.value(ACCURACY))
          .rejects("at m = 1", 1 - messy.value(ACCURACY));
      for (double alpha : NORMS) {
        RecordedJob random = at(recording, seed, alpha, 1);
        random
            .check("omnigrok.sec5.accuracy-ranges", "test accuracy at m = 1")
            .part("random representation")
            .expectingAtMost(0.3, CRITERION)
            .holds(random.value(ACCURACY))
            .rejects("at m = 0", clean.value(ACCURACY));
      }
    }
  }
}
