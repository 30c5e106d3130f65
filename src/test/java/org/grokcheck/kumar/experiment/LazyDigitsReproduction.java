package org.grokcheck.kumar.experiment;

import java.util.List;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Scale;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.experiment.JobResult;
import org.grokcheck.experiment.Recording;
import org.grokcheck.harness.Recordings;
import org.junit.jupiter.api.Test;

/** Fig. 6(a), from recorded training on the real images at four output scales, for two draws. */
class LazyDigitsReproduction {
  private static final String CLAIM = "kumar.fig6a";
  private static final int SEEDS = 2;
  private static final double FITTED = 0.95;
  private static final Tolerance CRITERION = new Tolerance.Exact();

  @Test
  @Checks(value = CLAIM, scale = Scale.DESK, needs = "mnist")
  void smallOutputScalesRemoveGrokking() {
    Recording recording = Recordings.of(new LazyDigits(), Scale.DESK);
    for (int seed = 0; seed < SEEDS; seed++) {
      int draw = seed;
      List<JobResult> runs =
          recording.results().stream().filter(r -> r.job().integer("seed") == draw).toList();
      double largest = gap(runs.get(0));
      for (int i = 1; i < runs.size(); i++) {
        check(runs.get(i), "gap of accuracies at the fit against that of a larger α", "order in α")
            .expectingAtMost(gap(runs.get(i - 1)), CRITERION)
            .holds(gap(runs.get(i)))
            .rejects("a gap of 1", 1);
      }
      JobResult smallest = runs.get(runs.size() - 1);
      check(smallest, "gap of accuracies at the fit, smallest α", "small α")
          .expectingAtMost(0.15, CRITERION)
          .holds(gap(smallest))
          .rejects("largest α", largest);
      check(runs.get(0), "0.4 − gap of accuracies at the fit, largest α", "large α")
          .expectingAtMost(0, CRITERION)
          .holds(0.4 - largest)
          .rejects("smallest α", 0.4 - gap(smallest));
      check(smallest, "error on the test images at the end, smallest α", "small α")
          .expectingAtMost(0.15, CRITERION)
          .holds(1 - last(smallest))
          .rejects("largest α", 1 - last(runs.get(0)));
    }
  }

  private static Check check(JobResult run, String quantity, String part) {
    return Check.of(CLAIM, quantity).part(part).by(Oracle.REPRODUCTION).at("job", run.job().name());
  }

  private static double last(JobResult run) {
    double[] values = run.measurements().values(EngineExperiment.TEST);
    return values[values.length - 1];
  }

  /** Training less test accuracy where the training accuracy first reaches 0.95. */
  private static double gap(JobResult run) {
    double[] train = run.measurements().values(EngineExperiment.TRAIN);
    double[] test = run.measurements().values(EngineExperiment.TEST);
    for (int i = 0; i < train.length; i++) {
      if (train[i] >= FITTED) {
        return train[i] - test[i];
      }
    }
    throw new IllegalStateException(run.job().name() + " never fits");
  }
}
