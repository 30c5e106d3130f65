package org.grokcheck.math;

import org.apache.commons.numbers.gamma.Erfcx;

/**
 * The error function and its complement, scaled complement and logarithm, within a few ulp on the
 * whole line and independent of the machine.
 *
 * <p>Rational approximations come from Commons Numbers, in the ranges where they use no
 * exponential; exponentials are {@link StrictMath}'s, of squares formed exactly.
 */
public final class Erf {
  /** Below this size the library's erf is a rational function, and 1 − erf keeps its digits. */
  private static final double CENTRAL = 0.5;

  /** Beyond this exponent the exponential is nearly subnormal, so it is taken in two factors. */
  private static final double EXP_SHIFT = 700;

  private static final double EXP_MINUS_SHIFT = StrictMath.exp(-EXP_SHIFT);
  private static final double BEYOND_UNDERFLOW = 800;

  private Erf() {}

  /** Returns erf(x) = (2/√π) ∫₀ˣ e^{−t²} dt; NaN gives NaN. */
  public static double erf(double x) {
    if (Math.abs(x) < CENTRAL) {
      return org.apache.commons.numbers.gamma.Erf.value(x);
    }
    return x > 0 ? 1 - erfc(x) : erfc(-x) - 1;
  }

  /** Returns erfc(x) = 1 − erf(x), with full relative accuracy in the right tail. */
  public static double erfc(double x) {
    if (Math.abs(x) < CENTRAL) {
      return 1 - erf(x);
    }
    return x < 0 ? 2 - erfc(-x) : expMinusSquare(x, 1, Erfcx.value(x));
  }

  /** Returns e^{x²} erfc(x); tends to 1/(x√π) for large x and overflows below −26.6. */
  public static double erfcx(double x) {
    if (Math.abs(x) < CENTRAL) {
      double complement = 1 - erf(x);
      return complement + complement * StrictMath.expm1(x * x);
    }
    return x < 0 ? 2 * expSquare(x) - Erfcx.value(-x) : Erfcx.value(x);
  }

  /** Returns log erfc(x), for any x; relative error of a few 2⁻⁵³. */
  public static double logErfc(double x) {
    if (Math.abs(x) < CENTRAL) {
      return StrictMath.log1p(-erf(x));
    }
    return x < 0 ? StrictMath.log(2 - erfc(-x)) : -x * x + StrictMath.log(Erfcx.value(x));
  }

  /** scale · e^{−c x²} for c a power of two; the scale is applied before the result underflows. */
  static double expMinusSquare(double x, double c, double scale) {
    double square = c * x * x;
    if (square > BEYOND_UNDERFLOW) {
      return 0;
    }
    // What rounding took from the square is a relative change of the exponential.
    double lost = Math.fma(c * x, x, -square);
    double shift = square > EXP_SHIFT ? EXP_SHIFT : 0;
    double head = StrictMath.exp(shift - square);
    double result = scale * (head - head * lost);
    return shift == 0 ? result : result * EXP_MINUS_SHIFT;
  }

  private static double expSquare(double x) {
    double square = x * x;
    double head = StrictMath.exp(square);
    return Double.isInfinite(head) ? head : head + head * Math.fma(x, x, -square);
  }
}
