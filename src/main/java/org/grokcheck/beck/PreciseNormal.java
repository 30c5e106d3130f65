package org.grokcheck.beck;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Φ to 40 digits, for differences from Φ that a double can't resolve.
 *
 * <p>Φ(x) = ½ + φ(x) Σ_{n≥0} x^{2n+1}/(2n+1)!!, a series of positive terms, with x²/2 given
 * exactly.
 */
final class PreciseNormal {
  private static final MathContext WORK = new MathContext(70);
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal TWO_PI =
      new BigDecimal("6.2831853071795864769252867665590057683943387987502116419498891846156328");
  private static final BigDecimal NEGLIGIBLE = new BigDecimal("1e-65");

  /** e^{−u} is formed from e^{−u/2^HALVINGS}. */
  private static final int HALVINGS = 10;

  private PreciseNormal() {}

  /**
   * Returns Φ(x) with an absolute error below 1e-40.
   *
   * @param sign sign of x
   * @param halfSquare x²/2, at most 50
   */
  static BigDecimal cdf(int sign, BigDecimal halfSquare) {
    BigDecimal excess = overHalf(halfSquare);
    return sign < 0 ? HALF.subtract(excess, WORK) : HALF.add(excess, WORK);
  }

  /**
   * Returns Φ(x) − ½ for x ≥ 0, to 60 digits.
   *
   * @param halfSquare x²/2, at most 50
   */
  static BigDecimal overHalf(BigDecimal halfSquare) {
    BigDecimal square = halfSquare.multiply(TWO, WORK);
    BigDecimal term = square.sqrt(WORK);
    BigDecimal sum = BigDecimal.ZERO;
    for (int n = 1; term.compareTo(sum.multiply(NEGLIGIBLE)) > 0; n++) {
      sum = sum.add(term, WORK);
      term = term.multiply(square, WORK).divide(BigDecimal.valueOf(2L * n + 1), WORK);
    }
    return density(halfSquare).multiply(sum, WORK);
  }

  /**
   * Returns the z with Φ(z) = p to some 30 digits, by a Newton step from the double next to it.
   *
   * @param p a probability with a double quantile of at most 9 in size
   * @param near that quantile
   */
  static BigDecimal quantile(BigDecimal p, double near) {
    BigDecimal z = new BigDecimal(near);
    BigDecimal halfSquare = z.multiply(z).divide(TWO, WORK);
    BigDecimal residual = p.subtract(cdf(z.signum(), halfSquare), WORK);
    return z.add(residual.divide(density(halfSquare), WORK), WORK);
  }

  /** Returns φ(x) from x²/2, at most 50, to 60 digits behind the point. */
  static BigDecimal density(BigDecimal halfSquare) {
    return expMinus(halfSquare).divide(TWO_PI.sqrt(WORK), WORK);
  }

  /** e^{−u}, |u| ≤ 1000, to 60 digits by Taylor's series and repeated squaring. */
  static BigDecimal expMinus(BigDecimal u) {
    BigDecimal small = u.negate().divide(BigDecimal.valueOf(1L << HALVINGS), WORK);
    BigDecimal term = BigDecimal.ONE;
    BigDecimal sum = BigDecimal.ZERO;
    for (int n = 1; term.abs().compareTo(NEGLIGIBLE) > 0; n++) {
      sum = sum.add(term, WORK);
      term = term.multiply(small, WORK).divide(BigDecimal.valueOf(n), WORK);
    }
    for (int k = 0; k < HALVINGS; k++) {
      sum = sum.multiply(sum, WORK);
    }
    return sum;
  }
}
