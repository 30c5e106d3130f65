package org.grokcheck.notsawo.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.StatUtils;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Scale;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Recordings;
import org.junit.jupiter.api.Test;

/** Sec. 5, Apps. A, F and G.3: steps, accuracies, gradients and norms at recorded spikes. */
class SpikeSeriesReproduction {
  private static final String ABRUPT = "notsawo.appa.abrupt";
  private static final String SIGNATURE = "notsawo.sec5.signature";
  private static final String GRADIENT = "notsawo.fig19";
  private static final String CYCLE = "notsawo.appf.slingshot_cycle";
  private static final Tolerance CRITERION = new Tolerance.Exact();

  /** Steps over which a norm grows or falls. */
  private static final int REACH = 50;

  /** The first step of a burst that exceeds the threshold is at most this far from its peak. */
  private static final int ONSET = 2;

  private static List<SpikeRun> runs() {
    return SpikeRun.decoders(Recordings.of(new SpikeRuns(), Scale.DESK));
  }

  private static int count(List<SpikeRun> runs) {
    return runs.stream().mapToInt(r -> r.steps(SpikeRecorder.SPIKE).length).sum();
  }

  /** Norms of the steps at spikes, or before them, over the median of their run. */
  private static double[] steps(List<SpikeRun> runs, int before) {
    return runs.stream()
        .flatMapToDouble(
            r -> {
              double[] norms = r.series(SpikeRecorder.UPDATE);
              double usual = StatUtils.percentile(norms, 50);
              return Arrays.stream(r.steps(SpikeRecorder.SPIKE))
                  .filter(t -> t < norms.length)
                  .mapToDouble(t -> norms[t - before] / usual);
            })
        .toArray();
  }

  @Test
  @Checks(value = ABRUPT, scale = Scale.DESK)
  void stepsAreLongAtSpikes() {
    List<SpikeRun> runs = runs();
    double[] at = steps(runs, 0);
    Check.of(ABRUPT, "3 − median over spikes of the norm of the step over that of its run")
        .by(Oracle.REPRODUCTION)
        .at("spikes", at.length, "least", StatUtils.min(at), "most", StatUtils.max(at))
        .expectingAtMost(0, CRITERION)
        .holds(3 - StatUtils.percentile(at, 50))
        .rejects("30 steps before", 3 - StatUtils.percentile(steps(runs, Bursts.BEFORE), 50));
  }

  /** Share of spikes, over all runs, at which something is so. */
  private static double share(List<SpikeRun> runs, Property property) {
    int all = 0;
    int so = 0;
    for (SpikeRun run : runs) {
      IntPredicate holds = property.of(run);
      int length = run.series(SmallRun.LOSSES).length;
      for (int t : run.steps(SpikeRecorder.SPIKE)) {
        if (t + REACH < length) {
          all++;
          so += holds.test(t) ? 1 : 0;
        }
      }
    }
    return (double) so / all;
  }

  /** Something that is so or not at a step of a run. */
  private interface Property {
    IntPredicate of(SpikeRun run);
  }

  /** An accuracy below the 5th percentile of its run. */
  private static IntPredicate low(SpikeRun run, String accuracy, int before) {
    double[] right = run.series(accuracy);
    int start = (int) run.first(SpikeRecorder.TRAIN, GridRun.MEMORISED);
    double usual = StatUtils.percentile(Arrays.copyOfRange(right, start, right.length), 5);
    return t -> right[t - before] < usual;
  }

  /** An accuracy that is back at what it was before a spike before the next one comes. */
  private static IntPredicate back(SpikeRun run, String accuracy) {
    double[] right = run.series(accuracy);
    int[] spikes = run.steps(SpikeRecorder.SPIKE);
    return t ->
        IntStream.range(t, next(spikes, t, right.length))
            .anyMatch(s -> right[s] >= right[t - Bursts.BEFORE]);
  }

  private static int next(int[] spikes, int t, int length) {
    return Arrays.stream(spikes).filter(s -> s > t).min().orElse(length);
  }

  private static IntPredicate unharmed(SpikeRun run, String accuracy) {
    double[] right = run.series(accuracy);
    return t -> right[t] >= right[t - Bursts.BEFORE];
  }

