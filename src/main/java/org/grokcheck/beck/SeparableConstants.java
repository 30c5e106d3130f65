package org.grokcheck.beck;

import java.math.BigDecimal;
import org.grokcheck.math.Decimals;
import org.grokcheck.math.LogDomain;
import org.grokcheck.math.Normal;

/**
 * The constants which the two-point flow with margin M = −x leaves behind the growing logarithms of
 * its weight and bias (claims {@code beck.ext.u-inf}, {@code beck.ext.u-slow}, {@code
 * beck.appe4.u-limit}).
 *
 * <p>With ℓ = log((η/2)(1 + σ²M²)t): S̃ → (c + σ²Mℓ)/(1 + σ²M²) and b → (Mc − ℓ)/(1 + σ²M²), where
 * c = lim(S̃ + σ²Mb) = M(S̃₀ + σ²b₀) + log(1 + M e^{(1−M)S̃₀}) − log M. At M = 1 the points
 * coincide, both support, and the conserved S̃ + σ²b takes the place of c.
 *
 * @param margin M, above 0 and at most 1, in units of σ
 * @param oneMinusMargin 1 − M as exact as possible
 * @param sigma σ &gt; 0
 * @param initialWeight S̃₀
 * @param initialBias b₀
 */
public record SeparableConstants(
    double margin, double oneMinusMargin, double sigma, double initialWeight, double initialBias) {
  private static final double LN2 = StrictMath.log(2);

  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if an argument is out of range
   */
  public SeparableConstants {
    Require.within("M (margin)", margin, Double.MIN_VALUE, 1);
    Require.within("oneMinusMargin", oneMinusMargin, 0, 1);
    Require.positive("sigma", sigma);
    Require.finite("S0 (initial weight)", initialWeight);
    Require.finite("b0 (initial bias)", initialBias);
  }

  /** Returns the constants for an exact margin. */
  public static SeparableConstants of(
      BigDecimal margin, double sigma, double initialWeight, double initialBias) {
    return new SeparableConstants(
        margin.doubleValue(),
        Decimals.gap(BigDecimal.ONE, margin),
        sigma,
        initialWeight,
        initialBias);
  }

  /** Returns c = lim(S̃ + σ²Mb); log(1 + 1/M) from S̃₀ = b₀ = 0 and M &lt; 1, for every σ. */
  public double conserved() {
    double sum = initialWeight + sigma * sigma * initialBias;
    if (oneMinusMargin == 0) {
      return sum;
    }
    double logMargin = StrictMath.log(margin);
    if (initialWeight == 0) {
      return margin * sum + StrictMath.log1p(margin) - logMargin;
    }
    double raised = oneMinusMargin * initialWeight;
    return margin * sum + LogDomain.softplus(logMargin + raised) - logMargin;
  }

  /** Returns u_∞ = lim(S̃ − σ²Mℓ/(1 + σ²M²)). */
  public double weightResidual() {
    return weightShare() / growth();
  }

  /** Returns v_∞ = lim(b + ℓ/(1 + σ²M²)). */
  public double biasResidual() {
    return biasShare() / growth();
  }

  /**
   * Returns σ²M|b|/S̃ at a given ℓ, up to terms exponentially small in S̃: 1 − (1 + σ²M²)c/(σ²Mℓ +
   * c), in a form that doesn't cancel where the second term is near 1. It tends to 1 only as ℓ ≫
   * c/M.
   *
   * @param logTime ℓ = log((η/2)(1 + σ²M²)t)
   */
  public double approachRatio(double logTime) {
    Require.finite("log t", logTime);
    double product = sigma * sigma * margin;
    return product * (logTime - biasShare()) / (product * logTime + weightShare());
  }

  /**
   * Returns C in lim A_gen − A_gen(t) ~ C/log t: with k = 1/(σ²M), C = φ(k)(1 + σ²M²)c/(σ⁴M²)
   * (claim {@code beck.ext.accuracy-approach}).
   */
  public double accuracyApproach() {
    double product = sigma * sigma * margin;
    return Normal.pdf(1 / product) * growth() * weightShare() / (product * product);
  }

  private double growth() {
    return 1 + sigma * sigma * margin * margin;
  }

  private double weightShare() {
    return oneMinusMargin == 0 ? conserved() + sigma * sigma * LN2 : conserved();
  }

  private double biasShare() {
    return oneMinusMargin == 0 ? conserved() - LN2 : margin * conserved();
  }
}
