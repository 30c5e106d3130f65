package org.grokcheck.notsawo.dimension;

import java.math.BigDecimal;
import java.math.MathContext;
import org.grokcheck.math.Decimals;

/**
 * The law of μ = r_2/r_1, the distances to the second and the first neighbour in d dimensions: log
 * μ is exponential with rate d (App. H.1, claims {@code notsawo.apph.pdf}, {@code notsawo.apph.cdf}
 * and {@code notsawo.apph.r_mu}).
 *
 * <p>Small values of log μ are those of μ − 1, formed exactly. Survival probabilities are carried
 * as logarithms: F rounds to 1 long before they vanish.
 *
 * @param dimension d, positive and finite
 */
public record NeighbourRatio(double dimension) {

  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if d is out of range
   */
  public NeighbourRatio {
    if (!(dimension > 0) || Double.isInfinite(dimension)) {
      throw new IllegalArgumentException("d: need a finite number above 0, got " + dimension);
    }
  }

  /**
   * f(μ) = d μ^{−d−1}, as a decimal since it may leave the range of double.
   *
   * @throws IllegalArgumentException if μ &lt; 1
   */
  public BigDecimal density(BigDecimal mu) {
    double exponent = (dimension + 1) * logOf(mu);
    BigDecimal factor = new BigDecimal(dimension);
    return exponent < 700
        ? factor.multiply(new BigDecimal(StrictMath.exp(-exponent)))
        : factor.multiply(Decimals.expAsDecimal(-exponent), MathContext.DECIMAL128);
  }

  /**
   * F(μ) = 1 − μ^{−d}.
   *
   * @throws IllegalArgumentException if μ &lt; 1
   */
  public double distribution(BigDecimal mu) {
    return -StrictMath.expm1(logSurvival(mu));
  }

  /**
   * log(1 − F(μ)) = −d log μ.
   *
   * @throws IllegalArgumentException if μ &lt; 1
   */
  public double logSurvival(BigDecimal mu) {
    return 0 - dimension * logOf(mu);
  }

  /**
   * R = μ^d − 1, the ratio of shells.
   *
   * @throws IllegalArgumentException if μ &lt; 1
   */
  public double shellRatio(BigDecimal mu) {
    return StrictMath.expm1(dimension * logOf(mu));
  }

  /**
   * d = −log(1 − F)/log μ, the dimension at which μ has the distribution F; NaN where it is 0/0.
   *
   * @param mu μ ≥ 1
   * @param distribution F in [0, 1)
   * @throws IllegalArgumentException if one is out of range
   */
  public static double dimensionAt(BigDecimal mu, BigDecimal distribution) {
    if (distribution.signum() < 0 || distribution.compareTo(BigDecimal.ONE) >= 0) {
      throw new IllegalArgumentException("F: need a number in [0, 1), got " + distribution);
    }
    BigDecimal survival = BigDecimal.ONE.subtract(distribution);
    return Decimals.logRatio(BigDecimal.ONE, survival) / logOf(mu);
  }

  private static double logOf(BigDecimal mu) {
    if (mu.compareTo(BigDecimal.ONE) < 0) {
      throw new IllegalArgumentException("mu: need a ratio of at least 1, got " + mu);
    }
    return Decimals.logRatio(mu, BigDecimal.ONE);
  }
}
