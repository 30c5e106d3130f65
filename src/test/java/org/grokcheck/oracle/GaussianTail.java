package org.grokcheck.oracle;

import static org.grokcheck.oracle.Decimal.over;
import static org.grokcheck.oracle.Decimal.plus;
import static org.grokcheck.oracle.Decimal.times;

import java.math.BigDecimal;

/**
 * Tails of the standard normal law to 40 digits: the power series below 6, the continued fraction
 * of Laplace above.
 */
public final class GaussianTail {
  private static final BigDecimal ROOT_TWO_PI = Decimal.sqrt(Decimal.PI.multiply(Decimal.TWO));
  private static final BigDecimal NEGLIGIBLE = new BigDecimal("1e-62");
  private static final double SERIES_BELOW = 6;

  private GaussianTail() {}

  /** {@code φ(x) = e^{-x²/2}/√(2π)}. */
  public static BigDecimal density(BigDecimal x) {
    BigDecimal halfSquare = over(times(x, x), Decimal.TWO);
    return over(Decimal.exp(halfSquare.negate()), ROOT_TWO_PI);
  }

  /** {@code 1 - Φ(x)}. */
  public static BigDecimal upper(BigDecimal x) {
    double size = Math.abs(x.doubleValue());
    if (size < SERIES_BELOW) {
      return Decimal.minus(new BigDecimal("0.5"), times(density(x), series(x)));
    }
    return x.signum() < 0
        ? Decimal.minus(BigDecimal.ONE, upper(x.negate()))
        : times(density(x), fraction(x));
  }

  /** {@code 1 - Φ(x)} of a double, as a double. */
  public static double upper(double x) {
    return upper(Decimal.of(x)).doubleValue();
  }

  /** {@code φ(x)/(1 - Φ(x))}: what an absolute error of x costs, relative to the tail. */
  public static double hazard(double x) {
    BigDecimal exact = Decimal.of(x);
    return over(density(exact), upper(exact)).doubleValue();
  }

  /** {@code (Φ(x) - ½)/φ(x) = Σ x^{2n+1}/(2n+1)!!}. */
  private static BigDecimal series(BigDecimal x) {
    BigDecimal square = times(x, x);
    BigDecimal term = x;
    BigDecimal sum = BigDecimal.ZERO;
    for (int n = 1; term.abs().compareTo(NEGLIGIBLE) > 0; n++) {
      sum = plus(sum, term);
      term = over(times(term, square), BigDecimal.valueOf(2L * n + 1));
    }
    return sum;
  }

  /** Mills' ratio {@code (1 - Φ(x))/φ(x)}. */
  public static BigDecimal millsRatio(BigDecimal x) {
    return x.doubleValue() < SERIES_BELOW ? over(upper(x), density(x)) : fraction(x);
  }

  /** {@code (1 - Φ(x))/φ(x) = 1/(x + 1/(x + 2/(x + 3/...)))}; n levels leave about e^{-2x√n}. */
  private static BigDecimal fraction(BigDecimal x) {
    double size = x.doubleValue();
    int levels = (int) Math.ceil(3600 / (size * size)) + 40;
    BigDecimal tail = x;
    for (int n = levels; n >= 1; n--) {
      tail = plus(x, over(BigDecimal.valueOf(n), tail));
    }
    return over(BigDecimal.ONE, tail);
  }
}
