package org.grokcheck.notsawo.experiment;

import java.util.List;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.grokcheck.experiment.JobResult;
import org.grokcheck.experiment.Recording;

/**
 * A recorded path with what is read off it.
 *
 * @param result a recorded job of {@link TrajectoryRuns}
 */
public record PathRun(JobResult result) {
  /** Steps within which two bursts coincide. */
  static final int NEAR = Bursts.NEAR;

  /** Returns the recorded runs. */
  public static List<PathRun> of(Recording recording) {
    return recording.results().stream().map(PathRun::new).toList();
  }

  /** Whether it is a run of the decoder, which spikes; the square network does not. */
  public boolean spiking() {
    return result.job().text(TrajectoryRuns.NETWORK).equals(TrajectoryRuns.Network.DECODER.name());
  }

  /** Returns the job's name. */
  public String name() {
    return result.job().text(TrajectoryRuns.NETWORK) + " " + result.job().integer("seed");
  }

  /** Returns a recorded series. */
  public double[] series(String name) {
    return result.measurements().values(name);
  }

  /** The last value of a series. */
  public double last(String name) {
    double[] values = series(name);
    return values[values.length - 1];
  }

  /** Share of the first two components, by the name of their series. */
  public double firstTwo(String shares) {
    double[] values = series(shares);
    return values[0] + values[1];
  }

  /**
   * Correlation of the projections on an axis with the same axis of a random walk of as many
   * points, cos(πk(i + ½)/T).
   *
   * @param axis name of the projections
   * @param k 1 for the first axis
   */
  public double likeRandomWalk(String axis, int k) {
    double[] projections = series(axis);
    return new PearsonsCorrelation()
        .correlation(projections, randomWalkAxis(projections.length, k));
  }

  /** cos(πk(i + ½)/T) for i = 0, ..., T − 1. */
  static double[] randomWalkAxis(int points, int k) {
    double[] axis = new double[points];
    for (int i = 0; i < points; i++) {
      axis[i] = StrictMath.cos(Math.PI * k * (i + 0.5) / points);
    }
    return axis;
  }

  /**
   * Steps at which a series bursts, as {@link Bursts} finds them.
   *
   * @param name of the series
   * @param factor how far above the median before
   */
  public List<Integer> bursts(String name, double factor) {
    return bursts(series(name), factor);
  }

  /** The same of any series. */
  static List<Integer> bursts(double[] values, double factor) {
    return Bursts.of(values, factor);
  }
}
