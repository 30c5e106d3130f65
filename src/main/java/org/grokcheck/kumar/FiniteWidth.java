package org.grokcheck.kumar;

import org.grokcheck.math.exact.Rational;

/**
 * Averages over N random neurons wᵢ ~ N(0, I) in R^D of what the infinitely wide network has
 * exactly (claims {@code kumar.sec5.init-moments}, {@code kumar.ext.finite-width-K2}), and the rank
 * of the kernel of N neurons ({@code kumar.ext.ntk-rank}).
 *
 * @param dimension D ≥ 1
 * @param width N ≥ 1
 */
public record FiniteWidth(long dimension, long width) {
  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if D &lt; 1 or N &lt; 1
   */
  public FiniteWidth {
    Require.dimension(dimension);
    Require.atLeast("N (width)", width, 1);
  }

  /** Returns E|w̄|² = D/N. */
  public Rational meanNormSquared() {
    return Rational.of(dimension, width);
  }

  /** Returns E|M − I|² = D(D+1)/N. */
  public Rational secondMomentSpread() {
    return Rational.of(dimension + 1).times(dimension).over(width);
  }

  /** Returns E Tr M² = D(1 + (D+1)/N). */
  public Rational traceOfSquare() {
    return secondMomentSpread().plus(Rational.of(dimension));
  }

  /** Returns E(Tr M)² = D² + 2D/N. */
  public Rational squareOfTrace() {
    return Rational.of(dimension).square().plus(Rational.of(dimension, width).times(2));
  }

  /**
   * Returns E⟨K₅²⟩ = 1/D + 2ε²(D+2)/(ND²) + (ε⁴/D⁴)[(D+6) E Tr M² + 2 E(Tr M)²].
   *
   * @param eps ε
   */
  public Rational kernelSquare(Rational eps) {
    return kernelSquare(eps, dimension + 2, dimension + 6, 2);
  }

  /**
   * Returns E⟨K_c²⟩ of the kernel centred over the population.
   *
   * @param eps ε
   */
  public Rational centredKernelSquare(Rational eps) {
    return kernelSquare(eps, dimension + 1, dimension + 2, 1);
  }

  private Rational kernelSquare(Rational eps, long ofMean, long ofSquare, long ofTrace) {
    Rational square = eps.over(dimension).square();
    Rational quartic =
        traceOfSquare().times(ofSquare).plus(squareOfTrace().times(ofTrace)).times(square.square());
    Rational mean = meanNormSquared().times(2).times(ofMean).times(square).over(dimension);
    return Rational.of(1, dimension).plus(mean).plus(quartic);
  }

  /**
   * Returns the rank of the kernel for generic weights and ε ≠ 0: ND − (N−1)(N−2)/2 up to N = D+1,
   * D(D+3)/2 from there on.
   */
  public long rank() {
    return width <= dimension
        ? Math.subtractExact(Math.multiplyExact(width, dimension), (width - 1) * (width - 2) / 2)
        : completeRank();
  }

  /** Returns P_c = D(D+3)/2, the number of functions x_a and x_a x_b. */
  public long completeRank() {
    return Math.multiplyExact(dimension, dimension + 3) / 2;
  }
}
