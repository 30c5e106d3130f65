package org.grokcheck.omnigrok;

import org.grokcheck.math.Real;

/**
 * Time to generalise t = t₀ + c/(γ + γ₀): a fit that takes t₀, a drift that takes c/γ, and an
 * implicit regularisation γ₀ (claim {@code omnigrok.ext.affine-law}).
 *
 * @param offset t₀
 * @param scale c
 * @param implicit γ₀ ≥ 0
 */
public record AffineLaw(Real offset, Real scale, Real implicit) {
  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if γ₀ is negative
   */
  public AffineLaw {
    Require.notNegative("gamma0", implicit);
  }

  /**
   * Returns t.
   *
   * @param gamma γ with γ + γ₀ &gt; 0
   */
  public Real time(Real gamma) {
    return offset.plus(scale.over(total(gamma)));
  }

  /** Returns d ln t/d ln γ = −cγ/((γ + γ₀)² t). */
  public Real localExponent(Real gamma) {
    return scale.times(gamma).over(total(gamma).square()).over(time(gamma)).negate();
  }

  private Real total(Real gamma) {
    Real sum = gamma.plus(implicit);
    Require.positive("gamma + gamma0", sum);
    return sum;
  }
}
