package org.grokcheck.notsawo.experiment;

import java.util.Arrays;
import org.apache.commons.math3.stat.StatUtils;
import org.grokcheck.experiment.Measurements;
import org.grokcheck.notsawo.signal.Energy;
import org.grokcheck.notsawo.signal.HighPass;

/** What is kept of the losses of a run after it has memorised, in place of the losses. */
final class SpikeSummary {
  /** How many spikes there are. */
  static final String COUNT = "spikes";

  /** Their largest losses. */
  static final String PEAKS = "losses at spikes";

  /** The largest loss. */
  static final String LARGEST = "largest loss";

  /** Energy of the losses without their moving average. */
  static final String ENERGY = "energy of the oscillation";

  /** The loss of the last step. */
  static final String FINAL = "last loss";

  /** What counts as a spike: this many times the median of the steps before. */
  private static final double FACTOR = 10;

  private SpikeSummary() {}

  /**
   * Reads a run; NaN where it hasn't memorised.
   *
   * @param run what {@link SmallRun} measured, with the losses of all steps
   */
  static Measurements of(Measurements run) {
    double[] losses = run.values(SmallRun.LOSSES);
    Measurements kept =
        Measurements.none()
            .with(FINAL, losses[losses.length - 1])
            .with(SmallRun.STEP, run.values(SmallRun.STEP))
            .with(SmallRun.TRAIN, run.values(SmallRun.TRAIN))
            .with(SmallRun.VALIDATION, run.values(SmallRun.VALIDATION));
    int start = memorised(run, losses.length);
    double[] after = Arrays.copyOfRange(losses, start, losses.length);
    double[] peaks =
        Bursts.of(losses, FACTOR).stream()
            .filter(t -> t >= start)
            .mapToDouble(t -> losses[t])
            .toArray();
    return kept.with(COUNT, after.length > 0 ? peaks.length : Double.NaN)
        .with(PEAKS, peaks)
        .with(LARGEST, after.length > 0 ? StatUtils.max(after) : Double.NaN)
        .with(ENERGY, after.length > 0 ? Energy.of(HighPass.oscillation(after)) : Double.NaN);
  }

  /** The first recorded step from which all but one in a hundred training pairs are right. */
  private static int memorised(Measurements run, int never) {
    double[] right = run.values(SmallRun.TRAIN);
    double[] steps = run.values(SmallRun.STEP);
    for (int i = 0; i < right.length; i++) {
      if (right[i] >= GridRun.MEMORISED) {
        return (int) steps[i];
      }
    }
    return never;
  }
}
