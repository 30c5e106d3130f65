package org.grokcheck.math;

import java.util.function.DoubleUnaryOperator;

/**
 * Roots of increasing functions to the last ulp.
 *
 * <p>The bracket shrinks by secant steps and a look a few doubles beyond each estimate, and by
 * bisection in the order of the doubles whenever that fails to halve the number of doubles inside.
 * So at most about 190 evaluations are needed, whatever the function and however many decades the
 * bracket spans, and 20 to 40 for a smooth function.
 */
public final class Roots {
  private static final double GROWTH = 2;

  /** Doubles beyond an estimate at which the sign change is first looked for, and their growth. */
  private static final long FIRST_STRIDE = 4;

  private static final long GALLOP = 16;

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
    Point low = evaluate(f, lo);
    Point high = evaluate(f, hi);
    if (low.f > 0 || high.f < 0) {
      throw new IllegalArgumentException(
          ("lo, hi: need f(lo) <= 0 <= f(hi), got f(%s) = %s and f(%s) = %s; widen the bracket, or"
                  + " negate a decreasing f")
              .formatted(lo, low.f, hi, high.f));
    }
    return new Bracket(f, low, high).shrink();
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
    Point near = evaluate(f, start);
    boolean up = near.f < 0;
    for (double width = step; ; width *= GROWTH) {
      Point far = evaluate(f, clampToFinite(up ? start + width : start - width));
      if (up ? far.f >= 0 : far.f <= 0) {
        return (up ? new Bracket(f, near, far) : new Bracket(f, far, near)).shrink();
      }
      if (Math.abs(far.x) == Double.MAX_VALUE) {
        throw new IllegalArgumentException(
            "f: no sign change between start = %s and %s, where f = %s; check the sign of f"
                .formatted(start, far.x, far.f));
      }
      near = far;
    }
  }

  private static double clampToFinite(double x) {
    return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, x));
  }

  private static Point evaluate(DoubleUnaryOperator f, double x) {
    double value = f.applyAsDouble(x);
    if (Double.isNaN(value)) {
      throw new IllegalArgumentException("f: gives NaN at x = " + x + "; narrow the bracket");
    }
    return new Point(x, value);
  }

  private record Point(double x, double f) {
    long rank() {
      return ordinal(x);
    }
  }

  /** Two points with f(lo) ≤ 0 ≤ f(hi), and the two points seen with the smallest |f|. */
  private static final class Bracket {
    private final DoubleUnaryOperator f;
    private Point lo;
    private Point hi;
    private Point best;
    private Point second;
    private long stride = FIRST_STRIDE;

    Bracket(DoubleUnaryOperator f, Point lo, Point hi) {
      this.f = f;
      this.lo = lo;
      this.hi = hi;
      boolean loIsBest = -lo.f <= hi.f;
      best = loIsBest ? lo : hi;
      second = loIsBest ? hi : lo;
    }

    double shrink() {
      if (lo.x < 0 && hi.x > 0) {
        // One sign only from here on, so that ranks can be subtracted without overflow.
        narrow(0);
      }
      while (lo.f != 0 && hi.f != 0 && doublesBetween() > 1) {
        halve();
      }
      return (-lo.f <= hi.f ? lo : hi).x;
    }

    private void halve() {
      long target = doublesBetween() / 2;
      long estimate = secant();
      boolean below = narrow(estimate);
      if (doublesBetween() > target) {
        // A good estimate leaves the far end where it was: look for the sign change just beyond.
        narrow(below ? estimate + stride : estimate - stride);
        stride = doublesBetween() > target ? GALLOP * stride : FIRST_STRIDE;
      }
      if (doublesBetween() > target) {
        narrow(middle());
      }
    }

    /** Takes the double of this rank for an end, unless it isn't inside; true if f is negative. */
    private boolean narrow(long rank) {
      if (rank <= lo.rank() || rank >= hi.rank()) {
        return rank <= lo.rank();
      }
      Point point = evaluate(f, fromOrdinal(rank));
      if (point.f < 0) {
        lo = point;
      } else {
        hi = point;
      }
      if (Math.abs(point.f) < Math.abs(best.f)) {
        second = best;
        best = point;
      } else if (Math.abs(point.f) < Math.abs(second.f)) {
        second = point;
      }
      return point.f < 0;
    }

    private long secant() {
      double x = best.x - best.f * ((second.x - best.x) / (second.f - best.f));
      return x > lo.x && x < hi.x ? ordinal(x) : middle();
    }

    private long middle() {
      return lo.rank() + doublesBetween() / 2;
    }

    private long doublesBetween() {
      return hi.rank() - lo.rank();
    }
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
