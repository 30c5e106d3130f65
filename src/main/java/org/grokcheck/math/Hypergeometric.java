package org.grokcheck.math;

import java.util.function.DoubleUnaryOperator;

/**
 * Gauss's hypergeometric function where one upper parameter p &gt; 0 is one less than the lower one
 * (an incomplete beta function): ₂F₁(p, q; p+1; z) = p ∫₀¹ t^{p−1} (1 − zt)^{−q} dt.
 *
 * <p>With t = e^{−r/p} this is the average of (1 − z e^{−r/p})^{−q} over a unit exponential r: a
 * positive integrand for every z &lt; 1 and real q, so nothing cancels, near z = 1 and far below 0
 * alike. The relative error is about 1e-15 plus 2⁻⁵³ times the largest |logarithm| of the
 * integrand: |q log(1 − z)| or p log|z|, in all below 1e-13 wherever the value fits a double.
 * Source for the integral and the continuation: DLMF 15.6.1 and 8.17.7.
 */
public final class Hypergeometric {
  /** The integrand is cut where it has fallen by this many e-folds. */
  private static final double NEGLIGIBLE = 45;

  private Hypergeometric() {}

  /**
   * Returns ₂F₁(a, b; c; x).
   *
   * @param a upper parameter
   * @param b upper parameter; c = a + 1 with a &gt; 0, or c = b + 1 with b &gt; 0
   * @param c lower parameter, equal to the sum up to 4 ulp
   * @param x finite and below 1
   * @throws IllegalArgumentException if the parameters aren't of this family or x is out of range
   */
  public static double f21(double a, double b, double c, double x) {
    return StrictMath.exp(logF21(a, b, c, x));
  }

  /**
   * Returns log ₂F₁(a, b; c; x), which is real: arguments and errors as for {@link #f21}.
   *
   * @throws IllegalArgumentException as for {@link #f21}
   */
  public static double logF21(double a, double b, double c, double x) {
    Family family = Family.of(a, b, c);
    if (!(x < 1) || Double.isInfinite(x)) {
      throw new IllegalArgumentException(
          "x: need a finite x < 1, got " + x + "; f21RealPart continues the case q = 1 above 1");
    }
    return family.logValue(x, 1 - x);
  }

  /**
   * Returns ₂F₁(a, b; c; 1 − y) for an argument that is nearer to 1 than a double can tell.
   *
   * @param y positive and finite; a, b, c as for {@link #f21}
   * @throws IllegalArgumentException if the parameters aren't of this family or y is out of range
   */
  public static double f21FromComplement(double a, double b, double c, double y) {
    Family family = Family.of(a, b, c);
    if (!(y > 0) || Double.isInfinite(y)) {
      throw new IllegalArgumentException("y: need a finite y > 0, got " + y);
    }
    return StrictMath.exp(family.logValue(1 - y, y));
  }

  /**
   * Returns the real part of ₂F₁(1, p; p+1; x ± i0) for x &gt; 1, the principal value of p ∫₀¹
   * t^{p−1}/(1 − xt) dt.
   *
   * <p>With L = log x, the pole at t = 1/x is paired off symmetrically in log t: −p ∫₀ᴸ e^{(p−1)v −
   * pL} (1 − e^{−(2p−1)v})/(1 − e^{−v}) dv + x^{−2p} ₂F₁(1, p; p+1; 1/x). The parts have opposite
   * signs for p &gt; ½; the error is about 1e-15 + 2pL·2⁻⁵³ of the larger one.
   *
   * @param a upper parameter
   * @param b upper parameter; one of the two is 1, the other is p &gt; 0
   * @param c lower parameter p + 1
   * @param x finite and above 1
   * @throws IllegalArgumentException if the parameters aren't of this family or x is out of range
   */
  public static double f21RealPart(double a, double b, double c, double x) {
    Family family = Family.of(a, b, c);
    if (family.q != 1) {
      throw new IllegalArgumentException(
          "a, b: one of them must be 1, got "
              + a
              + " and "
              + b
              + "; for x > 1 only that has a principal value");
    }
    if (!(x > 1) || Double.isInfinite(x)) {
      throw new IllegalArgumentException("x: need a finite x > 1, got " + x);
    }
    double p = family.p;
    double logX = StrictMath.log1p(x - 1);
    double far = StrictMath.exp(family.logValue(1 / x, (x - 1) / x) - 2 * p * logX);
    return far - p * (2 * p - 1) * pairedPole(p, logX);
  }

  private static double pairedPole(double p, double logX) {
    DoubleUnaryOperator logIntegrand =
        v ->
            (p - 1) * v
                - p * logX
                + StrictMath.log(LogDomain.expm1Ratio((2 * p - 1) * v) / LogDomain.expm1Ratio(v));
    return StrictMath.exp(LogQuadrature.logIntegral(logIntegrand, 0, logX));
  }

  /** The parameters of ₂F₁(p, q; p+1; ·). */
  private record Family(double p, double q) {
    static Family of(double a, double b, double c) {
      if (a > 0 && isNextTo(a, c)) {
        return new Family(a, b);
      }
      if (b > 0 && isNextTo(b, c)) {
        return new Family(b, a);
      }
      throw new IllegalArgumentException(
          "a, b, c: need c = a + 1 with a > 0, or c = b + 1 with b > 0, all finite, got %s, %s, %s"
              .formatted(a, b, c));
    }

    Family {
      if (Double.isInfinite(p) || !Double.isFinite(q)) {
        throw new IllegalArgumentException("a, b: need finite parameters, got " + p + " and " + q);
      }
    }

    private static boolean isNextTo(double p, double c) {
      return Math.abs(p + 1 - c) <= 4 * Math.ulp(c);
    }

    double logValue(double z, double oneMinusZ) {
      DoubleUnaryOperator logIntegrand = r -> -r - q * logBase(z, oneMinusZ, r / p);
      // The integrand rises up to here and falls beyond.
      double rise = z * (1 - q / p);
      double peak = rise > 1 ? p * StrictMath.log(rise) : 0;
      // Near z = 1 the peak is high and thin, so the cut is set against the mass within unit width.
      double floor = logIntegrand.applyAsDouble(peak + 1) - NEGLIGIBLE;
      double width = 2;
      while (logIntegrand.applyAsDouble(peak + width) > floor) {
        width *= 2;
      }
      return LogQuadrature.logIntegral(logIntegrand, 0, peak + width, peak);
    }

    /** log(1 − z e^{−s}) for s ≥ 0, without cancellation near z = 1. */
    private static double logBase(double z, double oneMinusZ, double s) {
      double y = z * StrictMath.exp(-s);
      return y < 0.5 ? StrictMath.log1p(-y) : StrictMath.log(oneMinusZ - z * StrictMath.expm1(-s));
    }
  }
}
