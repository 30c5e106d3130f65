package org.grokcheck.kumar.experiment;

import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Scale;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.experiment.JobResult;
import org.grokcheck.experiment.Recording;
import org.grokcheck.harness.Recordings;
import org.junit.jupiter.api.Test;

/** Figs. 13 (a) and 14, from recorded runs. */
class TargetReproduction {
  private static final Tolerance CRITERION = new Tolerance.Exact();

  /** Index of the level 1/10. */
  private static final int TENTH = 2;

  private static Recording recording() {
    return Recordings.of(new TargetVariants(), Scale.DESK);
  }

  @Test
  @Checks(value = "kumar.fig14", scale = Scale.DESK)
  void targetsOfSeveralDirectionsGrok() {
    for (Sweep sweep : Sweep.of(recording(), TargetVariants.DIRECTIONS, "k")) {
      for (int directions = 1; directions <= 3; directions++) {
        JobResult run = sweep.at(directions);
        JobResult printed = sweep.at(-Math.max(2, directions));
        sweep
            .check("kumar.fig14", "t_train/t_test at the level 1/10")
            .part("delay")
            .expectingAtMost(0.5, CRITERION)
            .holds(1 / Sweep.ratio(run, TENTH))
            .rejects("of test over training time", Sweep.ratio(run, TENTH));
        sweep
            .check("kumar.fig14", "final test loss over that at the start")
            .part("learned")
            .expectingAtMost(0.1, CRITERION)
            .holds(run.measurements().value(CommitteeCurves.FINAL_TEST))
            .refutes(
                "a sum of linear forms, as printed",
                printed.measurements().value(CommitteeCurves.FINAL_TEST));
      }
    }
  }

  @Test
  @Checks(value = "kumar.fig13a", scale = Scale.DESK)
  void momentumKeepsTheDelayAndAddsBumps() {
    Recording recording = recording();
    for (Sweep sweep : Sweep.of(recording, TargetVariants.MOMENTUM, "mu")) {
      for (int level = 1; level < CommitteeCurves.LEVELS.size(); level++) {
        double[] ratios = sweep.ratios(level);
        sweep
            .check("kumar.fig13a", "log₂ of t_test/t_train without momentum over that with it")
            .part("delay")
            .expecting(0, Tolerance.remainder(1, "criterion: a factor 2"))
            .holds(Math.log(ratios[0] / ratios[1]) / Math.log(2))
            .rejects("no delay with it, at the largest delay", Math.log(ratios[0]) / Math.log(2));
      }
    }
    for (Sweep sweep : Sweep.of(recording, TargetVariants.BUMPS, "mu")) {
      double[] extrema = sweep.values(CommitteeCurves.EXTREMA);
      sweep
          .check(
              "kumar.fig13a", "extrema of the training loss without momentum minus those with it")
          .part("bumps")
          .expectingAtMost(-1, CRITERION)
          .holds(extrema[0] - extrema[1])
          .rejects("the other way round", extrema[1] - extrema[0]);
    }
  }
}
