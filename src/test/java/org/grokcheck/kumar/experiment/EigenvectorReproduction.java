package org.grokcheck.kumar.experiment;

import java.util.List;
import java.util.stream.IntStream;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Scale;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.experiment.JobResult;
import org.grokcheck.experiment.Measurements;
import org.grokcheck.experiment.Recording;
import org.grokcheck.harness.Recordings;
import org.junit.jupiter.api.Test;

/** Figs. 5 and 19, from recorded runs. */
class EigenvectorReproduction {
  private static final Tolerance CRITERION = new Tolerance.Exact();
  private static final int HALF = SplitTask.LEVELS.size() - 1;
  private static final int GROKS = 70;

  private static Recording recording() {
    return Recordings.of(new EigenvectorLabels(), Scale.DESK);
  }

  private static List<JobResult> runs(Recording recording, int dimension) {
    return recording.results().stream().filter(r -> r.job().integer("D") == dimension).toList();
  }

  private static Check check(String claim, String quantity, JobResult run) {
    return Check.of(claim, quantity).by(Oracle.REPRODUCTION).at("job", run.job().name());
  }

  private static double finalTest(Measurements run, int j, double alpha) {
    return run.value(EigenvectorLabels.name(j, alpha) + SplitTask.FINAL_TEST);
  }

  /** Test steps over training steps to a level. */
  private static double ratio(Measurements run, int j, double alpha, int level) {
    String name = EigenvectorLabels.name(j, alpha);
    return run.values(name + SplitTask.TEST_STEPS)[level]
        / run.values(name + SplitTask.TRAIN_STEPS)[level];
  }

  private static double[] finalTests(Measurements run, double alpha) {
    return EigenvectorLabels.INDICES.stream().mapToDouble(j -> finalTest(run, j, alpha)).toArray();
  }

  @Test
  @Checks(
      value = {"kumar.fig5", "kumar.fig5a", "kumar.fig5c"},
      scale = Scale.DESK)
  void laterEigenvectorsAreHarder() {
    Recording recording = recording();
    for (JobResult job : runs(recording, 50)) {
      Measurements run = job.measurements();
      double[] losses = finalTests(run, 1);
      check("kumar.fig5", "rank correlation of the final test loss with j", job)
          .part("final test loss")
          .expecting(1, CRITERION)
          .holds(Sweep.rank(losses))
          .rejects("falls", Sweep.rank(Sweep.reversed(losses)));
      check("kumar.fig5", "rank correlation of the alignment with j", job)
          .part("alignment")
          .expecting(-1, CRITERION)
          .holds(Sweep.rank(run.values(EigenvectorLabels.ALIGNMENT)));
      check("kumar.fig5", "test over training steps at j = 1 over that at j = 70", job)
          .part("delay")
          .expectingAtMost(0.5, CRITERION)
          .holds(ratio(run, 1, 1, HALF) / ratio(run, GROKS, 1, HALF))
          .rejects("at j = 70 over j = 1", ratio(run, GROKS, 1, HALF) / ratio(run, 1, 1, HALF));
      for (int level = 0; level <= HALF; level++) {
        check("kumar.fig5a", "test over training steps at j = 1", job)
            .expectingAtMost(2, CRITERION)
            .holds(ratio(run, 1, 1, level))
            .rejects("at j = 70", ratio(run, GROKS, 1, level));
      }
    }
    for (JobResult job : runs(recording, 60)) {
      double[] losses = finalTests(job.measurements(), 1);
      check("kumar.fig5c", "rank correlation of the final test loss with j", job)
          .part("order")
          .expecting(1, CRITERION)
          .holds(Sweep.rank(losses))
          .rejects("falls", Sweep.rank(Sweep.reversed(losses)));
      check("kumar.fig5c", "final test loss at j = 100, times −1", job)
          .part("not learned")
          .expectingAtMost(-0.5, CRITERION)
          .holds(-losses[losses.length - 1])
          .rejects("at j = 1", -losses[0]);
    }
  }

