package org.grokcheck.notsawo.experiment;

import java.util.List;
import java.util.function.ToIntFunction;
import org.apache.commons.math3.stat.StatUtils;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Scale;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Recordings;
import org.junit.jupiter.api.Test;

/** Sec. 5, App. G.3: losses, gradients and angles step by step through the spikes of a decoder. */
class SpikeReproduction {
  private static final String SIGNATURE = "notsawo.sec5.signature";
  private static final String GRADIENT = "notsawo.fig13";
  private static final String COSINE = "notsawo.fig14";
  private static final String COSINE_AGAIN = "notsawo.fig20";
  private static final String CAUSE = "notsawo.appg3.spike_cause";
  private static final List<Double> FACTORS = List.of(3.0, 5.0, 10.0);

  private static final Tolerance CRITERION = new Tolerance.Exact();

  private static List<PathRun> runs() {
    return PathRun.of(Recordings.of(new TrajectoryRuns(), Scale.DESK)).stream()
        .filter(PathRun::spiking)
        .toList();
  }

  /** Share of dips of the cosine with a burst of another series nearby, over all runs. */
  private static double coinciding(
      List<PathRun> runs, double factor, String other, double otherFactor, boolean moved) {
    int dips = 0;
    int near = 0;
    for (PathRun run : runs) {
      int steps = run.series(PathRecorder.STEP_GAP).length;
      int shift = moved ? steps / 2 : 0;
      List<Integer> bursts =
          run.bursts(other, otherFactor).stream().map(t -> (t + shift) % steps).toList();
      for (int dip : run.bursts(PathRecorder.STEP_GAP, factor)) {
        dips++;
        near += bursts.stream().anyMatch(t -> Math.abs(t - dip) <= PathRun.NEAR) ? 1 : 0;
      }
    }
    return (double) near / dips;
  }

  private static int count(List<PathRun> runs, ToIntFunction<PathRun> number) {
    return runs.stream().mapToInt(number).sum();
  }

  /** At each of three thresholds for what counts as a dip and as a spike. */
  @Test
  @Checks(
      value = {COSINE, COSINE_AGAIN, CAUSE},
      scale = Scale.DESK)
  void cosinesDipWhereLossesAndGradientsSpike() {
    List<PathRun> runs = runs();
    for (double factor : FACTORS) {
      for (String claim : List.of(COSINE, COSINE_AGAIN)) {
        compare(claim, runs, factor, SmallRun.LOSSES, factor);
      }
      compare(CAUSE, runs, factor, PathRecorder.GRADIENT, factor * factor);
    }
  }

  private static void compare(
      String claim, List<PathRun> runs, double factor, String other, double otherFactor) {
    Check.of(claim, "0.8 − share of dips of the cosine within 10 steps of a spike: " + other)
        .by(Oracle.REPRODUCTION)
        .at(
            "factor", factor,
            "dips", count(runs, r -> r.bursts(PathRecorder.STEP_GAP, factor).size()),
            "spikes", count(runs, r -> r.bursts(other, otherFactor).size()))
        .expectingAtMost(0, CRITERION)
        .holds(0.8 - coinciding(runs, factor, other, otherFactor, false))
        .rejects("spikes half a run off", 0.8 - coinciding(runs, factor, other, otherFactor, true));
  }

  /** Share of spikes at which a step's cosine is below its 5th percentile. */
  private static double turning(List<PathRun> runs, double factor, int before) {
    int spikes = 0;
    int turns = 0;
    for (PathRun run : runs) {
      double[] gaps = run.series(PathRecorder.STEP_GAP);
      double usual = StatUtils.percentile(gaps, 95);
      for (int t : run.bursts(SmallRun.LOSSES, factor)) {
        spikes++;
        turns += gaps[Math.min(t - before, gaps.length - 1)] > usual ? 1 : 0;
      }
    }
    return (double) turns / spikes;
  }

  @Test
  @Checks(value = SIGNATURE, scale = Scale.DESK)
  void cosinesAreLowAtSpikes() {
    List<PathRun> runs = runs();
    for (double factor : FACTORS) {
      Check.of(SIGNATURE, "0.8 − share of spikes with a step cosine below its 5th percentile")
          .part("loss and cosine")
          .by(Oracle.REPRODUCTION)
          .at(
              "factor",
              factor,
              "spikes",
              count(runs, r -> r.bursts(SmallRun.LOSSES, factor).size()))
          .expectingAtMost(0, CRITERION)
          .holds(0.8 - turning(runs, factor, 0))
          .rejects("30 steps before", 0.8 - turning(runs, factor, Bursts.BEFORE));
    }
  }

  /** log10 of the largest squared gradient norm at a burst, over the median of the run. */
  private static double height(PathRun run, int before) {
    return Bursts.logHeight(
        run.series(PathRecorder.GRADIENT),
        run.bursts(PathRecorder.GRADIENT, 100).stream().mapToInt(t -> t - before));
  }

  @Test
  @Checks(value = GRADIENT, scale = Scale.DESK)
  void gradientsAreSmallButAtSpikes() {
    List<PathRun> runs = runs();
    Check.of(GRADIENT, "2 − log10 of the ratio of the largest spike to the median, least of runs")
        .by(Oracle.REPRODUCTION)
        .at("runs", runs.size())
        .expectingAtMost(0, CRITERION)
        .holds(2 - runs.stream().mapToDouble(r -> height(r, 0)).min().orElse(Double.NaN))
        .rejects(
            "30 steps before the spikes",
            2 - runs.stream().mapToDouble(r -> height(r, Bursts.BEFORE)).min().orElse(Double.NaN));
  }
}
