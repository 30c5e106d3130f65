package org.grokcheck.beck.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Scale;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.experiment.Recording;
import org.grokcheck.harness.Recordings;
import org.junit.jupiter.api.Test;

/** Fig. 1 (left, top and middle), Figs. 5 and 9 to 13, from recorded training runs at N = 400. */
class DescentReproduction {
  private static final double LEVEL = 0.9;
  private static final Tolerance CRITERION = new Tolerance.Exact();

  private static Recording recording() {
    return Recordings.of(new DescentRuns(), Scale.DESK);
  }

  @Test
  @Checks(value = "beck.fig1.left-loss", scale = Scale.DESK)
  void testLossRisesNearTheEdgeAndGrowsBeyondIt() {
    Recording recording = recording();
    List<TrainingRun> far = TrainingRun.of(recording, "fig1", 20);
    for (int d : new int[] {160, 184}) {
      for (TrainingRun run : TrainingRun.of(recording, "fig1", d)) {
        TrainingRun rival = far.get(Integer.parseInt(run.draw()));
        run.check("beck.fig1.left-loss", "rise of L_gen slightly below the edge")
            .part("rise near the edge")
            .expectingAtMost(-1.02, CRITERION)
            .holds(-run.largest(DescentRuns.TEST_LOSS) / run.first(DescentRuns.TEST_LOSS))
            .rejects(
                "same at d/N = 1/20",
                -rival.largest(DescentRuns.TEST_LOSS) / rival.first(DescentRuns.TEST_LOSS));
      }
    }
    for (TrainingRun run : far) {
      run.check("beck.fig1.left-loss", "no rise of L_gen far below the edge")
          .part("no rise far below")
          .expectingAtMost(1.001, CRITERION)
          .holds(run.largest(DescentRuns.TEST_LOSS) / run.first(DescentRuns.TEST_LOSS));
    }
    for (TrainingRun run : TrainingRun.of(recording, "fig1", 240)) {
      run.check("beck.fig1.left-loss", "L_gen ends above its start on separable data")
          .part("growth beyond the edge")
          .expectingAtMost(run.last(DescentRuns.TEST_LOSS), CRITERION)
          .holds(run.first(DescentRuns.TEST_LOSS));
    }
  }

  @Test
  @Checks(value = "beck.fig1.left-accuracy", scale = Scale.DESK)
  void testAccuracyIsDelayedNearTheEdge() {
    Recording recording = recording();
    double small =
        medianDelay(
            TrainingRun.of(recording, "fig9", 192).stream()
                .filter(r -> r.number("sigma") == 1)
                .toList());
    double far = medianDelay(TrainingRun.of(recording, "fig1", 100));
    double near = medianDelay(TrainingRun.of(recording, "fig1", 160));
    Check.of("beck.fig1.left-accuracy", "median of t_test/t_train: 0.25 against 0.4")
        .by(Oracle.REPRODUCTION)
        .at("far", far, "near", near)
        .expectingAtMost(-2, CRITERION)
        .holds(-near / far)
        .rejects("delay near the edge at σ = 1", -small / far);
  }

  private static double medianDelay(List<TrainingRun> runs) {
    double[] delays =
        runs.stream()
            .filter(TrainingRun::inseparable)
            .mapToDouble(r -> r.delay(LEVEL))
            .sorted()
            .toArray();
    return delays[delays.length / 2];
  }

  @Test
  @Checks(
      value = {"beck.fig5", "beck.fig10", "beck.sec34.adam"},
      scale = Scale.DESK)
  void adamDelaysAtUnitScaleAndDescentDoesNot() {
    Recording recording = recording();
    List<TrainingRun> descent =
        TrainingRun.of(recording, "fig9", 192).stream()
            .filter(r -> r.number("sigma") == 1 && r.inseparable())
            .toList();
    for (TrainingRun run : TrainingRun.of(recording, "fig5", 198)) {
      if (run.inseparable()) {
        delayed("beck.fig5", run, descent.get(0));
      }
    }
    for (TrainingRun run : TrainingRun.of(recording, "fig10", 192)) {
      if (run.inseparable()) {
        delayed("beck.fig10", run, TrainingRun.of(recording, "fig10", 20).get(0));
        delayed("beck.sec34.adam", run, descent.get(0));
      }
    }
    for (TrainingRun run : descent) {
      run.check("beck.sec34.adam", "t_test/t_train of gradient descent")
          .part("gradient descent")
          .expectingAtMost(5, CRITERION)
          .holds(run.delay(LEVEL));
    }
    for (TrainingRun run : TrainingRun.of(recording, "fig10", 20)) {
      run.check("beck.fig10", "t_test/t_train far below the edge")
          .part("no delay far below")
          .expectingAtMost(5, CRITERION)
          .holds(run.delay(LEVEL));
    }
    for (TrainingRun run : TrainingRun.of(recording, "fig10", 208)) {
      if (!run.inseparable()) {
        run.check("beck.fig10", "A_gen at the end on separable data")
            .part("separable")
            .expectingAtMost(LEVEL, CRITERION)
            .holds(run.last(DescentRuns.TEST_ACCURACY));
      }
    }
  }

  private static void delayed(String claim, TrainingRun run, TrainingRun rival) {
    run.check(claim, "t_train/t_test of Adam near the edge")
        .part("delay")
        .expectingAtMost(0.1, CRITERION)
        .holds(1 / run.delay(LEVEL))
        .rejects(rival.result().job().name(), 1 / rival.delay(LEVEL));
  }

