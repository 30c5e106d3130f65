package org.grokcheck.kumar.experiment;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.grokcheck.experiment.FigureData;
import org.grokcheck.experiment.FigureData.Axis;
import org.grokcheck.experiment.FigureData.Panel;
import org.grokcheck.experiment.FigureData.Series;
import org.grokcheck.experiment.JobResult;
import org.grokcheck.experiment.Recording;

/** Fig. 3 as data. */
final class LazinessFigures {
  private LazinessFigures() {}

  /** Curves of the first draw, for several α and for several ε. */
  static FigureData curves(Recording recording) {
    return new FigureData(
        "kumar.fig3a",
        List.of("kumar.fig3a", "kumar.fig3b", "kumar.sec5.1.alpha-delay", "kumar.sec5.2.eps-delay"),
        "Training and test loss for several α and for several ε",
        "The delay in epochs and the final test loss grow with α in every draw; the delay in epochs"
            + " falls with ε, while t_test/t_train grows.",
        "desk",
        CommitteeFigures.parameters(recording, "D = 20, N = 200, P = 100; ε = 1/4, or α = 1"),
        List.of(
            CommitteeFigures.losses(
                "α at ε = 1/4", Sweep.of(recording, LazinessSweep.ALPHA, "alpha").get(0)),
            CommitteeFigures.losses(
                "ε at α = 1", Sweep.of(recording, LazinessSweep.EPS, "eps").get(0))));
  }

  /** The delay against α, a line for each ε. */
  static FigureData map(DelayMap map) {
    Map<Double, Map<Double, Double>> columns = new TreeMap<>();
    map.delays()
        .forEach(
            (alpha, row) ->
                row.forEach(
                    (eps, delay) ->
                        columns
                            .computeIfAbsent(eps, e -> new TreeMap<>())
                            .put(alpha, Double.isFinite(delay) ? delay : Double.NaN)));
    Stream<Series> series =
        columns.entrySet().stream()
            .map(
                e ->
                    Series.measured(
                        "ε = " + e.getKey(),
                        CommitteeFigures.array(e.getValue().keySet()),
                        CommitteeFigures.array(e.getValue().values())));
    return new FigureData(
        "kumar.fig3e",
        List.of("kumar.fig3e"),
        "Delay between training and test loss against α and ε",
        "It grows with α and falls with ε at more than nine in ten neighbours; where no point is"
            + " drawn, the test loss never falls to the level.",
        "desk",
        Map.of("level", map.level() + " of the test loss at the start", "sizes", "D = 15, P = 70"),
        List.of(
            Panel.of(
                "delay in epochs times η₀",
                Axis.log("α"),
                Axis.log("t_test − t_train"),
                series.toArray(Series[]::new))));
  }

  /**
   * The largest relative distance of two training losses until the first has fallen to a share of
   * its start; the second is taken linearly in time between its points.
   */
  static double distance(JobResult run, JobResult other, double share) {
    double[] times = run.measurements().values(CommitteeCurves.TIME);
    double[] losses = run.measurements().values(CommitteeCurves.TRAIN);
    double[] otherTimes = other.measurements().values(CommitteeCurves.TIME);
    double[] otherLosses = other.measurements().values(CommitteeCurves.TRAIN);
    double largest = 0;
    for (int i = 0; i < times.length && losses[i] >= share * losses[0]; i++) {
      double at = between(otherTimes, otherLosses, times[i]);
      largest = Math.max(largest, Math.abs(losses[i] / at - 1));
    }
    return largest;
  }

  private static double between(double[] times, double[] values, double time) {
    int k = 1;
    while (k + 1 < times.length && times[k] < time) {
      k++;
    }
    double part = (time - times[k - 1]) / (times[k] - times[k - 1]);
    return values[k - 1] + part * (values[k] - values[k - 1]);
  }
}
