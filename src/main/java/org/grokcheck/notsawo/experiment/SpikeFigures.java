package org.grokcheck.notsawo.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.grokcheck.experiment.FigureData;
import org.grokcheck.experiment.FigureData.Axis;
import org.grokcheck.experiment.FigureData.Panel;
import org.grokcheck.experiment.FigureData.Series;

/** The figure of the recorded spikes. */
public final class SpikeFigures {
  private SpikeFigures() {}

  /**
   * Losses, steps and norms through the spikes of one run, the ends of the spectrum at the spikes
   * and quiet steps of all, and the losses of a run that doesn't spike.
   *
   * @param spiking the decoder's runs
   * @param smooth a run of the square network
   */
  public static FigureData of(List<SpikeRun> spiking, SpikeRun smooth) {
    SpikeRun first = spiking.get(0);
    return new FigureData(
        "notsawo.spikes",
        List.of(
            "notsawo.sec4.no_negative",
            "notsawo.sec4.slingshot_negative",
            "notsawo.sec5.periodic",
            "notsawo.appa.abrupt",
            "notsawo.appa.double_descent",
            "notsawo.appf.slingshot_cycle",
            "notsawo.fig11",
            "notsawo.fig19"),
        "Spikes of small runs",
        "At the spikes of a decoder's loss its steps are an order of magnitude longer, and the"
            + " Hessian's smallest eigenvalue is far below what it is at quiet steps, where it is"
            + " negative too. The norm falls before a spike and grows after it. A network that"
            + " squares its embeddings generalises without a spike.",
        "desk",
        Map.of("runs", String.valueOf(spiking.size())),
        List.of(losses(first), norms(first), spectrum(spiking), validation(smooth)));
  }

  private static Panel losses(SpikeRun run) {
    return Panel.of(
        "step by step, " + run.name(),
        Axis.linear("step"),
        Axis.log("loss, norm of the step"),
        PathFigures.thinned("training loss", run.series(SmallRun.LOSSES)),
        PathFigures.thinned("norm of the step", run.series(SpikeRecorder.UPDATE)));
  }

  private static Panel norms(SpikeRun run) {
    return Panel.of(
        "norms, " + run.name(),
        Axis.linear("step"),
        Axis.log("norm"),
        PathFigures.thinned("all weights", run.series(SpikeRecorder.NORM)),
        PathFigures.thinned("last layer", run.series(SpikeRecorder.LAST)));
  }

  private static Panel spectrum(List<SpikeRun> runs) {
    return Panel.of(
        "ends of the spectrum, all runs",
        Axis.log("largest eigenvalue"),
        Axis.log("−smallest eigenvalue"),
        extremes("spikes", runs, SpikeRecorder.SPIKE),
        extremes("quiet steps", runs, SpikeRecorder.QUIET));
  }

  private static Series extremes(String name, List<SpikeRun> runs, String kind) {
    double[] largest = all(runs, kind + SpikeRecorder.LARGEST);
    double[] smallest = all(runs, kind + SpikeRecorder.SMALLEST);
    int[] negative = IntStream.range(0, smallest.length).filter(i -> smallest[i] < 0).toArray();
    return Series.measured(
        name,
        Arrays.stream(negative).mapToDouble(i -> largest[i]).toArray(),
        Arrays.stream(negative).mapToDouble(i -> -smallest[i]).toArray());
  }

  private static double[] all(List<SpikeRun> runs, String name) {
    return runs.stream().flatMapToDouble(r -> Arrays.stream(r.series(name))).toArray();
  }

  private static Panel validation(SpikeRun run) {
    return Panel.of(
        "without a spike, " + run.name(),
        Axis.linear("step"),
        Axis.log("loss"),
        PathFigures.thinned("training loss", run.series(SmallRun.LOSSES)),
        PathFigures.thinned("validation loss", run.series(SpikeRecorder.VALIDATION_LOSS)));
  }
}