  @Test
  @Checks(value = SIGNATURE, scale = Scale.DESK)
  void accuraciesFallAndRiseAtSpikes() {
    List<SpikeRun> runs = runs();
    for (String accuracy : List.of(SpikeRecorder.TRAIN, SpikeRecorder.VALIDATION)) {
      Check.of(SIGNATURE, "0.8 − share of spikes with an accuracy below its 5th percentile")
          .part("accuracy")
          .by(Oracle.REPRODUCTION)
          .at("accuracy", accuracy, "spikes", count(runs))
          .expectingAtMost(0, CRITERION)
          .holds(0.8 - share(runs, r -> low(r, accuracy, 0)))
          .rejects("30 steps before", 0.8 - share(runs, r -> low(r, accuracy, Bursts.BEFORE)));
      Check.of(SIGNATURE, "0.8 − share of spikes after which an accuracy is back before the next")
          .part("accuracy")
          .by(Oracle.REPRODUCTION)
          .at("accuracy", accuracy, "spikes", count(runs))
          .expectingAtMost(0, CRITERION)
          .holds(0.8 - share(runs, r -> back(r, accuracy)))
          .rejects("at the spike", 0.8 - share(runs, r -> unharmed(r, accuracy)));
    }
  }

  /** log10 of the largest squared gradient norm at a spike, over the median of the run. */
  private static double height(SpikeRun run, int before) {
    return Bursts.logHeight(
        run.series(SpikeRecorder.GRADIENT),
        Arrays.stream(run.steps(SpikeRecorder.SPIKE)).map(t -> t - before));
  }

  @Test
  @Checks(value = GRADIENT, scale = Scale.DESK)
  void gradientsAreLargeAtSpikes() {
    List<SpikeRun> runs = runs();
    double[] heights = runs.stream().mapToDouble(r -> height(r, 0)).toArray();
    double[] earlier = runs.stream().mapToDouble(r -> height(r, Bursts.BEFORE)).toArray();
    Check.of(GRADIENT, "2 − log10 of the ratio of the largest spike to the median, least of runs")
        .by(Oracle.REPRODUCTION)
        .at("runs", runs.size(), "largest", StatUtils.max(heights))
        .expectingAtMost(0, CRITERION)
        .holds(2 - StatUtils.min(heights))
        .rejects("30 steps before the spikes", 2 - StatUtils.min(earlier));
  }

  private static IntPredicate grows(SpikeRun run, String norm, int from, int to) {
    double[] norms = run.series(norm);
    return t -> norms[t + to] > norms[t + from];
  }

  /** Whether a step is after memorisation and no spike comes within the reach of its norms. */
  private static IntPredicate elsewhere(SpikeRun run) {
    double start = run.first(SpikeRecorder.TRAIN, GridRun.MEMORISED) + REACH;
    int[] spikes = run.steps(SpikeRecorder.SPIKE);
    return t -> t > start && Arrays.stream(spikes).noneMatch(s -> Math.abs(s - t) <= REACH);
  }

  /** Share of the steps elsewhere before which a norm grows. */
  private static double usualShare(List<SpikeRun> runs, String norm, int reach) {
    int all = 0;
    int so = 0;
    for (SpikeRun run : runs) {
      IntPredicate quiet = elsewhere(run);
      IntPredicate grows = grows(run, norm, -reach, -ONSET);
      int length = run.series(norm).length;
      all += (int) IntStream.range(0, length).filter(quiet).count();
      so += (int) IntStream.range(0, length).filter(quiet).filter(grows).count();
    }
    return (double) so / all;
  }

  /** Shares on either side of the ledger's 0.8, by the reach: no check rests on them. */
  private static String lastLayer(List<SpikeRun> runs) {
    return Stream.of(10, 20, REACH)
        .map(
            reach ->
                "%s: %s at spikes, %s elsewhere"
                    .formatted(
                        reach,
                        share(runs, r -> grows(r, SpikeRecorder.LAST, -reach, -ONSET)),
                        usualShare(runs, SpikeRecorder.LAST, reach)))
        .collect(Collectors.joining("; "));
  }

  /** With decay the norm of all weights falls up to a spike and grows after it. */
  @Test
  @Checks(value = CYCLE, scale = Scale.DESK)
  void theNormGrowsAfterSpikesAndNotBefore() {
    List<SpikeRun> runs = runs();
    double before = share(runs, r -> grows(r, SpikeRecorder.NORM, -REACH, -ONSET));
    double after = share(runs, r -> grows(r, SpikeRecorder.NORM, 0, REACH));
    Check.of(CYCLE, "0.8 − share of spikes beside which the norm of all weights grows")
        .part("all weights")
        .by(Oracle.REPRODUCTION)
        .at(
            "spikes",
            count(runs),
            "before",
            before,
            "after",
            after,
            "last layer, over steps before",
            lastLayer(runs))
        .expectingAtMost(0, CRITERION)
        .holds(0.8 - after)
        .refutes("in the 50 steps before", 0.8 - before);
  }
}
