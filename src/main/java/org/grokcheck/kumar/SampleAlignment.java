package org.grokcheck.kumar;

import org.grokcheck.math.exact.Rational;

/**
 * The bias of the alignment of a Gram matrix of P samples against that of the population, at M = I
 * and w̄ = 0: E yᵀKy = P(P−1)n + P d₁ and E|K|² = P(P−1)⟨K²⟩ + P d₂, where d₁ and d₂ come from the
 * diagonal (claim {@code kumar.ext.cka-finiteP}).
 *
 * @param dimension D ≥ 1
 * @param eps ε
 */
public record SampleAlignment(long dimension, Rational eps) {
  private static final int DIGITS = 40;

  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if D &lt; 1
   */
  public SampleAlignment {
    Require.dimension(dimension);
  }

  /** Returns d₁/|β|⁴ = ⟨y² K(x, x)⟩/|β|⁴ = ¾[(D+4)/D³ + ε²(D+4)(D+6)/D⁴]. */
  public Rational diagonalNumerator() {
    Rational size = Rational.of(dimension);
    Rational inner = Rational.ONE.plus(eps.square().times(dimension + 6).over(size));
    return inner.times(dimension + 4).over(size.power(3)).times(Rational.of(3, 4));
  }

  /** Returns d₂ = ⟨K(x, x)²⟩ = (D+2)/D + 2ε²(D+2)(D+4)/D² + ε⁴(D+2)(D+4)(D+6)/D³. */
  public Rational diagonalSquare() {
    Rational second = eps.square().times(dimension + 4).over(dimension);
    Rational third = second.times(eps.square()).times(dimension + 6).over(dimension);
    return Rational.ONE.plus(second.times(2)).plus(third).times(dimension + 2).over(dimension);
  }

  /**
   * Returns the ratio of means, E yᵀKy / (√E|K|² · E|y|²).
   *
   * @param samples P ≥ 1
   * @throws IllegalArgumentException if P &lt; 1
   */
  public double ofSamples(long samples) {
    Require.atLeast("P (samples)", samples, 1);
    Rational pairs = Rational.of(samples - 1);
    Rational size = Rational.of(dimension);
    Rational offDiagonal = eps.square().times(dimension + 8).over(size.power(4)).over(4);
    Rational power = Rational.of(3, 4).over(size.square());
    Rational numerator = pairs.times(offDiagonal).plus(diagonalNumerator());
    Rational square = pairs.times(kernelSquare()).plus(diagonalSquare()).times(samples);
    return numerator.square().over(square).over(power.square()).sqrt(DIGITS).doubleValue();
  }

  private Rational kernelSquare() {
    return new InitialSpectrum(dimension, eps).sumOfSquares();
  }
}
