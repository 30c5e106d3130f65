package org.grokcheck.notsawo.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.grokcheck.experiment.FigureData;
import org.grokcheck.experiment.FigureData.Axis;
import org.grokcheck.experiment.FigureData.Panel;
import org.grokcheck.experiment.FigureData.Series;

/** Figures of the recorded slices. */
public final class SliceFigures {
  private SliceFigures() {}

  /**
   * Slices of one run, and segments and counts of all.
   *
   * @param runs those of {@link SliceRuns}
   */
  public static FigureData of(List<SliceRun> runs) {
    SliceRun one = runs.get(0);
    return new FigureData(
        "notsawo.slices",
        List.of(
            "notsawo.fig3",
            "notsawo.fig4",
            "notsawo.fig10",
            "notsawo.fig15",
            "notsawo.sec4.exotic",
            "notsawo.sec5.goodfellow"),
        "Slices of runs that grok",
        "Through the end of a run: alpha = 0 is the end, alpha = 1 the point of the first panel at"
            + " which all training pairs are first right, of the second the start. Basins are"
            + " points of the plane through all three at which all training pairs are right.",
        "desk",
        Map.of("runs", String.valueOf(runs.size())),
        List.of(
            line("towards the memorised point", one, LineSlices.MEMORISED),
            line("towards the start", one, LineSlices.FIRST),
            segments("segments to the memorised point", runs, LineSlices.MEMORISED_SEGMENT),
            segments("segments to the start", runs, LineSlices.FIRST_SEGMENT),
            basins(one),
            counts(runs)));
  }

  private static Panel line(String title, SliceRun run, String name) {
    double[] alpha = SliceRun.alphas(-LineSlices.REACH, LineSlices.REACH);
    return Panel.of(
        title,
        Axis.linear("alpha"),
        Axis.log("loss, accuracies"),
        Series.theory("training loss", alpha, run.series(name)),
        Series.theory("training accuracy", alpha, positive(run.series(name + ", training"))),
        Series.theory("validation accuracy", alpha, positive(run.series(name + ", validation"))));
  }

  /** An accuracy of 0 has no place on a logarithmic axis. */
  private static double[] positive(double[] values) {
    return Arrays.stream(values).map(v -> v > 0 ? v : Double.NaN).toArray();
  }

  private static Panel segments(String title, List<SliceRun> runs, String name) {
    double[] alpha = SliceRun.alphas(0, 1);
    return Panel.of(
        title,
        Axis.linear("alpha"),
        Axis.log("training loss"),
        runs.stream()
            .map(r -> Series.theory("run " + r.seed(), alpha, r.series(name)))
            .toArray(Series[]::new));
  }

  private static Panel basins(SliceRun run) {
    return Panel.of(
        "basins of run " + run.seed(),
        Axis.linear("alpha, towards the memorised point"),
        Axis.linear("beta, towards the start"),
        basin("validation accuracy above 0.8", run, true),
        basin("below", run, false));
  }

  private static Series basin(String name, SliceRun run, boolean high) {
    double[] right = run.series(PlaneSlice.VALIDATION);
    int[] these = IntStream.range(0, right.length).filter(i -> right[i] > 0.8 == high).toArray();
    double[] x = run.series(PlaneSlice.ALPHA);
    double[] y = run.series(PlaneSlice.BETA);
    return Series.measured(
        name,
        Arrays.stream(these).mapToDouble(i -> x[i]).toArray(),
        Arrays.stream(these).mapToDouble(i -> y[i]).toArray());
  }

  private static Panel counts(List<SliceRun> runs) {
    return Panel.of(
        "minima of slices along a run, mean of all",
        Axis.linear("point"),
        Axis.linear("minima"),
        count("towards the end", runs, PathSlices.ENDWARDS),
        count("towards the start", runs, PathSlices.STARTWARDS));
  }

  private static Series count(String name, List<SliceRun> runs, String series) {
    String fine = PathSlices.at(series, SliceReader.POINTS);
    int points = runs.get(0).series(fine).length;
    return Series.measured(
        name,
        IntStream.range(0, points).asDoubleStream().toArray(),
        IntStream.range(0, points)
            .mapToDouble(
                k -> runs.stream().mapToDouble(r -> r.series(fine)[k]).average().orElseThrow())
            .toArray());
  }

  /**
   * Minima of slices against the training fraction.
   *
   * @param id of the figure
   * @param runs of one task, those of {@link FractionSlices}
   */
  public static FigureData fractions(String id, List<SliceRun> runs) {
    List<Series> series = new ArrayList<>();
    double[] x =
        runs.stream()
            .mapToDouble(r -> r.result().job().number(SmallRunExperiment.FRACTION))
            .toArray();
    for (int points : new int[] {61, SliceReader.POINTS}) {
      series.add(
          Series.measured(
              points + " points",
              x,
              runs.stream()
                  .mapToDouble(r -> r.mean(PathSlices.at(PathSlices.ENDWARDS, points)))
                  .toArray()));
    }
    return new FigureData(
        id,
        List.of(id),
        "Minima of slices towards the end of a run, against the training fraction",
        "Mean over ten points of a run, at two resolutions.",
        "desk",
        Map.of("runs", String.valueOf(runs.size())),
        List.of(
            Panel.of(
                "minima of a slice",
                Axis.linear("r"),
                Axis.linear("mean number"),
                series.toArray(Series[]::new))));
  }
}
