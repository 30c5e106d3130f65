package org.grokcheck.notsawo.curvature;

import java.math.BigDecimal;
import org.grokcheck.math.Decimals;

/**
 * Local Lyapunov exponents of θ ← θ − εG: along an eigenvector of the Hessian with eigenvalue λ a
 * displacement is multiplied by 1 − ελ (Sec. 4, claims {@code notsawo.sec4.lyapunov} and {@code
 * notsawo.sec4.unstable}).
 */
public final class GrowthExponent {
  private GrowthExponent() {}

  /**
   * log|1 − ελ|, with 1 − ελ formed exactly; −∞ at ελ = 1. It is positive iff λ &lt; 0 or λ &gt;
   * 2/ε.
   *
   * @param curvature λ
   * @param rate ε, positive
   * @throws IllegalArgumentException if ε isn't positive
   */
  public static double of(BigDecimal curvature, BigDecimal rate) {
    if (rate.signum() <= 0) {
      throw new IllegalArgumentException("eps: need a rate above 0, got " + rate);
    }
    BigDecimal factor = BigDecimal.ONE.subtract(rate.multiply(curvature)).abs();
    return factor.signum() == 0
        ? Double.NEGATIVE_INFINITY
        : Decimals.logRatio(factor, BigDecimal.ONE);
  }
}