  @Test
  @Checks(value = "beck.fig9", scale = Scale.DESK)
  void largerDataCrossLater() {
    Recording recording = recording();
    for (int draw = 0; draw < 3; draw++) {
      String name = Integer.toString(draw);
      double[] times =
          IntStream.of(1, 2, 3, 5).mapToDouble(sigma -> crossing(recording, sigma, name)).toArray();
      double[] sorted = times.clone();
      Arrays.sort(sorted);
      double[] reversed = {times[3], times[2], times[1], times[0]};
      Check.of("beck.fig9", "order of the times to A_gen = 0.9 at σ = 1, 2, 3, 5")
          .by(Oracle.REPRODUCTION)
          .at("draw", draw, "times", Arrays.toString(times))
          .expectingExactly(Arrays.toString(sorted))
          .holds(Arrays.toString(times))
          .rejects("larger data cross sooner", Arrays.toString(reversed));
    }
  }

  private static double crossing(Recording recording, int sigma, String draw) {
    return TrainingRun.of(recording, sigma == 5 ? "fig1" : "fig9", 192).stream()
        .filter(r -> r.number("sigma") == sigma && r.draw().equals(draw))
        .mapToDouble(r -> r.stepsTo(DescentRuns.TEST_ACCURACY, LEVEL))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @Checks(value = "beck.fig11", scale = Scale.DESK)
  void lossRisesFromSmallWeightsOnly() {
    for (TrainingRun run : TrainingRun.of(recording(), "fig11", 192)) {
      double norm = run.number("norm0");
      if (norm != 1) {
        run.check("beck.fig11", "whether L_gen rises above its start")
            .expectingExactly(norm < 1)
            .holds(run.risesAbove(DescentRuns.TEST_LOSS))
            .rejects("rises from any start", true);
      }
    }
  }

  @Test
  @Checks(value = "beck.fig12", scale = Scale.DESK)
  void accuracyDipsFromANegativeBias() {
    for (TrainingRun run : TrainingRun.of(recording(), "fig12", 192)) {
      boolean dips =
          run.smallest(DescentRuns.TEST_ACCURACY)
              < Math.min(run.first(DescentRuns.TEST_ACCURACY), run.last(DescentRuns.TEST_ACCURACY));
      // From b₀ = 2 the accuracy starts near 0 and rises.
      boolean deep = dips && run.smallest(DescentRuns.TEST_ACCURACY) > 0.5;
      run.check("beck.fig12", "whether A_gen falls from near 1 and rises again")
          .expectingExactly(run.number("b0") < 0)
          .holds(deep)
          .rejects("whether it dips at all", dips || run.number("b0") > 0);
    }
  }

  @Test
  @Checks(value = "beck.fig13", scale = Scale.DESK)
  void bothLossesEndAtTheSameAccuracy() {
    Recording recording = recording();
    for (TrainingRun run : TrainingRun.of(recording, "fig13", 192)) {
      TrainingRun logistic =
          TrainingRun.of(recording, "fig1", 192).get(Integer.parseInt(run.draw()));
      TrainingRun smaller = TrainingRun.of(recording, "fig1", 160).get(0);
      double[] exponential = run.series(DescentRuns.TEST_ACCURACY);
      double[] other = logistic.series(DescentRuns.TEST_ACCURACY);
      double[] rival = smaller.series(DescentRuns.TEST_ACCURACY);
      double[] steps = run.series(DescentRuns.STEPS);
      for (int i = 0; i < steps.length; i++) {
        if (steps[i] >= 1e4) {
          run.check("beck.fig13", "A_gen with both losses from 1e4 steps on")
              .expecting(
                  other[i],
                  new Tolerance.Truncation(
                      0.02, 1, 1, "criterion: the losses agree where outputs are below −4"))
              .holds(exponential[i])
              .rejects("of another λ", rival[i]);
        }
      }
    }
  }

  /** Records after which A_gen is lower than before. */
  private static long falls(TrainingRun run) {
    double[] accuracy = run.series(DescentRuns.TEST_ACCURACY);
    return IntStream.range(1, accuracy.length)
        .filter(i -> accuracy[i] < accuracy[i - 1] - 1e-12)
        .count();
  }

  /** A_gen where the training accuracy first reaches 0.99. */
  private static double testAccuracyOnceTrained(TrainingRun run) {
    double[] train = run.series(DescentRuns.TRAIN_ACCURACY);
    return IntStream.range(0, train.length)
        .filter(i -> train[i] >= 0.99)
        .mapToDouble(i -> run.series(DescentRuns.TEST_ACCURACY)[i])
        .findFirst()
        .orElseThrow();
  }

  @Test
  @Checks(value = "beck.appb.accuracy-start", scale = Scale.DESK)
  void descentGeneralizesFromTheStartAndAdamLater() {
    Recording recording = recording();
    long dips = falls(TrainingRun.of(recording, "fig12", 192).get(0));
    for (int d : new int[] {20, 100, 160, 184, 192, 208, 240}) {
      for (TrainingRun run : TrainingRun.of(recording, "fig1", d)) {
        rises(run, dips);
      }
    }
    TrainingRun descent = TrainingRun.of(recording, "fig9", 192).get(0);
    TrainingRun.of(recording, "fig9", 192).forEach(run -> rises(run, dips));
    for (TrainingRun run : TrainingRun.of(recording, "fig5", 198)) {
      run.check("beck.appb.accuracy-start", "A_gen of Adam where A_tr first is 0.99")
          .part("Adam")
          .expectingAtMost(0.75, CRITERION)
          .holds(testAccuracyOnceTrained(run))
          .rejects("of gradient descent at σ = 1", testAccuracyOnceTrained(descent));
    }
  }

  private static void rises(TrainingRun run, long dips) {
    run.check("beck.appb.accuracy-start", "falls of A_gen between records of descent")
        .part("descent")
        .expectingExactly(0L)
        .holds(falls(run))
        .rejects("from b₀ = −2", dips);
  }
}
