package org.grokcheck.math;

/**
 * The two real branches of Lambert's W, the solutions w of w eʷ = x, and relatives that don't
 * overflow or lose digits at the branch point w = −1, x = −1/e.
 *
 * <p>Near the branch point the unknown is the distance δ = 1 + w, which solves 1 − (1 − δ)e^δ = 1 +
 * e·x; both sides are formed without cancellation. Elsewhere Fritsch's iteration is used. Source:
 * Corless et al., On the Lambert W function, Adv. Comput. Math. 5 (1996) 329; Fritsch, Shafer and
 * Crowley, Algorithm 443, CACM 16 (1973) 123.
 */
public final class LambertW {
  /** The double next to −1/e; it lies 1.2e-17 below, and counts as the branch point itself. */
  public static final double BRANCH_POINT = -0.36787944117144233;

  private static final double E_HI = Math.E;
  private static final double E_LO = 1.4456468917292502e-16;

  /** Below this value of 1 + e·x (x = −1/4) the distance from the branch point is the unknown. */
  private static final double NEAR_BRANCH = 0.32;

  private static final int FRITSCH_STEPS = 3;
  private static final int NEWTON_STEPS = 6;

  private LambertW() {}

  /**
   * Returns the principal branch W₀(x) ≥ −1.
   *
   * @param x at least −1/e, its double {@link #BRANCH_POINT} included
   * @throws IllegalArgumentException if x is below −1/e, infinite or NaN
   */
  public static double w0(double x) {
    if (!(x >= BRANCH_POINT) || x == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(
          "x: need a finite x >= -1/e = " + BRANCH_POINT + ", got " + x + "; W is complex below");
    }
    if (x == 0) {
      return x;
    }
    double q = branchDistance(x);
    if (q < NEAR_BRANCH) {
      return distanceFromBranch(q, 1) - 1;
    }
    return x > 1e3 ? w0Exp(StrictMath.log(x)) : fritsch(x, guessW0(x));
  }

  /**
   * Returns the lower branch W₋₁(x) ≤ −1.
   *
   * @param x from −1/e, its double {@link #BRANCH_POINT} included, to below 0
   * @throws IllegalArgumentException if x is outside [−1/e, 0) or NaN
   */
  public static double wMinus1(double x) {
    if (!(x >= BRANCH_POINT && x < 0)) {
      throw new IllegalArgumentException(
          "x: need -1/e = " + BRANCH_POINT + " <= x < 0, got " + x + "; W_-1 is real there only");
    }
    double q = branchDistance(x);
    if (q < NEAR_BRANCH) {
      return distanceFromBranch(q, -1) - 1;
    }
    double y = StrictMath.log(-x);
    // x / w would underflow for the smallest x; far from the branch point log(-x) loses nothing.
    return x > -1e-3 ? wMinus1NegExp(y) : fritsch(x, -guessLower(-y));
  }

  /**
   * Returns W₀(e^y), the solution w of w + log w = y (Wright's omega function on the reals),
   * without overflow; 0 where e^y underflows.
   *
   * @throws IllegalArgumentException if y is not finite
   */
  public static double w0Exp(double y) {
    requireFinite(y, "y");
    if (y <= 1) {
      return y < -745.2 ? 0 : w0(StrictMath.exp(y));
    }
    double w = y > 3 ? y - StrictMath.log(y) : 1 + (y - 1) / 2;
    for (int k = 0; k < NEWTON_STEPS; k++) {
      w -= (w + StrictMath.log(w) - y) * w / (1 + w);
    }
    return w;
  }

  /**
   * Returns W₋₁(−e^y), that is −v for the solution v ≥ 1 of v − log v = −y, without underflow.
   *
   * @throws IllegalArgumentException if y is above −1 or not finite
   */
  public static double wMinus1NegExp(double y) {
    requireFinite(y, "y");
    if (y > -1) {
      throw new IllegalArgumentException(
          "y: need y <= -1, got " + y + "; -exp(y) lies below the branch point -1/e");
    }
    double q = -StrictMath.expm1(y + 1);
    if (q < NEAR_BRANCH) {
      return distanceFromBranch(q, -1) - 1;
    }
    double v = guessLower(-y);
    for (int k = 0; k < NEWTON_STEPS; k++) {
      v += (v - StrictMath.log(v) + y) * v / (1 - v);
    }
    return -v;
  }

