package org.grokcheck.math;

import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;

/**
 * One-dimensional integrals by adaptive Gauss–Kronrod panels; for positive integrands in the log
 * domain, so that they may span thousands of e-folds.
 */
public final class LogQuadrature {
  /** Below QUADPACK's own rounding guard; panels at that guard count as converged. */
  private static final double LOG_REL_TOL = 1e-15;

  private static final double DEPTH = 1;

  private LogQuadrature() {}

  /**
   * Returns log ∫ₐᵇ e^{logF(u)} du.
   *
   * <p>The largest of 129 samples, refined by golden section, gives the peak; panels first widen
   * geometrically away from it, starting at the distance where the integrand has fallen by a factor
   * e, and are halved where needed. The relative error of the integral is about 1e-14 plus what
   * rounding does to the integrand near the peak: 2⁻⁵³|logF|, and the peak's ulp over its width. A
   * second peak narrower than (b − a)/128 may be missed: split the range there.
   *
   * @param logF log of the integrand; {@code -∞} stands for 0. The ends of the range are not
   *     evaluated, so an integrable singularity may sit there.
   * @param a finite
   * @param b finite, at least a; the result is {@code -∞} where they are equal
   * @throws IllegalArgumentException if a &gt; b or an end isn't finite
   * @throws ArithmeticException if logF gives NaN or {@code +∞}, if the integral diverges, or if
   *     logF carries more rounding than its size explains ({@link #logIntegralOfRounded})
   */
  public static double logIntegral(DoubleUnaryOperator logF, double a, double b) {
    return logIntegralOfRounded(logF, a, b, 0);
  }

  /**
   * As {@link #logIntegral}, where logF carries more rounding than its size shows, such as the
   * difference of two large exponents: the relative error of the integral is then about that
   * rounding, and panels are not halved in pursuit of less.
   *
   * @param rounding absolute rounding of logF, at least 0
   * @throws IllegalArgumentException also if the rounding is negative or not finite
   */
  public static double logIntegralOfRounded(
      DoubleUnaryOperator logF, double a, double b, double rounding) {
    requireRange(a, b);
    if (!(rounding >= 0 && rounding < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("rounding: need 0 <= rounding < ∞, got " + rounding);
    }
    return a == b
        ? Double.NEGATIVE_INFINITY
        : logIntegral(logF, a, b, PeakSearch.peak(logF, a, b), rounding);
  }

  /** As above, for a range that isn't empty and a peak that is known, if only roughly. */
  static double logIntegral(DoubleUnaryOperator logF, double a, double b, double peak) {
    return logIntegral(logF, a, b, peak, 0);
  }

  private static double logIntegral(
      DoubleUnaryOperator logF, double a, double b, double peak, double rounding) {
    double top = PeakSearch.evaluate(logF, peak);
    if (top == Double.NEGATIVE_INFINITY) {
      return top;
    }
    double[] breakpoints = breakpoints(logF, a, b, peak, top);
    double scaled =
        AdaptiveQuadrature.integrate(
            u -> StrictMath.exp(PeakSearch.evaluate(logF, u) - top),
            breakpoints,
            LOG_REL_TOL,
            Math.max(rounding, Math.ulp(top)));
    return top + StrictMath.log(scaled);
  }

  /**
   * Returns ∫ₐᵇ f(u) du for an integrand of either sign, negative for a &gt; b.
   *
   * @param a finite
   * @param b finite
   * @param relTol accepted error relative to the integral, at least 1e-15; where parts of opposite
   *     sign cancel, the rounding of the larger of them remains
   * @throws IllegalArgumentException if an end isn't finite or relTol is out of range
   * @throws ArithmeticException if f gives NaN or an infinity inside the range, if the integral
   *     diverges, or if noise of f above 1e-10 of it keeps the tolerance from being reached
   */
  public static double integral(DoubleUnaryOperator f, double a, double b, double relTol) {
    requireRange(Math.min(a, b), Math.max(a, b));
    if (!(relTol >= 1e-15 && relTol < 1)) {
      throw new IllegalArgumentException("relTol: need 1e-15 <= relTol < 1, got " + relTol);
    }
    if (a == b) {
      return 0;
    }
    double[] ends = {Math.min(a, b), Math.max(a, b)};
    double value = AdaptiveQuadrature.integrate(f, ends, relTol, 0);
    return a < b ? value : -value;
  }

  /** a, b, the peak, and points whose distance from the peak doubles, on both sides of it. */
  private static double[] breakpoints(
      DoubleUnaryOperator logF, double a, double b, double peak, double top) {
    NavigableSet<Double> points = new TreeSet<>(List.of(a, peak, b));
    for (double end : new double[] {a, b}) {
      double reach = Math.abs(end - peak);
      for (double d = fallDistance(logF, peak, top, end); d < reach; d *= 2) {
        points.add(peak + Math.copySign(d, end - peak));
      }
    }
    return points.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** The largest (end − peak)/2ᵏ at which logF is still within {@link #DEPTH} of its top. */
  private static double fallDistance(
      DoubleUnaryOperator logF, double peak, double top, double end) {
    double distance = (end - peak) / 2;
    while (Math.abs(distance) > 8 * Math.ulp(peak)
        && PeakSearch.evaluate(logF, peak + distance) < top - DEPTH) {
      distance /= 2;
    }
    return Math.max(Math.abs(distance), 8 * Math.ulp(peak));
  }

  private static void requireRange(double a, double b) {
    if (!(a <= b) || Double.isInfinite(a) || Double.isInfinite(b)) {
      throw new IllegalArgumentException(
          "a, b: need finite a <= b, got " + a + " and " + b + "; cut an infinite range");
    }
  }
}
