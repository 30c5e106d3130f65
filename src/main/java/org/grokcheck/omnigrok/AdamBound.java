package org.grokcheck.omnigrok;

import org.grokcheck.math.Real;

/**
 * How far AdamW can drive one weight, whatever the loss (claim {@code omnigrok.ext.adamw-bound}).
 * Step t has at most the size ηU_t, U_t = (1−β₁)/(1−β₁ᵗ) √((1−β₂ᵗ)/(1−β₂) · (1−qᵗ)/(1−q)), q =
 * β₁²/β₂, by the inequality of Cauchy and Schwarz; the constant U that Kingma and Ba give is the
 * size of a step after a long silence and not the largest.
 *
 * @param decay η and γ with ηγ ≤ 1
 * @param beta1 β₁, 0 ≤ β₁ and β₁² ≤ β₂
 * @param beta2 β₂, 0 ≤ β₂ &lt; 1
 */
public record AdamBound(NormDecay decay, Real beta1, Real beta2) {
  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public AdamBound {
    Require.notNegative("beta1", beta1);
    Require.notNegative("beta2", beta2);
    if (beta2.compareTo(Real.ONE) >= 0 || beta1.compareTo(Real.ONE) >= 0) {
      throw new IllegalArgumentException(
          "beta1, beta2: need numbers below 1, got " + beta1 + " and " + beta2);
    }
    Require.atLeast("1", Real.ONE, "eta*gamma", decay.shrinkage());
  }

  /** Returns U = max(1, (1 − β₁)/√(1 − β₂)), the constant of Kingma and Ba. */
  public Real printedStep() {
    return Real.ONE.minus(beta1).over(Real.ONE.minus(beta2).sqrt()).max(Real.ONE);
  }

  /** Returns (1−ηγ)ᵏ|W₀| + U(1 − (1−ηγ)ᵏ)/γ, the printed bound; |W₀| + kηU for γ = 0. */
  public Real printedBound(Real start, long steps) {
    Require.notNegative("w_abs0", start);
    Require.atLeast("steps", steps, 0);
    return remaining(start, steps).plus(printedStep().times(reach(steps)));
  }

  /**
   * Returns U_t, the largest step that t gradients can make, in units of η.
   *
   * @param step t ≥ 1
   */
  public Real step(long step) {
    Require.atLeast("t", step, 1);
    Real t = Real.of(step);
    return step(step, beta1.power(t), beta2.power(t), ratio().power(t));
  }

  /** U_t from the powers β₁ᵗ, β₂ᵗ and qᵗ. */
  private Real step(long t, Real first, Real second, Real ratios) {
    Real one = Real.ONE;
    Real means = one.minus(beta1).over(one.minus(first));
    Real squares = one.minus(second).over(one.minus(beta2));
    Real geometric = ratio().equals(one) ? Real.of(t) : one.minus(ratios).over(one.minus(ratio()));
    return means.times(squares.times(geometric).sqrt());
  }

  /** Returns (1−ηγ)ᵏ|W₀| + η Σ_t (1−ηγ)^{k−t} U_t, attained by gradients ∝ (β₂/β₁)ᵗ. */
  public Real bound(Real start, long steps) {
    Require.notNegative("w_abs0", start);
    Real kept = Real.ONE.minus(decay.shrinkage());
    Real size = start;
    Real first = Real.ONE;
    Real second = Real.ONE;
    Real ratios = Real.ONE;
    for (long t = 1; t <= steps; t++) {
      first = first.times(beta1);
      second = second.times(beta2);
      ratios = ratios.times(ratio());
      size = kept.times(size).plus(decay.eta().times(step(t, first, second, ratios)));
    }
    return size;
  }

  /** Returns the limit U_∞ = (1−β₁)/√((1−β₂)(1−q)), for β₁² &lt; β₂. */
  public Real limitingStep() {
    Require.positive("beta2 - beta1^2", beta2.minus(beta1.square()));
    return Real.ONE.minus(beta1).over(Real.ONE.minus(beta2).times(Real.ONE.minus(ratio())).sqrt());
  }

  /** Returns (1−ηγ)ᵏ|W₀| + U_∞(1 − (1−ηγ)ᵏ)/γ. */
  public Real limitingBound(Real start, long steps) {
    return remaining(start, steps).plus(limitingStep().times(reach(steps)));
  }

  private Real remaining(Real start, long steps) {
    return decay.norm(start, Real.of(steps));
  }

  /** (1 − (1−ηγ)ᵏ)/γ, the sum of η(1−ηγ)^j over j &lt; k. */
  private Real reach(long steps) {
    if (decay.gamma().signum() == 0) {
      return decay.eta().times(steps);
    }
    if (decay.shrinkage().equals(Real.ONE)) {
      return steps == 0 ? Real.ZERO : decay.eta();
    }
    Real log = decay.shrinkage().negate().log1p();
    return log.times(steps).expm1().negate().over(decay.gamma());
  }

  private Real ratio() {
    return beta1.signum() == 0 ? Real.ZERO : beta1.square().over(beta2);
  }
}
