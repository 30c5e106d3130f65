package org.grokcheck.kumar;

import org.grokcheck.math.exact.Rational;

/**
 * Where population flow of the centred model ends from w̄ = 0, M₀ = σ²I: W = W₀(I + (√(1+κ) − 1)P)
 * with P = ββᵀ/|β|² and κ = |β|²/(αεσ²) (claims {@code kumar.ext.bures-endpoint}, {@code
 * kumar.ext.weight-norm-law}).
 *
 * @param dimension D ≥ 1
 * @param kappa κ ≥ 0
 */
public record BuresEndpoint(long dimension, Rational kappa) {
  private static final int DIGITS = 40;

  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if D &lt; 1 or κ &lt; 0
   */
  public BuresEndpoint {
    Require.dimension(dimension);
    Require.notNegative("kappa", kappa);
  }

  /**
   * Returns the end of a network of output scale α, activation weight ε and initial scale σ.
   *
   * @throws IllegalArgumentException if αε ≤ 0 or σ = 0
   */
  public static BuresEndpoint of(
      long dimension, Rational betaNormSquared, Rational alpha, Rational eps, Rational sigma) {
    Rational product = alpha.times(eps);
    Require.positive("alpha*eps", product);
    Require.notZero("sigma", sigma);
    return new BuresEndpoint(dimension, betaNormSquared.over(product).over(sigma.square()));
  }

  /** Returns |W|²/|W₀|² = 1 + κ/D. */
  public Rational normRatioSquared() {
    return Rational.ONE.plus(kappa.over(dimension));
  }

  /** Returns |W|/|W₀|. */
  public double normRatio() {
    return normRatioSquared().sqrt(DIGITS).doubleValue();
  }

  /** Returns |W − W₀|/|W₀| = (√(1+κ) − 1)/√D, as κ/((1 + √(1+κ))√D): no digit cancels. */
  public double relativeChange() {
    Rational root = Rational.of(Rational.ONE.plus(kappa).sqrt(DIGITS));
    Rational numerator = kappa.over(root.plus(Rational.ONE));
    return numerator.square().over(dimension).sqrt(DIGITS).doubleValue();
  }
}
