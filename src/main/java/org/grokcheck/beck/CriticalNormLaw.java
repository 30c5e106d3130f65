package org.grokcheck.beck;

import org.grokcheck.math.Erf;

/**
 * What becomes of S_∞ for N Gaussian points in λN dimensions as N → ∞ and then λ → ½ from below
 * (claim {@code beck.ext.cgmt-critical}): ‖S_∞‖√(1 − 2λ) → √(π²/8 + log²2)/σ, a power law and not a
 * logarithm.
 */
public final class CriticalNormLaw {
  /** Euler's constant. */
  private static final double GAMMA = 0.57721566490153286;

  private static final double LN2 = StrictMath.log(2);

  private CriticalNormLaw() {}

  /**
   * Returns √(π²/8 + log²2)/σ, the limit of ‖S_∞‖√(1 − 2λ).
   *
   * @param sigma σ &gt; 0
   */
  public static double normCoefficient(double sigma) {
    Require.positive("sigma", sigma);
    return Math.sqrt(Math.PI * Math.PI / 8 + LN2 * LN2) / sigma;
  }

  /** Returns e^{γ/2}/(2√π), the limit of Z = (1/N) Σ e^{S_∞·xᵢ}. */
  public static double meanExponential() {
    return StrictMath.exp(GAMMA / 2) / (2 * Math.sqrt(Math.PI));
  }

  /** Returns ½ erfc(e^{−γ/2}), the limit of the share of points with S_∞·x &gt; 0. */
  public static double positiveShare() {
    return 0.5 * Erf.erfc(StrictMath.exp(-GAMMA / 2));
  }

  /** Returns (log 2 − γ)/2, the limit of a − log s in the scalar equations. */
  public static double offset() {
    return 0.5 * (LN2 - GAMMA);
  }

  /**
   * Returns 1/(8(π²/8 + log²2)), the limit of (r/σ²)/((1 − 2λ) log(1/(1 − 2λ))) for the least
   * relaxation exponent r (claim {@code beck.ext.relaxation-edge}).
   */
  public static double relaxationCoefficient() {
    return 1 / (Math.PI * Math.PI + 8 * LN2 * LN2);
  }
}
