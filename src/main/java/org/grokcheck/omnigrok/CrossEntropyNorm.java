package org.grokcheck.omnigrok;

import org.grokcheck.math.Real;

/**
 * Norm at which an exponential loss and weight decay balance: the minimiser of e^{−w^L} + γw²/2
 * (claim {@code omnigrok.ext.ce-norm}). It grows without bound as γ falls, so that no w_c is fixed.
 *
 * @param gamma γ &gt; 0
 */
public record CrossEntropyNorm(Real gamma) {
  private static final int NEWTON_STEPS = 8;

  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if γ isn't positive
   */
  public CrossEntropyNorm {
    Require.positive("gamma", gamma);
  }

  /** Returns w = W₀(1/γ) for L = 1, Lambert's function: we^w = 1/γ. */
  public Real linear() {
    Real log = gamma.log().negate();
    // In s = ln w the equation e^s + s = ln(1/γ) is convex, and this start lies above its root by
    // at most 0.7: Newton's method falls to it, doubling the digits from step to step.
    Real s = log.max(Real.ZERO).plus(Real.ONE).log().min(log);
    for (int k = 0; k < NEWTON_STEPS; k++) {
      Real w = s.exp();
      s = s.minus(w.plus(s).minus(log).over(w.plus(Real.ONE)));
    }
    return s.exp();
  }

  /** Returns w² = ln(2/γ) for L = 2, and 0 for γ ≥ 2. */
  public Real squareForProduct() {
    return Real.TWO.over(gamma).max(Real.ONE).log();
  }
}
