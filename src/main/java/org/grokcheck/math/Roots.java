package org.grokcheck.math;

import java.util.function.DoubleUnaryOperator;

/**
 * Roots of increasing functions to the last ulp.
 *
 * <p>The bracket shrinks by regula falsi with Illinois weights, and by bisection in the order of
 * the doubles whenever that fails to halve the number of doubles inside; so at most 128 evaluations
 * are needed whatever the function and however many decades the bracket spans.
 */
public final class Roots {
  private static final double GROWTH = 2;

  private Roots() {}

  /**
   * Returns the root of an increasing function: of the two adjacent doubles between which f changes
   * sign, the one with the smaller |f|. Values ±∞ of f are allowed, f need not be continuous.
   *
   * @param lo finite, f(lo) ≤ 0
   * @param hi finite, above lo, f(hi) ≥ 0
   * @throws IllegalArgumentException if lo ≥ hi, an end isn't finite, f has no sign change from
   *     minus to plus over them, or f gives NaN
   */
  public static double increasing(DoubleUnaryOperator f, double lo, double hi) {
    if (!(lo < hi) || Double.isInfinite(lo) || Double.isInfinite(hi)) {
      throw new IllegalArgumentException("lo, hi: need finite lo < hi, got " + lo + " and " + hi);
    }
    double fLo = evaluate(f, lo);
    double fHi = evaluate(f, hi);
    if (fLo > 0 || fHi < 0) {
      throw new IllegalArgumentException(
          "lo, hi: need f(lo) <= 0 <= f(hi), got f(%s) = %s and f(%s) = %s; widen the bracket, or negate a decreasing f"
              .formatted(lo, fLo, hi, fHi));
    }
    return new Bracket(lo, fLo, hi, fHi).shrink(f);
  }

  /**
   * Returns the root of an increasing function, found from a starting point by steps that double
   * until the sign changes.
   *
   * @param start finite, where the search begins
   * @param step positive and finite, the first step
   * @throws IllegalArgumentException if start or step is out of range, f gives NaN, or no sign
   *     change is found among the finite doubles
   */
  public static double increasingFrom(DoubleUnaryOperator f, double start, double step) {
    if (!Double.isFinite(start) || !(step > 0) || Double.isInfinite(step)) {
      throw new IllegalArgumentException(
          "start, step: need a finite start and a finite step > 0, got " + start + " and " + step);
    }
    double fNear = evaluate(f, start);
    double direction = fNear < 0 ? 1 : -1;
    double near = start;
    for (double width = step; ; width *= GROWTH) {
      double far = clampToFinite(start + direction * width);
      double fFar = evaluate(f, far);
      if (fFar * direction >= 0) {
        return direction > 0
            ? new Bracket(near, fNear, far, fFar).shrink(f)
            : new Bracket(far, fFar, near, fNear).shrink(f);
      }
      if (Math.abs(far) == Double.MAX_VALUE) {
        throw new IllegalArgumentException(
            "f: no sign change between start = %s and %s, where f = %s; check the sign of f"
                .formatted(start, far, fFar));
      }
      near = far;
      fNear = fFar;
    }
  }

  private static double clampToFinite(double x) {
    return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, x));
  }

  private static double evaluate(DoubleUnaryOperator f, double x) {
    double value = f.applyAsDouble(x);
    if (Double.isNaN(value)) {
      throw new IllegalArgumentException("f: gives NaN at x = " + x + "; narrow the bracket");
    }
    return value;
  }

  /** Two points with f(lo) ≤ 0 ≤ f(hi), and the weights that regula falsi gives to the values. */
  private static final class Bracket {
    private double lo;
    private double fLo;
    private double hi;
    private double fHi;
    private double weightLo = 1;
    private double weightHi = 1;

    Bracket(double lo, double fLo, double hi, double fHi) {
      this.lo = lo;
      this.fLo = fLo;
      this.hi = hi;
      this.fHi = fHi;
    }

    double shrink(DoubleUnaryOperator f) {
      if (lo < 0 && hi > 0) {
        // One sign only from here on, so that ranks can be subtracted without overflow.
        narrow(f, 0);
      }
      while (fLo != 0 && fHi != 0 && doublesBetween() > 1) {
        long before = doublesBetween();
        narrow(f, secant());
        if (doublesBetween() > before / 2 && doublesBetween() > 1) {
          narrow(f, middle());
        }
      }
      return -fLo <= fHi ? lo : hi;
    }

    private void narrow(DoubleUnaryOperator f, double x) {
      double value = evaluate(f, x);
      if (value < 0) {
        lo = x;
        fLo = value;
        weightLo = 1;
        weightHi *= 0.5;
      } else {
        hi = x;
        fHi = value;
        weightHi = 1;
        weightLo *= 0.5;
      }
    }

    private double secant() {
      double down = -fLo * weightLo;
      double up = fHi * weightHi;
      double x = lo + (hi - lo) * (down / (down + up));
      return x > lo && x < hi ? x : middle();
    }

    private double middle() {
      return fromOrdinal(ordinal(lo) + doublesBetween() / 2);
    }

    private long doublesBetween() {
      return ordinal(hi) - ordinal(lo);
    }

    /** The rank of x among the doubles, negative below zero; finite ranks fit in 63 bits. */
    private static long ordinal(double x) {
      long bits = Double.doubleToLongBits(x);
      return bits >= 0 ? bits : Long.MIN_VALUE - bits;
    }

    private static double fromOrdinal(long ordinal) {
      return Double.longBitsToDouble(ordinal >= 0 ? ordinal : Long.MIN_VALUE - ordinal);
    }
  }
}
