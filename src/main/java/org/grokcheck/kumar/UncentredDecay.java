package org.grokcheck.kumar;

import org.grokcheck.math.exact.Rational;

/**
 * The late population flow without centring, which decays only like a power of time, since the
 * target's M has rank 1 (claim {@code kumar.ext.uncentred-power-law}).
 *
 * @param dimension D ≥ 2; at D = 1 the decay is exponential
 */
public record UncentredDecay(long dimension) {
  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if D &lt; 2
   */
  public UncentredDecay {
    Require.atLeast("D (input dimension)", dimension, 2);
  }

  /**
   * Returns the leading m₂ = 3/((2D+4)τ').
   *
   * @param time τ' &gt; 0
   */
  public Rational across(Rational time) {
    Require.positive("tau_prime", time);
    return Rational.of(3, 2).over(dimension + 2).over(time);
  }

  /**
   * Returns the leading loss, 3(D−1)(αε)²/(8D²(D+2)τ'²).
   *
   * @param product αε
   * @param time τ' &gt; 0
   */
  public Rational loss(Rational product, Rational time) {
    Require.positive("tau_prime", time);
    return product
        .over(time)
        .over(dimension)
        .square()
        .times(3)
        .times(dimension - 1)
        .over(8)
        .over(dimension + 2);
  }
}
