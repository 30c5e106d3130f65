package org.grokcheck.oracle;

import java.util.function.ToDoubleFunction;

/**
 * E f(y) for y ~ N(0, I_d) by the trapezoidal rule on a d-dimensional grid, d up to 3: no direction
 * is singled out, so that f's dependence on a single projection isn't put in.
 *
 * <p>In each coordinate the error is below {@code 2 e^{a²/2 - 2πa/h}} times the size of f on the
 * strip |Im y| ≤ a in which f is analytic (1e-17 for a = 2), plus what lies beyond ±{@link #REACH},
 * of probability 2e-19.
 */
public final class GaussianCube {
  private static final double REACH = 9;
  private static final double STEP = 0.3;
  private static final int HALF = (int) (REACH / STEP);

  private GaussianCube() {}

  /**
   * The average.
   *
   * @param dimension d, 1 to 3
   * @param f analytic for imaginary parts up to 2, and of moderate growth
   */
  public static double average(int dimension, ToDoubleFunction<double[]> f) {
    double[] point = new double[dimension];
    int[] index = new int[dimension];
    double[] sum = new double[2];
    int count = (int) Math.round(StrictMath.pow(2 * HALF + 1, dimension));
    for (int n = 0; n < count; n++) {
      double weight = 1;
      for (int k = 0, rest = n; k < dimension; k++, rest /= 2 * HALF + 1) {
        index[k] = rest % (2 * HALF + 1) - HALF;
        point[k] = STEP * index[k];
        weight *= weight(index[k]);
      }
      addCompensated(sum, weight * f.applyAsDouble(point));
    }
    return sum[0] + sum[1];
  }

  private static double weight(int index) {
    double y = STEP * index;
    return STEP * StrictMath.exp(-0.5 * y * y) / Math.sqrt(2 * Math.PI);
  }

  /** Neumaier's sum: sum[0] the running sum, sum[1] what was lost. */
  private static void addCompensated(double[] sum, double term) {
    double next = sum[0] + term;
    sum[1] += Math.abs(sum[0]) >= Math.abs(term) ? sum[0] - next + term : term - next + sum[0];
    sum[0] = next;
  }
}
