package org.grokcheck.dynamics.margin;

import org.grokcheck.compute.linear.DataMatrix;

/**
 * Products with a data matrix in twice the working precision, each with a proved bound of its error
 * (T. Ogita, S. M. Rump, S. Oishi, Accurate sum and dot product, SIAM J. Sci. Comput. 26, 2005).
 */
final class BoundedProducts {
  private static final double UNIT_ROUNDOFF = 0x1p-53;

  private BoundedProducts() {}

  /** Values v̂ₖ and bounds of |v̂ₖ − vₖ|. */
  record Bounded(double[] values, double[] errors) {
    /** An upper bound of ‖v‖, rounding included. */
    double normBound() {
      double sum = 0;
      for (int k = 0; k < values.length; k++) {
        double most = Math.abs(values[k]) + errors[k];
        sum += most * most;
      }
      return Math.sqrt(sum) * (1 + (values.length + 4) * UNIT_ROUNDOFF) + Double.MIN_NORMAL;
    }
  }

  /** All xᵢ·w. */
  static Bounded margins(DataMatrix x, double[] w) {
    double[] z = new double[x.rows()];
    double[] errors = new double[x.rows()];
    double[] row = new double[x.columns()];
    for (int i = 0; i < z.length; i++) {
      x.row(i, row);
      dot(row, w, i, z, errors);
    }
    return new Bounded(z, errors);
  }

  /** Σ aᵢxᵢ. */
  static Bounded combination(DataMatrix x, double[] a) {
    int d = x.columns();
    double[] sums = new double[d];
    double[] tails = new double[d];
    double[] sizes = new double[d];
    double[] row = new double[d];
    for (int i = 0; i < a.length; i++) {
      x.row(i, row);
      accumulate(a[i], row, sums, tails, sizes);
    }
    double[] errors = new double[d];
    for (int j = 0; j < d; j++) {
      sums[j] += tails[j];
      errors[j] = error(a.length, sums[j], sizes[j]);
    }
    return new Bounded(sums, errors);
  }

  private static void accumulate(
      double a, double[] row, double[] sums, double[] tails, double[] sizes) {
    for (int j = 0; j < row.length; j++) {
      double product = a * row[j];
      double next = sums[j] + product;
      double part = next - sums[j];
      tails[j] += Math.fma(a, row[j], -product) + ((sums[j] - (next - part)) + (product - part));
      sums[j] = next;
      sizes[j] += Math.abs(product);
    }
  }

  private static void dot(double[] x, double[] y, int i, double[] values, double[] errors) {
    double sum = 0;
    double tail = 0;
    double size = 0;
    for (int j = 0; j < x.length; j++) {
      double product = x[j] * y[j];
      double next = sum + product;
      double part = next - sum;
      tail += Math.fma(x[j], y[j], -product) + ((sum - (next - part)) + (product - part));
      sum = next;
      size += Math.abs(product);
    }
    values[i] = sum + tail;
    errors[i] = error(x.length, values[i], size);
  }

  /** u|v̂| + 2γₙ²Σ|terms|, plus n times the least double for products that underflow. */
  private static double error(int terms, double value, double size) {
    double gamma = 2 * terms * UNIT_ROUNDOFF;
    return 2 * UNIT_ROUNDOFF * Math.abs(value)
        + 2 * gamma * gamma * size
        + 5.0 * terms * Double.MIN_VALUE;
  }
}