  /**
   * Returns the other solution a′ of a′e^{−a′} = a e^{−a}: above 1 for a &lt; 1, below 1 for a &gt;
   * 1, and 1 for a = 1. Near 1 the distance 1 − a′ has full relative accuracy as far as the double
   * a′ can hold it; {@link #conjugateGap} gives the distance itself. Underflows to 0 for a above
   * about 751.
   *
   * @param a positive and finite
   * @throws IllegalArgumentException if a is not positive or not finite
   */
  public static double conjugate(double a) {
    if (!(a > 0) || a == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("a: need a finite a > 0, got " + a);
    }
    double gap = 1 - a;
    if (Math.abs(gap) < 0.5) {
      return 1 + conjugateGap(gap);
    }
    if (a > 1) {
      return -w0(-scaledExp(a));
    }
    return conjugateAbove(a);
  }

  /**
   * Returns a′ − 1 for a = 1 − gap, where a′ = {@link #conjugate conjugate(a)}: the sign is that of
   * the gap, and a′ − 1 = gap + (2/3)gap² + … keeps all its digits however small the gap is.
   *
   * @param gap 1 − a, below 1 and finite
   * @throws IllegalArgumentException if the gap is at least 1 or not finite
   */
  public static double conjugateGap(double gap) {
    requireFinite(gap, "gap");
    if (gap >= 1) {
      throw new IllegalArgumentException(
          "gap: need gap < 1, got " + gap + "; a = 1 - gap must be positive");
    }
    if (Math.abs(gap) < 1e-8) {
      // The next term, (4/9) gap³, is below 2⁻⁵³ of the first.
      return gap + gap * gap * (2.0 / 3);
    }
    if (Math.abs(gap) <= 0.5) {
      return -distanceFromBranch(branchResidual(gap), gap > 0 ? -1 : 1);
    }
    return conjugate(1 - gap) - 1;
  }

  /** a e^{−a} for a above 1.5, in an order that delays underflow to the last operation. */
  private static double scaledExp(double a) {
    double half = StrictMath.exp(-0.5 * a);
    return a * half * half;
  }

  /** v − log v = a − log a solved for v &gt; 1, given a &lt; 1/2. */
  private static double conjugateAbove(double a) {
    double logA = StrictMath.log(a);
    double v = guessLower(a - logA);
    for (int k = 0; k < NEWTON_STEPS; k++) {
      v += ((v - a) - (StrictMath.log(v) - logA)) * v / (1 - v);
    }
    return v;
  }

  /** 1 + e·x with e in two doubles: relative error 2⁻⁵² or so even where x is next to −1/e. */
  private static double branchDistance(double x) {
    return x == BRANCH_POINT ? 0 : Math.fma(x, E_HI, 1) + x * E_LO;
  }

  /** Solves 1 − (1 − δ)e^δ = q for the δ with the given sign, by Newton steps from the series. */
  private static double distanceFromBranch(double q, int sign) {
    double p = sign * Math.sqrt(2 * q);
    double delta = p * (1 - p * (1.0 / 3 - p * (11.0 / 72)));
    if (Math.abs(p) < 1e-5) {
      // The series' next term is 43 p⁴/540: below 2⁻⁵³ of the first here.
      return delta;
    }
    for (int k = 0; k < NEWTON_STEPS; k++) {
      delta -= (branchResidual(delta) - q) / (delta * StrictMath.exp(delta));
    }
    return delta;
  }

  /** 1 − (1 − δ)e^δ = Σ_{k≥2} (k−1)δᵏ/k!, for |δ| up to about 1.3. */
  private static double branchResidual(double delta) {
    double sum = 0;
    for (int k = 24; k >= 3; k--) {
      // Horner form: the ratio of coefficient k to coefficient k−1 is (k−1)/(k(k−2)).
      sum = (1 + sum) * delta * (k - 1) / (k * (k - 2.0));
    }
    return (1 + sum) * delta * delta / 2;
  }

  private static double fritsch(double x, double guess) {
    double w = guess;
    for (int k = 0; k < FRITSCH_STEPS; k++) {
      double z = StrictMath.log(x / w) - w;
      double s = 1 + w;
      double t = 2 * s * (s + 2.0 / 3 * z);
      w *= 1 + z / s * (t - z) / (t - 2 * z);
    }
    return w;
  }

  /** Within a few per cent for −1/4 ≤ x ≤ 1000. */
  private static double guessW0(double x) {
    double l = StrictMath.log1p(x);
    return l * (1 - StrictMath.log1p(l) / (2 + l));
  }

  /** v + … ≈ the solution above 1 of v − log v = t, for t above 1.3. */
  private static double guessLower(double t) {
    double s = Math.sqrt(2 * (t - 1));
    return t > 4 ? t + StrictMath.log(t) : 1 + s + s * s / 3;
  }

  private static void requireFinite(double value, String name) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(name + ": need a finite number, got " + value);
    }
  }
}
