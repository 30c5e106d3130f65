package org.grokcheck.notsawo.experiment;

import java.util.Arrays;
import java.util.List;
import org.grokcheck.experiment.JobResult;
import org.grokcheck.experiment.Recording;
import org.grokcheck.notsawo.curve.AccuracyCurve;
import org.grokcheck.notsawo.signal.SpectralSignature;

/**
 * A recorded run with what is read off it.
 *
 * @param result the recorded job
 */
public record GridRun(JobResult result) {
  /** A run counts as generalised from this validation accuracy on. */
  public static final double GENERALISED = 0.95;

  /** A run has memorised from this training accuracy on. */
  public static final double MEMORISED = 0.99;

  /** Returns the recorded runs. */
  public static List<GridRun> of(Recording recording) {
    return recording.results().stream().map(GridRun::new).toList();
  }

  /** Returns a parameter of the job. */
  public double number(String parameter) {
    return result.job().number(parameter);
  }

  /** Returns the signature of the kept losses. */
  public SpectralSignature signature() {
    double[] losses = series(SmallRun.LOSSES);
    return SpectralSignature.of(losses, losses.length);
  }

  /** Returns t₂, ∞ if it wasn't reached. */
  public double t2() {
    return curve(SmallRun.TRAIN).first(MEMORISED);
  }

  /** Returns t₄, ∞ if it wasn't reached. */
  public double t4() {
    return curve(SmallRun.VALIDATION).first(GENERALISED);
  }

  /** Whether the run generalised after the losses that a forecast looks at. */
  public boolean generalisedLater() {
    return Double.isFinite(t4()) && !generalisedEarly();
  }

  /** Whether the run generalised within these losses, so that there is nothing to forecast. */
  public boolean generalisedEarly() {
    return t4() <= series(SmallRun.LOSSES).length;
  }

  /** Returns a recorded accuracy against the steps. */
  public AccuracyCurve curve(String name) {
    long[] steps = Arrays.stream(series(SmallRun.STEP)).mapToLong(s -> (long) s).toArray();
    return new AccuracyCurve(steps, series(name));
  }

  /** Returns a recorded series. */
  public double[] series(String name) {
    return result.measurements().values(name);
  }
}
