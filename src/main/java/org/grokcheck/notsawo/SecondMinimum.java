package org.grokcheck.notsawo;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The local minimum of the chained Rosenbrock function with x_1 &lt; 0, for n ≥ 4 (claim {@code
 * notsawo.ext.ros_second_minimum}).
 */
public final class SecondMinimum {
  /** The largest n. */
  public static final int MAX_DIMENSION = 1000;

  private static final MathContext DIGITS = new MathContext(50);
  private static final BigDecimal NEGLIGIBLE = new BigDecimal("1e-35");
  private static final int MAX_STEPS = 200;

  private SecondMinimum() {}

  /**
   * Returns the minimum to 30 digits, by Newton's method from (−1, 1, ..., 1): gradients in
   * decimals, Hessians in doubles.
   *
   * @param dimension n, from 4 to {@link #MAX_DIMENSION}; for n = 2, 3 there is none
   * @throws IllegalArgumentException if n is out of range
   */
  public static List<BigDecimal> of(int dimension) {
    if (dimension < 4 || dimension > MAX_DIMENSION) {
      throw new IllegalArgumentException(
          "n: need a number from 4 to %d, got %d; there is no second minimum for n = 2, 3"
              .formatted(MAX_DIMENSION, dimension));
    }
    List<BigDecimal> x = new ArrayList<>(Collections.nCopies(dimension, BigDecimal.ONE));
    x.set(0, BigDecimal.ONE.negate());
    for (int k = 0; k < MAX_STEPS; k++) {
      double[] step = step(x);
      BigDecimal largest = BigDecimal.ZERO;
      for (int i = 0; i < dimension; i++) {
        BigDecimal move = new BigDecimal(step[i]);
        largest = largest.max(move.abs());
        x.set(i, x.get(i).subtract(move, DIGITS));
      }
      if (largest.compareTo(NEGLIGIBLE) < 0) {
        return x;
      }
    }
    throw new IllegalStateException("Newton's method did not settle for n = " + dimension);
  }

  /** H⁻¹ ∇g by elimination in the tridiagonal H. */
  private static double[] step(List<BigDecimal> point) {
    int n = point.size();
    double[] x = point.stream().mapToDouble(BigDecimal::doubleValue).toArray();
    List<BigDecimal> gradient = Rosenbrock.CHAINED.gradient(point);
    double[] pivot = new double[n];
    double[] right = new double[n];
    for (int i = 0; i < n; i++) {
      double start = i + 1 < n ? 1200 * x[i] * x[i] - 400 * x[i + 1] + 2 : 0;
      double end = i > 0 ? 200 : 0;
      double before = i > 0 ? -400 * x[i - 1] : 0;
      double factor = i > 0 ? before / pivot[i - 1] : 0;
      pivot[i] = start + end - factor * before;
      right[i] = gradient.get(i).doubleValue() - (i > 0 ? factor * right[i - 1] : 0);
    }
    for (int i = n - 1; i >= 0; i--) {
      double after = i + 1 < n ? -400 * x[i] * right[i + 1] : 0;
      right[i] = (right[i] - after) / pivot[i];
    }
    return right;
  }
}
