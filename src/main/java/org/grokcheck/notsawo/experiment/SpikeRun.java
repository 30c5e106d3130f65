package org.grokcheck.notsawo.experiment;

import java.util.Arrays;
import java.util.List;
import org.grokcheck.experiment.JobResult;
import org.grokcheck.experiment.Recording;

/**
 * A recorded run with its spikes.
 *
 * @param result a recorded job of {@link SpikeRuns}
 */
public record SpikeRun(JobResult result) {
  /** What counts as a spike of the loss: this many times the median of the steps before. */
  static final double FACTOR = 10;

  /** Returns the recorded runs of the decoder, which spikes. */
  public static List<SpikeRun> decoders(Recording recording) {
    return of(recording, TrajectoryRuns.Network.DECODER);
  }

  /** Returns the recorded runs of the square network, which generalises early. */
  public static List<SpikeRun> squares(Recording recording) {
    return of(recording, TrajectoryRuns.Network.SQUARE);
  }

  private static List<SpikeRun> of(Recording recording, TrajectoryRuns.Network network) {
    return recording.results().stream()
        .filter(r -> r.job().text(TrajectoryRuns.NETWORK).equals(network.name()))
        .map(SpikeRun::new)
        .toList();
  }

  /** Returns the job's name. */
  public String name() {
    return result.job().text(TrajectoryRuns.NETWORK)
        + " "
        + result.job().integer(SmallRunExperiment.SEED);
  }

  /** Returns a recorded series. */
  public double[] series(String name) {
    return result.measurements().values(name);
  }

  /** Returns the steps of a kind of event, such as {@link SpikeRecorder#SPIKE}. */
  public int[] steps(String kind) {
    return Arrays.stream(series(kind + SpikeRecorder.STEPS)).mapToInt(s -> (int) s).toArray();
  }

  /** Returns the quotient of two series, entry by entry. */
  public double[] quotient(String above, String below) {
    double[] quotient = series(above);
    double[] divisors = series(below);
    for (int i = 0; i < quotient.length; i++) {
      quotient[i] /= divisors[i];
    }
    return quotient;
  }

  /** Returns λ_min/λ_max at the events of a kind, by the extreme Ritz values. */
  public double[] ratios(String kind) {
    return quotient(kind + SpikeRecorder.SMALLEST, kind + SpikeRecorder.LARGEST);
  }

  /** Returns the first step at which an accuracy reaches a level, ∞ if none does. */
  public double first(String accuracy, double level) {
    double[] values = series(accuracy);
    for (int t = 0; t < values.length; t++) {
      if (values[t] >= level) {
        return t;
      }
    }
    return Double.POSITIVE_INFINITY;
  }
}
