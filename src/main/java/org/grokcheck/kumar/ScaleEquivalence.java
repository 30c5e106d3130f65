package org.grokcheck.kumar;

import org.grokcheck.math.exact.Rational;

/**
 * The settings at unit initial scale that train like weights w = σu (claim {@code
 * kumar.ext.sigma-equivalence}): f is the same function of u, and u moves as w/σ does.
 *
 * @param alpha output scale
 * @param eps weight of the quadratic part
 * @param eta learning rate
 */
public record ScaleEquivalence(Rational alpha, Rational eps, Rational eta) {

  /**
   * Returns (ασ, εσ, η/σ²), for readouts that are 1.
   *
   * @param sigma σ ≠ 0
   */
  public ScaleEquivalence ofWeights(Rational sigma) {
    Require.notZero("sigma", sigma);
    return new ScaleEquivalence(alpha.times(sigma), eps.times(sigma), eta.over(sigma.square()));
  }

  /**
   * Returns (ασ², εσ, η/σ²), for readouts that are scaled and trained too.
   *
   * @param sigma σ ≠ 0
   */
  public ScaleEquivalence ofWeightsAndReadouts(Rational sigma) {
    ScaleEquivalence weights = ofWeights(sigma);
    return new ScaleEquivalence(weights.alpha.times(sigma), weights.eps, weights.eta);
  }

  /**
   * Returns the output scale that a network of L layers without biases has at unit initial scale:
   * such networks are homogeneous, f(σθ) = σᴸ f(θ), so that α ~ σ⁻ᴸ keeps it (claim {@code
   * kumar.sec6.mnist-quadratic}); σ⁻² is right for two layers.
   *
   * @param sigma σ &gt; 0
   * @param layers L ≥ 1
   */
  public static Rational ofLayers(Rational sigma, int layers) {
    Require.positive("sigma", sigma);
    Require.atLeast("L (layers)", layers, 1);
    return sigma.power(layers);
  }
}
