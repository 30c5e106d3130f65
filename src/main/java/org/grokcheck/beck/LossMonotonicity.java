package org.grokcheck.beck;

import org.grokcheck.math.Roots;

/**
 * Where the exponential population loss e^{b + S̃²/2} rises along the two-point flow ({@code
 * beck.ext.sigma-c}).
 *
 * <p>d log L_gen/dτ has the sign of r(S̃) − 1/σ² with r(S) = S(e^{−S} − x e^{xS})/(e^{−S} + e^{xS})
 * = SD/(1 + E), E = e^{(1+x)S}, D = 1 − xE. For x ≥ 0, r is positive on (0, S̃_∞) alone and has one
 * maximum there.
 */
public final class LossMonotonicity {
  private final TwoPoints points;

  private LossMonotonicity(TwoPoints points) {
    this.points = points;
  }

  /**
   * Returns the analysis for inseparable points.
   *
   * @throws IllegalArgumentException for x &lt; 0, where r grows without bound and the loss always
   *     ends up rising
   */
  public static LossMonotonicity of(TwoPoints points) {
    Require.within("x", points.x(), 0, 1);
    return new LossMonotonicity(points);
  }

  /**
   * Returns r(S̃), which is compared with 1/σ².
   *
   * @param weight S̃
   */
  public double rise(double weight) {
    double lift = StrictMath.expm1(points.onePlusX() * weight);
    if (lift == Double.POSITIVE_INFINITY) {
      return -points.x() * weight;
    }
    return weight * (points.oneMinusX() - points.x() * lift) / (2 + lift);
  }

  /**
   * Returns the S̃ at which r has its maximum, the root of S(1+x)²E = (1 − xE)(1 + E); 0 at x = 1.
   * In units of 1 − x it falls from 1 + W₀(1/e) at x = 0 to ¼ as x → 1.
   */
  public double weightAtMaximum() {
    double gap = points.oneMinusX();
    return gap == 0 ? 0 : Roots.increasing(this::excess, gap / 5, gap * 1.5);
  }

  /**
   * Returns σ_c = r_max^{−1/2}: the loss is non-monotone from S̃ = b = 0 iff σ &gt; σ_c; ∞ at x =
   * 1.
   */
  public double criticalScale() {
    return 1 / Math.sqrt(rise(weightAtMaximum()));
  }

  /** S(1+x)² − (1 − xE)(1 + E)/E, increasing in S. */
  private double excess(double s) {
    double g = points.onePlusX();
    double lift = StrictMath.expm1(g * s);
    double distance = points.oneMinusX() - points.x() * lift;
    return s * g * g - distance * (2 + lift) / (1 + lift);
  }
}
