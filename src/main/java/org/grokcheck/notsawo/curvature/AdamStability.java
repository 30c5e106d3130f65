package org.grokcheck.notsawo.curvature;

import org.grokcheck.math.exact.Rational;

/**
 * Stability of θ ← (1 − εw)θ − εm, m ← βm + (1 − β)λθ, AdamW with a frozen preconditioner (claim
 * {@code notsawo.ext.adamw_eos}): stable iff −w &lt; λ &lt; (1 + β)(2 − εw)/((1 − β)ε), λ in units
 * of the preconditioned Hessian. With β = 0 and w = 0 it is the 2/ε of gradient descent.
 *
 * @param beta β in [0, 1)
 * @param decay w, at least 0, εw &lt; 1
 * @param rate ε, positive
 */
public record AdamStability(Rational beta, Rational decay, Rational rate) {

  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if a constant is out of range
   */
  public AdamStability {
    if (beta.signum() < 0 || beta.compareTo(Rational.ONE) >= 0) {
      throw new IllegalArgumentException("beta1: need a number in [0, 1), got " + beta);
    }
    if (rate.signum() <= 0) {
      throw new IllegalArgumentException("eps: need a rate above 0, got " + rate);
    }
    if (decay.signum() < 0 || rate.times(decay).compareTo(Rational.ONE) >= 0) {
      throw new IllegalArgumentException(
          "weight_decay: need at least 0 and below 1/eps, got " + decay);
    }
  }

  /** −w. */
  public Rational lower() {
    return decay.negate();
  }

  /** (1 + β)(2 − εw)/((1 − β)ε). */
  public Rational upper() {
    Rational shrink = Rational.TWO.minus(rate.times(decay));
    return Rational.ONE.plus(beta).times(shrink).over(Rational.ONE.minus(beta).times(rate));
  }
}
