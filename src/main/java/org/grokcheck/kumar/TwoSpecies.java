package org.grokcheck.kumar;

import org.grokcheck.math.exact.Rational;

/**
 * Population flow at w̄ = 0 and M = m₁P + m₂(I − P) with P = ββᵀ/|β|², in the time τ' =
 * 2α²ε²ηt/(ND²) (claim {@code kumar.ext.lotka-volterra}): with a₁ = κ − (m₁ − 1), a₂ = 1 − m₂ when
 * centred, a₁ = κ − m₁, a₂ = −m₂ otherwise,
 *
 * <p>dm₁/dτ' = m₁[3a₁ + (D−1)a₂], dm₂/dτ' = m₂[a₁ + (D+1)a₂], L = (αε)²[(a₁ + (D−1)a₂)²/4 + (a₁² +
 * (D−1)a₂²)/2]/D².
 *
 * @param dimension D ≥ 1
 * @param kappa κ = |β|²/(αε)
 * @param centred whether the output of M = I is subtracted, whatever the start
 */
public record TwoSpecies(long dimension, Rational kappa, boolean centred) {
  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if D &lt; 1
   */
  public TwoSpecies {
    Require.dimension(dimension);
  }

  /**
   * The two eigenvalues of M, or their rates.
   *
   * @param along m₁, along β
   * @param across m₂, across β
   */
  public record State(Rational along, Rational across) {}

  /** Returns dm₁/dτ' and dm₂/dτ'. */
  public State rate(State m) {
    Rational first = firstError(m);
    Rational second = secondError(m);
    return new State(
        m.along().times(first.times(3).plus(second.times(dimension - 1))),
        m.across().times(first.plus(second.times(dimension + 1))));
  }

  /** Returns L/(αε)². */
  public Rational loss(State m) {
    Rational first = firstError(m);
    Rational second = secondError(m);
    Rational trace = first.plus(second.times(dimension - 1));
    Rational squares = first.square().plus(second.square().times(dimension - 1));
    return trace.square().over(4).plus(squares.over(2)).over(dimension).over(dimension);
  }

  private Rational firstError(State m) {
    return kappa.minus(m.along()).plus(identity());
  }

  private Rational secondError(State m) {
    return identity().minus(m.across());
  }

  private Rational identity() {
    return centred ? Rational.ONE : Rational.ZERO;
  }
}
