package org.grokcheck.notsawo.experiment;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Scale;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.experiment.FigureData;
import org.grokcheck.harness.Recordings;
import org.grokcheck.harness.RunSettings;
import org.junit.jupiter.api.Test;

/** Figs. 16, 17: slices towards the end of recorded runs with more or less training data. */
class FractionReproduction {
  private static final String SUMS = "notsawo.fig16";
  private static final String PERMUTATIONS = "notsawo.fig17";
  private static final String FINE = PathSlices.at(PathSlices.ENDWARDS, SliceReader.POINTS);
  private static final String COARSE = PathSlices.at(PathSlices.ENDWARDS, 61);
  private static final Tolerance CRITERION = new Tolerance.Exact();

  private static double[] of(List<SliceRun> runs, ToDoubleFunction<SliceRun> value) {
    return runs.stream().mapToDouble(value).toArray();
  }

  private static double fraction(SliceRun run) {
    return run.result().job().number(SmallRunExperiment.FRACTION);
  }

  @Test
  @Checks(
      value = {SUMS, PERMUTATIONS},
      scale = Scale.DESK)
  void slicesAtSeveralFractions() {
    List<SliceRun> runs = SliceRun.of(Recordings.of(new FractionSlices(), Scale.DESK));
    judge(SUMS, runs, FractionSlices.Task.SUM);
    judge(PERMUTATIONS, runs, FractionSlices.Task.PERMUTATIONS);
  }

  private static double lengthWithFraction(List<SliceRun> runs, double[] lengths) {
    return new SpearmansCorrelation()
        .correlation(of(runs, FractionReproduction::fraction), lengths);
  }

  /** The ridge is true by the choice of a run's end: a check of the slices alone. */
  private static void judge(String claim, List<SliceRun> runs, FractionSlices.Task task) {
    List<SliceRun> these =
        runs.stream()
            .filter(r -> r.result().job().text(FractionSlices.TASK).equals(task.name()))
            .toList();
    SliceFigures.fractions(claim, these)
        .write(RunSettings.evidenceFolder().resolve(FigureData.FOLDER));
    double[] ridges =
        these.stream()
            .flatMapToDouble(
                r ->
                    DoubleStream.concat(
                        DoubleStream.of(r.series(PathSlices.RIDGE)),
                        DoubleStream.of(r.series(PathSlices.VALIDATION_RIDGE))))
            .toArray();
    double[] counts = of(these, r -> r.mean(FINE));
    double trend =
        new SpearmansCorrelation().correlation(of(these, FractionReproduction::fraction), counts);
    double[] lengths = of(these, r -> r.last(SmallRun.STEP));
    Check.of(claim, "1 − least accuracy where slices through a run's points meet its end")
        .part("where slices meet the end")
        .by(Oracle.REPRODUCTION)
        .at(
            "runs", these.size(),
            "fewest minima of a slice, mean of a run", StatUtils.min(counts),
            "most", StatUtils.max(counts),
            "most at 61 points", StatUtils.max(of(these, r -> r.mean(COARSE))),
            "rank correlation with r", trend,
            "with the run's length", new SpearmansCorrelation().correlation(lengths, counts),
            "of the length with r", lengthWithFraction(these, lengths))
        .expectingAtMost(0, CRITERION)
        .holds(1 - StatUtils.min(ridges))
        .rejects(
            "at the start", 1 - StatUtils.max(of(these, r -> r.series(SmallRun.VALIDATION)[0])));
  }
}
