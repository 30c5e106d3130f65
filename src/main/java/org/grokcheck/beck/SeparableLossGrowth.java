package org.grokcheck.beck;

import org.grokcheck.math.LogQuadrature;
import org.grokcheck.math.Normal;

/**
 * The slope of the logistic population loss in log t for separable data, L_gen/log t → (σM/(1 +
 * M²))[φ(k) − kQ(k)], k = 1/(σM) (claim {@code beck.ext.lgen-slope}).
 */
public final class SeparableLossGrowth {
  /** Q falls by more than e⁻⁸⁰ over it, whatever k is. */
  private static final double REACH = 12.5;

  private SeparableLossGrowth() {}

  /**
   * Returns the logarithm of the slope; φ(k) − kQ(k) is taken as ∫ₖ^∞ Q, which doesn't cancel.
   *
   * @param margin M of the scaled data, above 0
   * @param sigma σ &gt; 0
   */
  public static double logSlope(double margin, double sigma) {
    Require.positive("M (margin)", margin);
    Require.positive("sigma", sigma);
    double k = 1 / (sigma * margin);
    double reach = Math.min(REACH, 100 / k);
    double logTail = LogQuadrature.logIntegral(v -> Normal.logSf(k + v), 0, reach);
    return StrictMath.log(sigma * margin) - StrictMath.log1p(margin * margin) + logTail;
  }
}
