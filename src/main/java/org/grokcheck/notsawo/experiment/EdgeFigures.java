package org.grokcheck.notsawo.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.grokcheck.experiment.FigureData;
import org.grokcheck.experiment.FigureData.Axis;
import org.grokcheck.experiment.FigureData.Panel;
import org.grokcheck.experiment.FigureData.Series;

/** The figure of the recorded descents at the edge of stability. */
public final class EdgeFigures {
  private EdgeFigures() {}

  /**
   * Averages against what the flow would reach, and two networks in time.
   *
   * @param runs those of {@link EdgeRuns}
   */
  public static FigureData of(List<EdgeRun> runs) {
    double[] flow = runs.stream().mapToDouble(EdgeRun::flowLargest).sorted().toArray();
    return new FigureData(
        "notsawo.sec4.eos",
        List.of("notsawo.sec4.eos"),
        "Largest eigenvalue of gradient descent beside 2/eps",
        "Over the last half of a descent the largest eigenvalue is 2/eps where the gradient flow"
            + " from the same start exceeds that, but for one descent that overshoots and ends"
            + " below, and the flow's own where it does not.",
        "desk",
        Map.of("descents", String.valueOf(runs.size())),
        List.of(
            Panel.of(
                "average over the last half",
                Axis.linear("largest of the flow, by 2/eps"),
                Axis.linear("average, by 2/eps"),
                Series.theory(
                    "smaller of the flow's and 1",
                    flow,
                    Arrays.stream(flow).map(x -> Math.min(x, 1)).toArray()),
                Series.measured(
                    "descents",
                    runs.stream().mapToDouble(EdgeRun::flowLargest).toArray(),
                    runs.stream().mapToDouble(EdgeRun::average).toArray())),
            inTime(runs, 1),
            inTime(runs, 5)));
  }

  private static Panel inTime(List<EdgeRun> runs, int seed) {
    return Panel.of(
        "in time, network " + seed,
        Axis.linear("record, each 101 steps"),
        Axis.linear("by 2/eps"),
        runs.stream()
            .filter(r -> r.result().job().integer("seed") == seed)
            .map(
                r ->
                    Series.measured(
                        "eps = " + r.rate(),
                        IntStream.rangeClosed(1, r.sharpness().length)
                            .mapToDouble(i -> i)
                            .toArray(),
                        r.sharpness()))
            .toArray(Series[]::new));
  }
}
