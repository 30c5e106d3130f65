package org.grokcheck.oracle;

import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/**
 * Tails of the standard normal law to 40 digits in milliseconds: the power series below 6, the
 * continued fraction of Laplace above.
 */
public final class GaussianTail {
  private static final int DIGITS = Precise.DIGITS;
  private static final Apfloat TWO = new Apfloat(2, DIGITS);
  private static final Apfloat SQRT_TWO_PI =
      ApfloatMath.sqrt(ApfloatMath.pi(DIGITS).multiply(TWO));
  private static final Apfloat NEGLIGIBLE = new Apfloat("1e-52", DIGITS);
  private static final double SERIES_BELOW = 6;

  private GaussianTail() {}

  /** {@code φ(x) = e^{-x²/2}/√(2π)}. */
  public static Apfloat density(Apfloat x) {
    return ApfloatMath.exp(x.multiply(x).divide(TWO).negate()).divide(SQRT_TWO_PI);
  }

  /** {@code 1 - Φ(x)}. */
  public static Apfloat upper(Apfloat x) {
    double size = Math.abs(x.doubleValue());
    if (size < SERIES_BELOW) {
      return Precise.ONE.divide(TWO).subtract(density(x).multiply(series(x)));
    }
    return x.signum() < 0 ? Precise.ONE.subtract(upper(x.negate())) : density(x).multiply(mills(x));
  }

  /** {@code φ(x)/(1 - Φ(x))}: what a relative error of x costs, over x. */
  public static double hazard(double x) {
    Apfloat exact = Precise.of(x);
    return density(exact).divide(upper(exact)).doubleValue();
  }

  /** {@code (Φ(x) - ½)/φ(x) = Σ x^{2n+1}/(2n+1)!!}. */
  private static Apfloat series(Apfloat x) {
    Apfloat square = x.multiply(x);
    Apfloat term = x;
    Apfloat sum = Apfloat.ZERO;
    for (int n = 1; ApfloatMath.abs(term).compareTo(NEGLIGIBLE) > 0; n++) {
      sum = sum.add(term);
      term = term.multiply(square).divide(new Apfloat(2L * n + 1, DIGITS));
    }
    return sum;
  }

  /** {@code (1 - Φ(x))/φ(x) = 1/(x + 1/(x + 2/(x + 3/...)))}; n levels leave about e^{-2x√n}. */
  private static Apfloat mills(Apfloat x) {
    double size = x.doubleValue();
    int levels = (int) Math.ceil(3600 / (size * size)) + 40;
    Apfloat tail = x;
    for (int n = levels; n >= 1; n--) {
      tail = x.add(new Apfloat(n, DIGITS).divide(tail));
    }
    return Precise.ONE.divide(tail);
  }
}
