package org.grokcheck.oracle;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Σ_{k&lt;d} C(N−1, k) in integers, term by term from the first, for thousands of points. */
public final class WendelSum {
  private final int points;
  private final BigInteger favourable;

  /**
   * The sum.
   *
   * @param points N
   * @param dimension d, from 1 to N
   */
  public WendelSum(int points, int dimension) {
    this.points = points;
    BigInteger term = BigInteger.ONE;
    BigInteger sum = BigInteger.ONE;
    for (int k = 1; k < dimension; k++) {
      term = term.multiply(BigInteger.valueOf(points - k)).divide(BigInteger.valueOf(k));
      sum = sum.add(term);
    }
    favourable = sum;
  }

  /** The sum itself. */
  public BigInteger favourable() {
    return favourable;
  }

  /** What it lacks to 2^{N−1}. */
  public BigInteger unfavourable() {
    return BigInteger.ONE.shiftLeft(points - 1).subtract(favourable);
  }

  /** Its share p in 2^{N−1}, to 60 digits. */
  public BigDecimal probability() {
    BigDecimal all = new BigDecimal(BigInteger.ONE.shiftLeft(points - 1));
    return new BigDecimal(favourable).divide(all, Decimal.DIGITS);
  }
}
