package org.grokcheck.omnigrok;

import org.grokcheck.math.Real;

/**
 * Gradient descent on (ab − y)²/2 with weight decay, step by step (claim {@code
 * omnigrok.ext.imbalance}): (a, b) ← ((1 − ηγ)a − ηgb, (1 − ηγ)b − ηga) with g = ab − y, so that a²
 * − b² is multiplied by (1 − ηγ)² − η²g².
 *
 * @param decay η and γ
 * @param target y
 */
public record ProductDescent(NormDecay decay, Real target) {

  /**
   * The two weights.
   *
   * @param a first
   * @param b second
   */
  public record Weights(Real a, Real b) {
    /** Returns a² − b². */
    public Real imbalance() {
      return a.minus(b).times(a.plus(b));
    }
  }

  /** Returns ab − y. */
  public Real residual(Weights at) {
    return at.a().times(at.b()).minus(target);
  }

  /** Returns the weights after one step. */
  public Weights step(Weights at) {
    Real kept = Real.ONE.minus(decay.shrinkage());
    Real pull = decay.eta().times(residual(at));
    return new Weights(
        kept.times(at.a()).minus(pull.times(at.b())), kept.times(at.b()).minus(pull.times(at.a())));
  }

  /**
   * Returns the weights after so many steps.
   *
   * @throws IllegalArgumentException if the number is negative
   */
  public Weights after(Weights start, long steps) {
    Require.atLeast("steps", steps, 0);
    Weights now = start;
    for (long k = 0; k < steps; k++) {
      now = step(now);
    }
    return now;
  }

  /** Returns (1 − ηγ)² − η²g², by which the next step multiplies a² − b². */
  public Real imbalanceFactor(Weights at) {
    Real kept = Real.ONE.minus(decay.shrinkage());
    return kept.square().minus(decay.eta().times(residual(at)).square());
  }
}
