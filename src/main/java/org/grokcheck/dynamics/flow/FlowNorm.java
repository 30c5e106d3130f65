package org.grokcheck.dynamics.flow;

import org.grokcheck.compute.linear.DataMatrix;
import org.grokcheck.dynamics.ode.ErrorNorm;

/**
 * Errors of a state (S, b, …) in units of a tolerance ε: ‖δS‖ against ε(‖S‖ + 1/‖x‖), with ‖x‖ the
 * root mean square of the points' norms, and every later component absolutely against ε, being the
 * logarithm of something. The larger of the two counts. Where such a logarithm is so large that its
 * rounding exceeds ε, that takes the place of ε: it is in every exponent.
 *
 * @param tolerance ε
 * @param dimension d
 * @param unit 1/‖x‖
 */
record FlowNorm(double tolerance, int dimension, double unit) implements ErrorNorm {
  /** Roundings of an exponent, relative to its terms. */
  private static final double ROUNDING = 16 * 0x1p-53;

  /** The norm for a data set; points at the origin alone leave S where it is. */
  static FlowNorm of(DataMatrix points, double tolerance) {
    if (!(tolerance >= 1e-13 && tolerance <= 0.1)) {
      throw new IllegalArgumentException(
          "tolerance: need a number from 1e-13 to 0.1, got " + tolerance);
    }
    double[] row = new double[points.columns()];
    double sum = 0;
    for (int i = 0; i < points.rows(); i++) {
      points.row(i, row);
      double norm = size(row, 0, row.length);
      sum += norm * norm / points.rows();
    }
    return new FlowNorm(tolerance, points.columns(), sum > 0 ? 1 / Math.sqrt(sum) : 1);
  }

  @Override
  public double of(double[] error, double[] before, double[] after) {
    double weights = size(error, 0, dimension) / (unit + size(after, 0, dimension));
    double rest = size(error, dimension, error.length);
    double rounding = ROUNDING * size(after, dimension, after.length);
    return Math.max(weights, rest) / Math.max(tolerance, rounding);
  }

  private static double size(double[] values, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i] * values[i];
    }
    return Math.sqrt(sum);
  }
}
