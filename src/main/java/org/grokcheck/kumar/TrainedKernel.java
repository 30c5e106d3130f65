package org.grokcheck.kumar;

import org.grokcheck.math.exact.Rational;

/**
 * The kernel K₅ at the end of feature learning, M = κ ββᵀ/|β|² and w̄ = 0, the uncentred network of
 * zero loss for κ = |β|²/(αε) (claim {@code kumar.ext.final-ntk}).
 *
 * @param dimension D ≥ 1
 * @param eps ε
 * @param kappa κ ≥ 0
 */
public record TrainedKernel(long dimension, Rational eps, Rational kappa) {
  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if D &lt; 1 or κ &lt; 0
   */
  public TrainedKernel {
    Require.dimension(dimension);
    Require.notNegative("kappa", kappa);
  }

  /** Returns 3ε²κ/D², the eigenvalue of (β·x)². */
  public Rational target() {
    return beside().times(3);
  }

  /** Returns ε²κ/D², the eigenvalue of (β·x)(u·x) for u orthogonal to β; D − 1 of them. */
  public Rational beside() {
    return eps.square().times(kappa).over(dimension).over(dimension);
  }

  /** Returns the square of the alignment, A² = (3ε²κ/D²)²/(1/D + ε⁴(D+8)κ²/D⁴). */
  public Rational alignmentSquared() {
    return squared(3, dimension + 8);
  }

  /** Returns the square of the centred alignment, (2ε²κ/D²)²/(1/D + ε⁴(D+3)κ²/D⁴). */
  public Rational centredAlignmentSquared() {
    return squared(2, dimension + 3);
  }

  /** Returns the limit of A² as κ → ∞, 9/(D+8). */
  public Rational alignmentLimitSquared() {
    return Rational.of(9).over(dimension + 8);
  }

  private Rational squared(long factor, long size) {
    Rational square = beside().square();
    Rational norm = Rational.of(1, dimension).plus(square.times(size));
    return square.times(factor).times(factor).over(norm);
  }
}
