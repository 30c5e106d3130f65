package org.grokcheck.notsawo.curvature;

/**
 * Descent on λx²/2 with gradients cut to size η, above the limit ελ = 2 (claim {@code
 * notsawo.ext.clip_gd}): it ends in cycles {x, x − εη}, whose loss falls as η² and never vanishes.
 *
 * @param curvature λ, positive
 * @param rate ε, ελ &gt; 2
 * @param threshold η, positive
 */
public record ClippedDescent(double curvature, double rate, double threshold) {

  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public ClippedDescent {
    if (!(threshold > 0) || !(curvature > 0)) {
      throw new IllegalArgumentException(
          "lambda, eta: need numbers above 0, got " + curvature + " and " + threshold);
    }
    if (!(rate * curvature > 2)) {
      throw new IllegalArgumentException(
          "eps lambda: need more than 2, got " + rate * curvature + "; descent converges below");
    }
  }

  /** x − ε min(1, η/|λx|) λx. */
  public double step(double x) {
    double gradient = curvature * x;
    return x - rate * Math.copySign(Math.min(Math.abs(gradient), threshold), gradient);
  }

  /** The largest loss (λ/2)(εη − η/λ)² on a cycle. */
  public double largestCycleLoss() {
    double reach = rate * threshold - threshold / curvature;
    return curvature / 2 * reach * reach;
  }
}
