package org.grokcheck.kumar.experiment;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Scale;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.experiment.FigureData;
import org.grokcheck.experiment.FigureData.Axis;
import org.grokcheck.experiment.FigureData.Panel;
import org.grokcheck.experiment.FigureData.Series;
import org.grokcheck.experiment.Recording;
import org.grokcheck.harness.Recordings;
import org.grokcheck.harness.RunSettings;
import org.junit.jupiter.api.Test;

/** Figs. 6(b) and 12 on a small transformer, whose fastest output scale is 1 and not 0.15. */
class LazyTransformerReproduction {
  private static final String SCALE_CLAIM = "kumar.fig6b";
  private static final String DECAY_CLAIM = "kumar.fig12";
  private static final double LEVEL = 0.95;
  private static final Tolerance CRITERION = new Tolerance.Exact();

  private static Recording recording() {
    return Recordings.of(new LazyTransformer(), Scale.DESK);
  }

  private static EngineCurves run(Recording recording, double alpha, double decay, int seed) {
    return EngineCurves.of(recording).stream()
        .filter(r -> r.number(LazyTransformer.ALPHA) == alpha)
        .filter(r -> r.number(LazyTransformer.DECAY) == decay && r.seed() == seed)
        .findFirst()
        .orElseThrow();
  }

  private static int[] draws() {
    return IntStream.range(0, LazyTransformer.DRAWS)
        .map(k -> LazyTransformer.FIRST_DRAW + k)
        .toArray();
  }

  /** Steps from the fit to generalisation; infinite if the run ends before. */
  private static double delay(EngineCurves run) {
    return run.stepsTo(LazyTransformer.TEST_ACCURACY, LEVEL)
        - run.stepsTo(LazyTransformer.TRAIN_ACCURACY, LEVEL);
  }

  /** The same between the levels of the cross-entropy that the criterion names. */
  private static double lossDelay(EngineCurves run) {
    return stepsToLoss(run, EngineExperiment.TEST) - stepsToLoss(run, EngineExperiment.TRAIN);
  }

  private static double stepsToLoss(EngineCurves run, String name) {
    double[] losses = run.curve(name);
    for (int k = 0; k < losses.length; k++) {
      if (losses[k] < 0.1) {
        return run.curve(EngineExperiment.STEPS)[k];
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  @Test
  @Checks(value = SCALE_CLAIM, scale = Scale.DESK)
  void largerOutputScalesDelay() {
    Recording recording = recording();
    for (int seed : draws()) {
      List<EngineCurves> runs =
          LazyTransformer.ALPHAS.stream()
              .map(a -> run(recording, a, LazyTransformer.SLOW_DECAY, seed))
              .toList();
      double[] delays = runs.stream().mapToDouble(r -> delay(r)).toArray();
      double[] lossDelays = runs.stream().mapToDouble(r -> lossDelay(r)).toArray();
      for (double[] series : List.of(delays, lossDelays)) {
        runs.get(0)
            .check(
                SCALE_CLAIM,
                "whether the delay grows with α, by "
                    + (series == delays ? "accuracy" : "cross-entropy"))
            .part("larger α, small network")
            .at("α = 1", series[0], "α = 3", series[1], "α = 10", series[2])
            .expectingExactly(true)
            .holds(Sweep.increases(series))
            .rejects("falls", Sweep.increases(Sweep.reversed(series)));
      }
    }
    figure(recording).write(RunSettings.evidenceFolder().resolve(FigureData.FOLDER));
  }

  /** At α = 3 the decay removes most of the delay, and a larger α brings some of it back. */
  @Test
  @Checks(value = DECAY_CLAIM, scale = Scale.DESK)
  void decayShortensTheDelayAndTheOutputScaleBringsItBack() {
    Recording recording = recording();
    for (int seed : draws()) {
      double slow = delay(run(recording, 3, LazyTransformer.SLOW_DECAY, seed));
      EngineCurves decayed = run(recording, 3, LazyTransformer.FAST_DECAY, seed);
      double fast = delay(decayed);
      double back = delay(run(recording, 10, LazyTransformer.FAST_DECAY, seed));
      decayed
          .check(DECAY_CLAIM, "delay at decay 5 over that at decay 1, α = 3")
          .part("decay, small network")
          .at("delay at decay 1", slow)
          .expectingAtMost(0.3, CRITERION)
          .holds(fast / slow)
          .rejects("the inverse", slow / fast);
      decayed
          .check(DECAY_CLAIM, "delay at α = 3 over that at α = 10, decay 5")
          .part("larger α, small network")
          .at("delay at α = 10", back)
          .expectingAtMost(0.5, CRITERION)
          .holds(fast / back)
          .rejects("the inverse", back / fast);
    }
  }

  private static FigureData figure(Recording recording) {
    int seed = LazyTransformer.FIRST_DRAW;
    return new FigureData(
        "kumar.fig6b",
        List.of(SCALE_CLAIM, DECAY_CLAIM),
        "A small transformer at several output scales and decays",
        "Test accuracy comes later for larger α, and sooner at the larger decay.",
        "desk",
        CommitteeFigures.parameters(
            recording, "p = 31, width 48; dashed: training accuracy, α = 1"),
        List.of(
            panel(recording, LazyTransformer.SLOW_DECAY, seed),
            panel(recording, LazyTransformer.FAST_DECAY, seed)));
  }

  private static Panel panel(Recording recording, double decay, int seed) {
    List<Series> series =
        LazyTransformer.ALPHAS.stream()
            .map(
                alpha ->
                    curve(
                        "test, α = " + alpha,
                        run(recording, alpha, decay, seed),
                        LazyTransformer.TEST_ACCURACY))
            .toList();
    EngineCurves first = run(recording, LazyTransformer.ALPHAS.get(0), decay, seed);
    return new Panel(
        "decay " + decay,
        Axis.log("steps"),
        Axis.linear("accuracy"),
        Stream.concat(
                series.stream(),
                Stream.of(
                    Series.printed(
                        "training, α = 1",
                        CommitteeFigures.later(first.result(), EngineExperiment.STEPS),
                        CommitteeFigures.later(first.result(), LazyTransformer.TRAIN_ACCURACY))))
            .toList(),
        "",
        List.of());
  }

  private static Series curve(String name, EngineCurves run, String of) {
    return Series.measured(
        name,
        CommitteeFigures.later(run.result(), EngineExperiment.STEPS),
        CommitteeFigures.later(run.result(), of));
  }
}
