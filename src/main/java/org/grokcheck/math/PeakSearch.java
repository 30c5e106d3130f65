package org.grokcheck.math;

import java.util.function.DoubleUnaryOperator;

/** Locates the largest value of the logarithm of an integrand, roughly but at any scale. */
final class PeakSearch {
  private static final int SAMPLES = 129;

  private PeakSearch() {}

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

  static double evaluate(DoubleUnaryOperator logF, double u) {
    double value = logF.applyAsDouble(u);
    if (Double.isNaN(value) || value == Double.POSITIVE_INFINITY) {
      throw new ArithmeticException(
          "logF gives " + value + " at " + u + "; it must be finite or -Infinity inside the range");
    }
    return value;
  }
}
