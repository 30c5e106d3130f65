package org.grokcheck.omnigrok;

import org.grokcheck.math.Real;

/**
 * One eigendirection of linear regression |XW − y|²/(2n) with weight decay γ (claim {@code
 * omnigrok.ext.linear-lu}): the component of W relaxes to a = s w_s/(s + γ) at the rate s + γ. In
 * the kernel of the data s = 0, and only the decay acts.
 *
 * @param eigenvalue s ≥ 0 of X^T X/n
 * @param teacher component of w_s
 * @param start component of W(0)
 * @param decay η and γ
 */
public record RidgeMode(Real eigenvalue, Real teacher, Real start, NormDecay decay) {
  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if s is negative
   */
  public RidgeMode {
    Require.notNegative("eigenvalue", eigenvalue);
  }

  /** Returns a = s w_s/(s + γ), where the component ends; its start for s + γ = 0. */
  public Real limit() {
    return rate().signum() == 0 ? start : eigenvalue.times(teacher).over(rate());
  }

  /** Returns s + γ. */
  public Real rate() {
    return eigenvalue.plus(decay.gamma());
  }

  /** Returns a + (W(0) − a)e^{−(s+γ)t}. */
  public Real flow(Real time) {
    return limit().plus(start.minus(limit()).times(rate().times(time).negate().exp()));
  }

  /**
   * Returns a + (W(0) − a)(1 − η(s+γ))ᵏ.
   *
   * @param steps k ≥ 0
   */
  public Real descent(int steps) {
    Require.atLeast("steps", steps, 0);
    Real factor = Real.ONE.minus(decay.eta().times(rate()));
    Real size = factor.abs().power(Real.of(steps));
    Real signed = factor.signum() < 0 && steps % 2 == 1 ? size.negate() : size;
    return limit().plus(start.minus(limit()).times(signed));
  }
}
