package org.grokcheck.math;

import org.apache.commons.numbers.gamma.InverseErf;

/**
 * The standard normal distribution with full relative accuracy in both tails, down to subnormal
 * probabilities, and in logarithms beyond.
 *
 * <p>The tail is Φ(−x) = ½ e^{−x²/2} erfcx(x/√2): the square is split exactly, and erfcx changes no
 * faster than its argument, so rounding x/√2 costs no digits.
 */
public final class Normal {
  private static final double SQRT2 = Math.sqrt(2);
  private static final double SQRT_2_OVER_PI = Math.sqrt(2 / Math.PI);
  private static final double INV_SQRT_2PI = 0.3989422804014327;
  private static final double LOG_SQRT_2PI = 0.9189385332046728;

  /** |x| up to which Φ is formed as ½ + ½ erf(x/√2); erf is a rational function there. */
  private static final double CENTRAL = 0.7;

  private static final int NEWTON_STEPS = 3;

  private Normal() {}

  /** Returns φ(x) = e^{−x²/2}/√(2π). */
  public static double pdf(double x) {
    return Erf.expMinusSquare(x, 0.5, INV_SQRT_2PI);
  }

  /** Returns log φ(x) = −x²/2 − log √(2π). */
  public static double logPdf(double x) {
    return -0.5 * x * x - LOG_SQRT_2PI;
  }

  /** Returns Φ(x), the probability below x. */
  public static double cdf(double x) {
    return sf(-x);
  }

  /** Returns 1 − Φ(x) = Φ(−x), the probability above x. */
  public static double sf(double x) {
    if (Math.abs(x) <= CENTRAL) {
      return 0.5 - 0.5 * Erf.erf(x / SQRT2);
    }
    return x < 0 ? 1 - sf(-x) : Erf.expMinusSquare(x, 0.5, 0.5 * Erf.erfcx(x / SQRT2));
  }

  /** Returns log Φ(x), for any x. */
  public static double logCdf(double x) {
    return logSf(-x);
  }

  /** Returns log(1 − Φ(x)), for any x; close to −x²/2 − log(x√(2π)) for large x. */
  public static double logSf(double x) {
    if (x < -CENTRAL) {
      return StrictMath.log1p(-sf(-x));
    }
    return x <= CENTRAL
        ? StrictMath.log(sf(x))
        : -0.5 * x * x + StrictMath.log(0.5 * Erf.erfcx(x / SQRT2));
  }

  /**
   * Returns the x with Φ(x) = p; infinite at p = 0 and 1.
   *
   * @throws IllegalArgumentException if p is outside [0, 1] or NaN
   */
  public static double quantile(double p) {
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException("p: need a probability in [0, 1], got " + p);
    }
    if (Math.abs(p - 0.5) <= 0.25) {
      // 2p − 1 is exact here.
      return SQRT2 * InverseErf.value(2 * p - 1);
    }
    return p < 0.5 ? -upperTailQuantile(p) : upperTailQuantile(1 - p);
  }

  /**
   * Returns the x with 1 − Φ(x) = q, for q too small to be told from its complement.
   *
   * @throws IllegalArgumentException if q is outside [0, 1] or NaN
   */
  public static double quantileSf(double q) {
    if (!(q >= 0 && q <= 1)) {
      throw new IllegalArgumentException("q: need a probability in [0, 1], got " + q);
    }
    return -quantile(q);
  }

  /** Newton's method on log(1 − Φ), from the start of Abramowitz and Stegun 26.2.22. */
  private static double upperTailQuantile(double q) {
    if (q == 0) {
      return Double.POSITIVE_INFINITY;
    }
    double logQ = StrictMath.log(q);
    double t = Math.sqrt(-2 * logQ);
    double x = t - (2.30753 + 0.27061 * t) / (1 + t * (0.99229 + 0.04481 * t));
    for (int k = 0; k < NEWTON_STEPS; k++) {
      double hazard = SQRT_2_OVER_PI / Erf.erfcx(x / SQRT2);
      x += (logSf(x) - logQ) / hazard;
    }
    return x;
  }
}
