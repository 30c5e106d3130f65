package org.grokcheck.beck;

import org.grokcheck.evidence.Tolerance;

/**
 * Rounding of f(y) = −e^y F(z), F(z) = ₂F₁(1, a; 1 + a; z), a = 1/g, g = 1 + x, z = xe^{gy}.
 *
 * <p>The hypergeometric function promises 1e-15 and |log(1 − z)|u. Its argument has the relative
 * error (3 + g|y|)u, and 1 − z one of u besides; zF′(z) = a(1/(1 − z) − F(z)) carries them on.
 */
final class AntiderivativeRounding {
  private static final double SERIES = 1e-15 / Tolerance.UNIT_ROUNDOFF;

  private AntiderivativeRounding() {}

  /** The accepted error of f(y). */
  static Tolerance at(double x, double y, double f) {
    Argument z = new Argument(x, y);
    double series = -f / StrictMath.exp(y);
    double size = Math.abs(series) + z.split();
    double own = size * (SERIES + 4 + Math.abs(StrictMath.log(Math.abs(z.gap))));
    return new Tolerance.Rounding(
        2, StrictMath.exp(y) * (own + z.moved(series)), "2F1 as promised; condition in 1 − z");
  }

  /** The accepted error of the printed form, the sum of e^y and a similar term. */
  static Tolerance ofPrinted(double x, double y, double f) {
    Argument z = new Argument(x, y);
    double term = Math.abs(f + StrictMath.exp(y));
    double own = term * (SERIES + 12 + Math.abs((x + 2) * y) + Math.abs(StrictMath.log(z.gap)));
    double size = Math.abs(f) + StrictMath.exp(y);
    double moved = StrictMath.exp(y) * z.moved(-f / StrictMath.exp(y));
    return new Tolerance.Rounding(
        2, own + 2 * size + moved, "2F1 as promised; condition in 1 − z; sum of two terms");
  }

  /** z and 1 − z, roughly. */
  private static final class Argument {
    private final double a;
    private final double z;
    private final double gap;
    private final double exponent;

    Argument(double x, double y) {
      a = 1 / (1 + x);
      exponent = (1 + x) * Math.abs(y);
      z = x * StrictMath.exp((1 + x) * y);
      gap = x > 0 ? -StrictMath.expm1(StrictMath.log(x) + (1 + x) * y) : 1 - z;
    }

    /** |dF| for the relative error of z, in units of u; |F′| ≤ 2 for |z| ≤ ½. */
    double moved(double series) {
      double slope = a * Math.abs(1 / gap - series);
      double ofComplement = Math.abs(z) <= 0.5 ? 2 : slope / Math.abs(z);
      return slope * (4 + exponent) + ofComplement;
    }

    /** The part z^{−2a}F(1/z), F(w) ≤ 1 − a log(1 − w), that is taken off beyond the pole. */
    double split() {
      if (z <= 1) {
        return 0;
      }
      double tail = 1 - a * StrictMath.log(-StrictMath.expm1(-StrictMath.log(z)));
      return 2 * StrictMath.pow(z, -2 * a) * tail;
    }
  }
}
