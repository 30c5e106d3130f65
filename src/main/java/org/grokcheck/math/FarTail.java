package org.grokcheck.math;

import java.math.BigDecimal;
import java.math.MathContext;
import org.apache.commons.numbers.core.DD;

/**
 * The upper tail 1 − Φ(z) of the standard normal distribution for z² ≥ 1000, where it leaves the
 * range of double, from an exact z²: the tail multiplies a relative error of z² by z²/2, so that a
 * rounded z would leave it no digits from z = 10⁸ on.
 *
 * <p>log(1 − Φ(z)) = −z²/2 − ½ log(2πz²) + log(1 − 1/z² + 3/z⁴ − 15/z⁶ + …), whose terms fall below
 * 1e-18 long before they grow again.
 */
public final class FarTail {
  private static final BigDecimal LEAST = BigDecimal.valueOf(1000);
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final DD LOG_2PI =
      DD.from(new BigDecimal("1.8378770664093454835606594728112352797227949472755668"));
  private static final DD LN10 =
      DD.from(new BigDecimal("2.3025850929940456840179914546843642076011014886287730"));
  private static final double NEGLIGIBLE = 1e-19;

  private FarTail() {}

  /** Whether {@link #sf} answers for this z². */
  public static boolean covers(BigDecimal square) {
    return square.compareTo(LEAST) >= 0;
  }

  /**
   * Returns 1 − Φ(z) to about 1e-15, relative.
   *
   * @param square z² ≥ 1000, exact or with an absolute error below 1e-16
   * @throws IllegalArgumentException if z² is out of range
   */
  public static FarDecimal sf(BigDecimal square) {
    return FarDecimal.exp(logSf(square));
  }

  /**
   * Returns log(1 − Φ(z)) with an absolute error below 1e-17.
   *
   * @param square z² ≥ 1000
   * @throws IllegalArgumentException if z² is smaller
   */
  public static BigDecimal logSf(BigDecimal square) {
    if (!covers(square)) {
      throw new IllegalArgumentException(
          "square: need at least 1000, got " + square.round(MathContext.DECIMAL32));
    }
    int power = square.precision() - square.scale() - 1;
    DD logSquare =
        ExtendedLog.log(DD.from(square.scaleByPowerOfTen(-power))).add(LN10.multiply(power));
    BigDecimal correction =
        logSquare
            .add(LOG_2PI)
            .scalb(-1)
            .subtract(logSeries(square.doubleValue()))
            .bigDecimalValue();
    return square.divide(TWO).add(correction).negate();
  }

  /** log Σ (−1)ᵏ (2k − 1)!!/z²ᵏ. */
  private static double logSeries(double square) {
    double term = -1 / square;
    double sum = 0;
    for (int k = 1; Math.abs(term) > NEGLIGIBLE; k++) {
      sum += term;
      term *= -(2 * k + 1) / square;
    }
    return StrictMath.log1p(sum);
  }
}
