package org.grokcheck.notsawo.experiment;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.grokcheck.experiment.FigureData;
import org.grokcheck.experiment.FigureData.Axis;
import org.grokcheck.experiment.FigureData.Panel;
import org.grokcheck.experiment.FigureData.Series;

/** The figure of spikes against clipping and the learning rate. */
public final class ClippedFigures {
  /** Where runs without clipping are drawn: beside the largest threshold. */
  private static final double NO_CLIP = 10;

  private ClippedFigures() {}

  /**
   * Largest losses against the threshold; energy of the oscillation and t4 against the rate.
   *
   * @param runs those of {@link ClippedRuns}
   */
  public static FigureData of(List<GridRun> runs) {
    List<GridRun> usual =
        runs.stream()
            .filter(r -> r.number(SmallRunExperiment.RATE) == ClippedRuns.USUAL_RATE)
            .toList();
    List<GridRun> free =
        runs.stream().filter(r -> Double.isInfinite(r.number(ClippedRuns.CLIP))).toList();
    List<GridRun> generalised = free.stream().filter(r -> Double.isFinite(r.t4())).toList();
    return new FigureData(
        "notsawo.appg4.spikes",
        List.of("notsawo.appg4.spikes", "notsawo.appg4.small_lr"),
        "Spikes with clipped gradients and at several learning rates",
        "While the threshold falls a hundredfold the largest loss after memorisation stays above"
            + " half of what it is without clipping; runs without clipping stand at 10. The"
            + " oscillation grows with the learning rate, and generalisation comes earlier; runs"
            + " that don't generalise are left out of the last panel.",
        "desk",
        Map.of("runs", String.valueOf(runs.size())),
        List.of(
            panel(
                "largest loss",
                usual,
                "threshold",
                ClippedFigures::threshold,
                SpikeSummary.LARGEST),
            panel("oscillation", free, "learning rate", ClippedFigures::rate, SpikeSummary.ENERGY),
            Panel.of(
                "generalisation",
                Axis.log("learning rate"),
                Axis.log("t4"),
                Series.measured(
                    "runs", of(generalised, ClippedFigures::rate), of(generalised, GridRun::t4)))));
  }

  private static Panel panel(
      String title, List<GridRun> runs, String label, ToDoubleFunction<GridRun> x, String name) {
    return Panel.of(
        title,
        Axis.log(label),
        Axis.log(name),
        Series.measured("runs", of(runs, x), of(runs, r -> r.series(name)[0])));
  }

  private static double threshold(GridRun run) {
    return Math.min(NO_CLIP, run.number(ClippedRuns.CLIP));
  }

  private static double rate(GridRun run) {
    return run.number(SmallRunExperiment.RATE);
  }

  private static double[] of(List<GridRun> runs, ToDoubleFunction<GridRun> value) {
    return runs.stream().mapToDouble(value).toArray();
  }
}
