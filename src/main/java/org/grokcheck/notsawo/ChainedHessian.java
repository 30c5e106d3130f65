package org.grokcheck.notsawo;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The Hessian of the chained Rosenbrock function at (1, ..., 1): tridiagonal with 802, 1002, ...,
 * 1002, 200 on and −400 off the diagonal (claim {@code notsawo.ext.ros_hessian}).
 *
 * @param dimension n, from 2 to {@link #MAX_DIMENSION}
 */
public record ChainedHessian(int dimension) {
  /** The largest n; its eigenvalues take about a second. */
  public static final int MAX_DIMENSION = 10_000;

  private static final MathContext DIGITS = new MathContext(45);
  private static final BigDecimal SQUARE = BigDecimal.valueOf(400 * 400);
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  /** Above all Gershgorin discs. */
  private static final BigDecimal ABOVE = BigDecimal.valueOf(2000);

  /** 2000/2¹²⁰ is below 10⁻³². */
  private static final int BISECTIONS = 120;

  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if n is out of range
   */
  public ChainedHessian {
    if (dimension < 2 || dimension > MAX_DIMENSION) {
      throw new IllegalArgumentException(
          "n: need a number from 2 to " + MAX_DIMENSION + ", got " + dimension);
    }
  }

  /** The smallest eigenvalue, to 30 decimals. */
  public BigDecimal smallest() {
    return bisect(1);
  }

  /** The largest eigenvalue, to 30 decimals: plain descent is stable for rates below 2 over it. */
  public BigDecimal largest() {
    return bisect(dimension);
  }

  /** The eigenvalue with this number from below, from 1. */
  private BigDecimal bisect(int number) {
    BigDecimal low = BigDecimal.ZERO;
    BigDecimal high = ABOVE;
    for (int k = 0; k < BISECTIONS; k++) {
      BigDecimal middle = low.add(high).divide(TWO, DIGITS);
      if (below(middle) >= number) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return low.add(high).divide(TWO).setScale(30, RoundingMode.HALF_EVEN);
  }

  /** Number of eigenvalues below a shift: that of negative pivots of the shifted matrix. */
  private int below(BigDecimal shift) {
    int count = 0;
    BigDecimal pivot = BigDecimal.ONE;
    for (int i = 0; i < dimension; i++) {
      BigDecimal coupling = i == 0 ? BigDecimal.ZERO : SQUARE.divide(pivot, DIGITS);
      pivot = diagonal(i).subtract(shift).subtract(coupling, DIGITS);
      if (pivot.signum() == 0) {
        pivot = BigDecimal.ONE.movePointLeft(DIGITS.getPrecision());
      }
      count += pivot.signum() < 0 ? 1 : 0;
    }
    return count;
  }

  private BigDecimal diagonal(int i) {
    int entry = i == 0 ? 802 : i == dimension - 1 ? 200 : 1002;
    return BigDecimal.valueOf(entry);
  }
}
