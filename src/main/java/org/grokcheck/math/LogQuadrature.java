package org.grokcheck.math;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * One-dimensional integrals by adaptive Gauss–Kronrod panels; for positive integrands in the log
 * domain, so that they may span thousands of e-folds.
 */
public final class LogQuadrature {
  /** Below QUADPACK's own rounding guard; panels at that guard count as converged. */
  private static final double LOG_REL_TOL = 1e-15;

  private static final int SAMPLES = 129;
  private static final double DEPTH = 1;

  private LogQuadrature() {}

  /**
   * Returns log ∫ₐᵇ e^{logF(u)} du.
   *
   * <p>The largest of 129 samples, refined by golden section, gives the peak; panels first widen
   * geometrically away from it, starting at the distance where the integrand has fallen by a factor
   * e, and are halved where needed. The relative error of the integral is about 1e-14 plus the
   * rounding of logF itself, 2⁻⁵³ max|logF| near the peak. A second peak narrower than (b − a)/128
   * may be missed: split the range there.
   *
   * @param logF log of the integrand; {@code -∞} stands for 0. The ends of the range are not
   *     evaluated, so an integrable singularity may sit there.
   * @param a finite
   * @param b finite, at least a; the result is {@code -∞} where they are equal
   * @throws IllegalArgumentException if a &gt; b or an end isn't finite
   * @throws ArithmeticException if logF gives NaN or {@code +∞}, or the panels don't converge
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
    return a == b ? Double.NEGATIVE_INFINITY : logIntegral(logF, a, b, peak(logF, a, b), rounding);
  }

  /** As above, for a range that isn't empty and a peak that is known, if only roughly. */
  static double logIntegral(DoubleUnaryOperator logF, double a, double b, double peak) {
    return logIntegral(logF, a, b, peak, 0);
  }

  private static double logIntegral(
      DoubleUnaryOperator logF, double a, double b, double peak, double rounding) {
    double top = evaluate(logF, peak);
    if (top == Double.NEGATIVE_INFINITY) {
      return top;
    }
    double[] breakpoints = breakpoints(logF, a, b, peak, top);
    double scaled =
        AdaptiveQuadrature.integrate(
            u -> StrictMath.exp(evaluate(logF, u) - top),
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
   * @throws ArithmeticException if f gives NaN or an infinity inside the range, or the panels don't
   *     converge
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

  /** A point inside (a, b) where logF is largest among samples and golden-section steps. */
  static double peak(DoubleUnaryOperator logF, double a, double b) {
    double step = (b - a) / SAMPLES;
    double best = a + step / 2;
    double bestValue = evaluate(logF, best);
    for (int k = 1; k < SAMPLES; k++) {
      double u = a + (k + 0.5) * step;
      double value = evaluate(logF, u);
      if (value > bestValue) {
        best = u;
        bestValue = value;
      }
    }
    double from = Math.max(a, best - step);
    double to = Math.min(b, best + step);
    double inside = goldenSection(logF, from, to, best, bestValue);
    return towardsEnd(logF, inside - a < b - inside ? a : b, inside);
  }

  /** Quarters the distance to the end for as long as logF keeps growing notably. */
  private static double towardsEnd(DoubleUnaryOperator logF, double end, double start) {
    double distance = start - end;
    double value = evaluate(logF, start);
    double floor = Math.abs(distance) * 1e-30 + 16 * Math.ulp(end);
    while (Math.abs(distance) > floor) {
      double next = evaluate(logF, end + distance / 4);
      if (next < value + 1e-3) {
        break;
      }
      distance /= 4;
      value = next;
    }
    return end + distance;
  }

  private static double goldenSection(
      DoubleUnaryOperator logF, double from, double to, double start, double startValue) {
    double ratio = (Math.sqrt(5) - 1) / 2;
    double lo = from;
    double hi = to;
    double best = start;
    double bestValue = startValue;
    while (hi - lo > 1e-9 * (to - from)) {
      double left = hi - ratio * (hi - lo);
      double right = lo + ratio * (hi - lo);
      double fLeft = evaluate(logF, left);
      double fRight = evaluate(logF, right);
      if (Math.max(fLeft, fRight) > bestValue) {
        best = fLeft > fRight ? left : right;
        bestValue = Math.max(fLeft, fRight);
      }
      if (fLeft >= fRight) {
        hi = right;
      } else {
        lo = left;
      }
    }
    return best;
  }

  /** a, b, the peak, and points whose distance from the peak doubles, from both sides. */
  private static double[] breakpoints(
      DoubleUnaryOperator logF, double a, double b, double peak, double top) {
    List<Double> below = new ArrayList<>();
    double left = fallDistance(logF, peak, top, a);
    for (double d = left; peak - d > a; d *= 2) {
      below.add(0, peak - d);
    }
    List<Double> points = new ArrayList<>();
    points.add(a);
    points.addAll(below);
    if (peak > a) {
      points.add(peak);
    }
    double right = fallDistance(logF, peak, top, b);
    for (double d = right; peak + d < b; d *= 2) {
      points.add(peak + d);
    }
    points.add(b);
    return points.stream().mapToDouble(Double::doubleValue).distinct().toArray();
  }

  /** The largest (end − peak)/2ᵏ at which logF is still within {@link #DEPTH} of its top. */
  private static double fallDistance(
      DoubleUnaryOperator logF, double peak, double top, double end) {
    double distance = (end - peak) / 2;
    while (Math.abs(distance) > 8 * Math.ulp(peak)
        && evaluate(logF, peak + distance) < top - DEPTH) {
      distance /= 2;
    }
    return Math.max(Math.abs(distance), 8 * Math.ulp(peak));
  }

  private static double evaluate(DoubleUnaryOperator logF, double u) {
    double value = logF.applyAsDouble(u);
    if (Double.isNaN(value) || value == Double.POSITIVE_INFINITY) {
      throw new ArithmeticException(
          "logF gives " + value + " at " + u + "; it must be finite or -Infinity inside the range");
    }
    return value;
  }

  private static void requireRange(double a, double b) {
    if (!(a <= b) || Double.isInfinite(a) || Double.isInfinite(b)) {
      throw new IllegalArgumentException(
          "a, b: need finite a <= b, got " + a + " and " + b + "; cut an infinite range");
    }
  }
}
