package org.grokcheck.omnigrok.experiment;

import static org.grokcheck.omnigrok.experiment.RecordedJob.CRITERION;

import java.util.Arrays;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Scale;
import org.grokcheck.experiment.Recording;
import org.grokcheck.harness.Recordings;
import org.junit.jupiter.api.Test;

/**
 * Figs. 5a to 5c, from recorded minimisations at fixed norm on molecules of QM9, for two draws. A
 * data size of the paper counts test molecules, so that N is half of it.
 */
class MoleculeLandscapeReproduction {
  private static final int SEEDS = 2;
  private static final double[] NORMS = {0.3, 0.6, 1, 2, 3, 6};
  private static final int[] SIZES = {50, 400, 1500};
  private static final int SMALL = 50;
  private static final int LARGE = 1500;

  private static Recording recording() {
    return Recordings.of(new MoleculeLandscape(), Scale.DESK);
  }

  private static RecordedJob at(Recording recording, double alpha, int count, int seed) {
    return RecordedJob.only(recording, "alpha", alpha, "N", count, "seed", seed);
  }

  private static double test(Recording recording, double alpha, int count, int seed) {
    return at(recording, alpha, count, seed).value(Molecules.TEST);
  }

  private static double ratio(Recording recording, int count, int seed) {
    RecordedJob run = at(recording, 3, count, seed);
    return run.value(Molecules.TEST) / run.value(Molecules.TRAIN);
  }

  @Test
  @Checks(value = "omnigrok.fig5ab", scale = Scale.DESK)
  void moreMoleculesGeneraliseAtLargeNorms() {
    Recording recording = recording();
    for (int seed = 0; seed < SEEDS; seed++) {
      for (int i = 1; i < SIZES.length; i++) {
        order(recording, SIZES[i - 1], SIZES[i], seed);
        double fewer = ratio(recording, SIZES[i - 1], seed);
        double more = ratio(recording, SIZES[i], seed);
        at(recording, 3, SIZES[i], seed)
            .check("omnigrok.fig5ab", "test over training loss in units of that of fewer, α = 3")
            .part("ratio of the losses")
            .expectingAtMost(1, CRITERION)
            .holds(more / fewer)
            .rejects("the other way round", fewer / more);
      }
    }
  }

  private static void order(Recording recording, int fewer, int more, int seed) {
    double change = test(recording, 3, more, seed) / test(recording, 3, fewer, seed);
    at(recording, 3, more, seed)
        .check("omnigrok.fig5ab", "test loss in units of that of fewer molecules, α = 3")
        .part("order of the test loss")
        .expectingAtMost(1, CRITERION)
        .holds(change)
        .rejects("the other way round", 1 / change);
  }

  /** The losses of one draw and size along the norms. */
  private static double[] cut(Recording recording, int count, int seed, String loss) {
    return Arrays.stream(NORMS)
        .map(alpha -> at(recording, alpha, count, seed).value(loss))
        .toArray();
  }

  private static int least(double[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      best = values[i] < values[best] ? i : best;
    }
    return best;
  }

  /** Least of a cut in units of its lower end: 1 where it falls or rises throughout. */
  private static double depth(double[] values) {
    return values[least(values)] / Math.min(values[0], values[values.length - 1]);
  }

  @Test
  @Checks(value = "omnigrok.fig5c", scale = Scale.DESK)
  void fewMoleculesGiveAnLAndAU() {
    Recording recording = recording();
    OmnigrokFigures.write(CutFigures.molecules(recording));
    for (int seed = 0; seed < SEEDS; seed++) {
      double[] training = cut(recording, SMALL, seed, Molecules.TRAIN);
      at(recording, 6, SMALL, seed)
          .check("omnigrok.fig5c", "least test loss in units of its lower end, data size 100")
          .part("U of the test loss at 100")
          .expectingAtMost(1 / 1.5, CRITERION)
          .holds(depth(cut(recording, SMALL, seed, Molecules.TEST)))
          .rejects("least at an end", 1);
      at(recording, 6, SMALL, seed)
          .check("omnigrok.fig5c", "largest training loss from α = 1 on, data size 100")
          .part("L of the training loss at 100")
          .expectingAtMost(0.1, CRITERION)
          .holds(Arrays.stream(training).skip(2).max().orElseThrow())
          .rejects("at α = 0.3", training[0]);
    }
  }

  @Test
  @Checks(value = "omnigrok.fig5c", scale = Scale.DESK)
  void manyMoleculesGiveOneBestNorm() {
    Recording recording = recording();
    for (int seed = 0; seed < SEEDS; seed++) {
      at(recording, 6, LARGE, seed)
          .check("omnigrok.fig5c", "grid steps between the norms of least loss, size 3000")
          .part("same least at 3000")
          .expectingAtMost(1, CRITERION)
          .holds(apart(recording, LARGE, seed))
          .rejects("at data size 100", apart(recording, SMALL, seed));
    }
  }

  private static int apart(Recording recording, int count, int seed) {
    return Math.abs(
        least(cut(recording, count, seed, Molecules.TRAIN))
            - least(cut(recording, count, seed, Molecules.TEST)));
  }
}
