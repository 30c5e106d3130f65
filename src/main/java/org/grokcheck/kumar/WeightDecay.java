package org.grokcheck.kumar;

import java.math.BigDecimal;
import java.math.MathContext;
import org.grokcheck.math.exact.Rational;

/**
 * What weight decay does where nothing is left to learn: each step multiplies the weights by 1 −
 * ηλ, hence w̄ by that and M by its square (claim {@code kumar.sec13.ntk-kappa}). In gradient flow
 * M = M₀ e^{−2ηλt}: the kernel drifts at a rate proportional to λ, and the time to a given drift is
 * proportional to 1/λ.
 *
 * @param eta learning rate η &gt; 0
 * @param decay λ ≥ 0
 */
public record WeightDecay(Rational eta, Rational decay) {
  private static final MathContext PRECISION = new MathContext(40);

  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if η ≤ 0 or λ &lt; 0
   */
  public WeightDecay {
    Require.positive("eta", eta);
    Require.notNegative("weight_decay", decay);
  }

  /**
   * Returns the moments after a number of steps.
   *
   * @param start w̄ and M before the first
   * @param steps at least 0
   */
  public WeightMoments after(WeightMoments start, int steps) {
    Require.atLeast("steps", steps, 0);
    Rational factor = Rational.ONE.minus(eta.times(decay)).power(steps);
    return new WeightMoments(start.mean().times(factor), start.second().times(factor.square()));
  }

  /** Returns dM/dt over M at any time of the flow, −2ηλ. */
  public Rational rate() {
    return eta.times(decay).times(-2);
  }

  /**
   * Returns the time, in steps of the flow, at which M has fallen to e^{-1} of its start: 1/(2ηλ).
   *
   * @throws IllegalArgumentException if λ = 0, where it never does
   */
  public BigDecimal time() {
    Require.notZero("weight_decay", decay);
    return Rational.ONE.over(rate().negate()).toDecimal(PRECISION);
  }
}
