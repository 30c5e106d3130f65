package org.grokcheck.oracle;

import static org.grokcheck.oracle.Decimal.over;
import static org.grokcheck.oracle.Decimal.times;

import java.math.BigDecimal;

/** Averages over a standard normal variable from its moments, E y^{2k} = (2k−1)!! (Isserlis). */
public final class GaussianMoments {
  private static final BigDecimal NEGLIGIBLE = new BigDecimal("1e-58");

  private GaussianMoments() {}

  /** E e^{sy} = Σ s^{2k} E y^{2k}/(2k)!, all terms positive. */
  public static BigDecimal exponential(BigDecimal s) {
    BigDecimal square = times(s, s);
    BigDecimal term = BigDecimal.ONE;
    BigDecimal sum = BigDecimal.ZERO;
    for (long k = 1; term.compareTo(times(sum, NEGLIGIBLE)) > 0; k++) {
      sum = Decimal.plus(sum, term);
      BigDecimal moment = times(square, BigDecimal.valueOf(2 * k - 1));
      term = over(times(term, moment), BigDecimal.valueOf(2 * k * (2 * k - 1)));
    }
    return sum;
  }
}
