package org.grokcheck.notsawo.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Scale;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Recordings;
import org.grokcheck.notsawo.signal.HighPass;
import org.junit.jupiter.api.Test;

/** App. H: the intrinsic dimension of the last hidden layer along recorded runs that spike. */
class HiddenDimensionReproduction {
  private static final String DYNAMICS = "notsawo.apph.dynamics";
  private static final String ALONG = "notsawo.fig21";
  private static final String AGAINST = "notsawo.fig22";
  private static final Tolerance CRITERION = new Tolerance.Exact();

  private static List<SpikeRun> runs() {
    return SpikeRun.decoders(Recordings.of(new SpikeRuns(), Scale.DESK));
  }

  private static double[] of(List<SpikeRun> runs, ToDoubleFunction<SpikeRun> value) {
    return runs.stream().mapToDouble(value).toArray();
  }

  private static double[] dimensions(SpikeRun run) {
    return run.series(SpikeRecorder.HIDDEN + SpikeRecorder.LIKELY);
  }

  /** A series of every step at the steps of the dimensions. */
  private static double[] there(SpikeRun run, double[] series) {
    return Arrays.stream(run.steps(SpikeRecorder.HIDDEN)).mapToDouble(t -> series[t]).toArray();
  }

  private static double atT2(SpikeRun run) {
    double t2 = run.first(SpikeRecorder.TRAIN, GridRun.MEMORISED);
    int[] steps = run.steps(SpikeRecorder.HIDDEN);
    return dimensions(run)[(int) Arrays.stream(steps).filter(t -> t < t2).count()];
  }

  private static double largestQuotient(double[] above, double[] below) {
    return IntStream.range(0, above.length)
        .mapToDouble(i -> above[i] / below[i])
        .max()
        .orElse(Double.NaN);
  }

  /** How much larger the dimension is somewhere before t2 than at the start and at t2. */
  private static double earlyRise(SpikeRun run) {
    double[] dimensions = dimensions(run);
    int[] steps = run.steps(SpikeRecorder.HIDDEN);
    double t2 = run.first(SpikeRecorder.TRAIN, GridRun.MEMORISED);
    int end = (int) Arrays.stream(steps).filter(t -> t < t2).count();
    double top = StatUtils.max(Arrays.copyOf(dimensions, end));
    return top / Math.max(dimensions[0], dimensions[end]);
  }

  private static double last(double[] values) {
    return values[values.length - 1];
  }

  @Test
  @Checks(
      value = {DYNAMICS, ALONG},
      scale = Scale.DESK)
  void dimensionsHaveAnEarlyMaximumAndFallLater() {
    List<SpikeRun> runs = runs();
    double[] rises = of(runs, HiddenDimensionReproduction::earlyRise);
    double[] tops = of(runs, r -> StatUtils.max(dimensions(r)));
    double[] ends = of(runs, r -> last(dimensions(r)));
    for (String claim : List.of(DYNAMICS, ALONG)) {
      Check.of(claim, "1 − largest dimension before t2 over those at the start and at t2")
          .part("early maximum")
          .by(Oracle.REPRODUCTION)
          .at("quotients", Arrays.toString(rises))
          .expectingAtMost(0, CRITERION)
          .holds(1 - StatUtils.min(rises))
          .rejects("the last dimension", 1 - StatUtils.max(ends) / StatUtils.min(tops));
      Check.of(claim, "last dimension over the largest, most of runs, below one half")
          .part("later fall")
          .by(Oracle.REPRODUCTION)
          .at(
              "first", Arrays.toString(of(runs, r -> dimensions(r)[0])),
              "largest", Arrays.toString(tops),
              "last", Arrays.toString(ends),
              "rank correlation with the oscillation", correlations(runs, false),
              "after t2", correlations(runs, true))
          .expectingAtMost(0.5, CRITERION)
          .holds(largestQuotient(ends, tops))
          .rejects("at t2", largestQuotient(of(runs, r -> atT2(r)), tops));
    }
  }

  private static double correlation(double[] x, double[] y) {
    return new SpearmansCorrelation().correlation(x, y);
  }

  /** Of the dimension and |the high-passed loss|, over a run or from its t2 on. */
  private static double withOscillation(SpikeRun run, boolean afterT2) {
    double[] sizes =
        there(
            run,
            Arrays.stream(HighPass.oscillation(run.series(SmallRun.LOSSES)))
                .map(Math::abs)
                .toArray());
    double start = afterT2 ? run.first(SpikeRecorder.TRAIN, GridRun.MEMORISED) : 0;
    int from = (int) Arrays.stream(run.steps(SpikeRecorder.HIDDEN)).filter(t -> t < start).count();
    return correlation(
        Arrays.copyOfRange(dimensions(run), from, sizes.length),
        Arrays.copyOfRange(sizes, from, sizes.length));
  }

  /** Run by run, with mean and interval: these leave the sign open, so no check rests on them. */
  private static String correlations(List<SpikeRun> runs, boolean afterT2) {
    double[] values = of(runs, r -> withOscillation(r, afterT2));
    return "%s, mean %s, interval %s"
        .formatted(
            Arrays.toString(values),
            StatUtils.mean(values),
            Arrays.toString(StudentInterval.of(values)));
  }

  /** Within a run neighbouring records depend on each other: the runs are what is counted. */
  @Test
  @Checks(value = AGAINST, scale = Scale.DESK)
  void dimensionsFallAsTheAccuracyRises() {
    List<SpikeRun> runs = runs();
    double[] correlations =
        of(runs, r -> correlation(dimensions(r), there(r, r.series(SpikeRecorder.VALIDATION))));
    double[] interval = StudentInterval.of(correlations);
    Check.of(AGAINST, "upper end of the 95 % interval of the rank correlation with the accuracy")
        .by(Oracle.REPRODUCTION)
        .at("correlations", Arrays.toString(correlations), "interval", Arrays.toString(interval))
        .expectingAtMost(0, CRITERION)
        .holds(interval[1])
        .rejects("of the opposite sign", -interval[0]);
  }
}
