package org.grokcheck.omnigrok;

import org.grokcheck.math.Real;

/**
 * A balanced chain of L scalar weights s with the objective ½(s^L − y)² + (L/2)γs² (footnote 3;
 * claims {@code omnigrok.fn3.gamma-large}, {@code omnigrok.ext.collapse}): above γ_c the global
 * minimum is s = 0, above γ_sp it is the only one. L = 1 never collapses.
 *
 * @param depth L ≥ 2
 * @param target y &gt; 0
 */
public record ChainCollapse(int depth, Real target) {
  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if L is below 2 or y isn't positive
   */
  public ChainCollapse {
    Require.atLeast("depth", depth, 2);
    Require.positive("y", target);
  }

  /** Returns s_c = (y(L−2)/(L−1))^{1/L}, the minimiser at γ_c; 0 for L = 2. */
  public Real criticalWeight() {
    return target.times(depth - 2).over(depth - 1).power(Real.ONE.over(depth));
  }

  /** Returns γ_c = (y/(L−1)) s_c^{L−2}; y for L = 2. */
  public Real criticalDecay() {
    return target.over(depth - 1).times(criticalWeight().power(Real.of(depth - 2)));
  }

  /** Returns γ_sp = (y − u)u^{(L−2)/L}, u = y(L−2)/(2L−2); y for L = 2. */
  public Real spinodalDecay() {
    Real u = target.times(depth - 2).over(2L * depth - 2);
    return target.minus(u).times(u.power(Real.of(depth - 2).over(depth)));
  }

  /** Returns ½(s^L − y)² + (L/2)γs². */
  public Real objective(Real weight, Real gamma) {
    Real output = weight.power(Real.of(depth));
    Real misfit = output.minus(target).square().over(2);
    return misfit.plus(gamma.times(weight.square()).times(depth).over(2));
  }
}