  @Test
  @Checks(
      value = {"kumar.fig5b", "kumar.ext.fig5-is-lazy"},
      scale = Scale.DESK)
  void theLinearModelIsDelayedAsMuch() {
    for (JobResult job : runs(recording(), 50)) {
      Measurements run = job.measurements();
      double kernel = run.value(EigenvectorLabels.name(GROKS, "kernel"));
      double linear = finalTest(run, GROKS, 1000);
      double rich = finalTest(run, GROKS, 1);
      for (String claim : List.of("kumar.fig5b", "kumar.ext.fig5-is-lazy")) {
        check(claim, "log₂ of the ratio of steps at α = 1 over that at α = 1000", job)
            .part("delay of the linear model")
            .expecting(0, Tolerance.remainder(1, "criterion: a factor 2"))
            .holds(
                Math.log(ratio(run, GROKS, 1, HALF) / ratio(run, GROKS, 1000, HALF)) / Math.log(2))
            .rejects(
                "no delay of the linear model", Math.log(ratio(run, GROKS, 1, HALF)) / Math.log(2));
      }
      check("kumar.fig5b", "training over test steps at α = 1", job)
          .part("delayed")
          .expectingAtMost(0.5, CRITERION)
          .holds(1 / ratio(run, GROKS, 1, HALF))
          .rejects("at j = 1", 1 / ratio(run, 1, 1, HALF));
      check("kumar.fig5b", "final test loss at α = 1 over that at α = 1000", job)
          .part("features")
          .expecting(1, Tolerance.remainder(0.25, "nearer to the linear model than to half of it"))
          .holds(rich / linear)
          .refutes("due to features: half of it", 0.5);
      check("kumar.ext.fig5-is-lazy", "final test loss at α = 1000", job)
          .part("kernel regression")
          .expecting(kernel, Tolerance.remainder(1e-3, "criterion: O(1/α)"))
          .holds(linear)
          .rejects("at j = 100", finalTest(run, 100, 1000));
    }
  }

  @Test
  @Checks(value = "kumar.fig19", scale = Scale.DESK)
  void moreSamplesLearnEveryLabelInTheSpan() {
    Recording recording = recording();
    int ordered = 0;
    int all = 0;
    for (int seed = 0; seed < 5; seed++) {
      double[][] grid = grid(recording, seed);
      for (int p = 0; p < grid.length; p++) {
        for (int j = 0; j < grid[p].length; j++) {
          all += (p > 0 ? 1 : 0) + (j > 0 ? 1 : 0);
          ordered += p > 0 && grid[p][j] <= grid[p - 1][j] ? 1 : 0;
          ordered += j > 0 && grid[p][j] >= grid[p][j - 1] ? 1 : 0;
        }
      }
    }
    Check.of("kumar.fig19", "share of neighbours out of order, in P at fixed j and in j at fixed P")
        .part("order")
        .by(Oracle.REPRODUCTION)
        .expectingAtMost(0.1, CRITERION)
        .holds(1 - (double) ordered / all)
        .rejects("the other order", (double) ordered / all);
    for (JobResult job : runs(recording, 15)) {
      int points = job.job().integer("points");
      check("kumar.fig19", "final test loss of the linear model at j = P, times −1", job)
          .part("j = P")
          .expectingAtMost(-0.9, CRITERION)
          .holds(-finalTest(job.measurements(), points, 1000))
          .rejects("at j = 1", -finalTest(job.measurements(), 1, 1000));
    }
  }

  /** Final test losses of the linear model, a row for each number of points. */
  private static double[][] grid(Recording recording, int seed) {
    return EigenvectorLabels.GRID_POINTS.stream()
        .map(
            points ->
                runs(recording, 15).stream()
                    .filter(
                        r -> r.job().integer("points") == points && r.job().integer("seed") == seed)
                    .findFirst()
                    .orElseThrow()
                    .measurements())
        .map(
            run ->
                IntStream.range(0, EigenvectorLabels.GRID_INDICES.size())
                    .mapToDouble(i -> finalTest(run, EigenvectorLabels.GRID_INDICES.get(i), 1000))
                    .toArray())
        .toArray(double[][]::new);
  }
}
