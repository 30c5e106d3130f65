package org.grokcheck.notsawo.dimension;

import org.apache.commons.math3.distribution.GammaDistribution;
import org.grokcheck.math.exact.Rational;

/**
 * The exact law of an estimate m̂ = a m/Γ(a), Γ(a) a gamma variable of shape a and scale 1: that of
 * one point with a = k − 1 (claim {@code notsawo.ext.mle_law}), and that of n independent
 * neighbourhoods with a = n(k − 1) (claim {@code notsawo.ext.mackay_law}).
 *
 * @param dimension m, positive
 * @param shape a, at least 1
 */
public record EstimateLaw(Rational dimension, long shape) {

  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if m or a is out of range
   */
  public EstimateLaw {
    if (dimension.signum() <= 0) {
      throw new IllegalArgumentException("m: need a dimension above 0, got " + dimension);
    }
    if (shape < 1) {
      throw new IllegalArgumentException("shape: need at least 1, got " + shape);
    }
  }

  /**
   * The law for k neighbours of one point.
   *
   * @throws IllegalArgumentException if k &lt; 2 or m isn't positive
   */
  public static EstimateLaw local(Rational dimension, int neighbours) {
    return pooled(dimension, 1, neighbours);
  }

  /**
   * The law of MacKay and Ghahramani's estimate over n independent neighbourhoods.
   *
   * @throws IllegalArgumentException if n &lt; 1, k &lt; 2 or m isn't positive
   */
  public static EstimateLaw pooled(Rational dimension, int points, int neighbours) {
    if (points < 1 || neighbours < 2) {
      throw new IllegalArgumentException(
          "n, k: need n >= 1 and k >= 2, got n = " + points + ", k = " + neighbours);
    }
    return new EstimateLaw(dimension, (long) points * (neighbours - 1));
  }

  /** Whether the mean is finite: a ≥ 2. */
  public boolean hasMean() {
    return shape >= 2;
  }

  /** Whether the variance is finite: a ≥ 3. */
  public boolean hasVariance() {
    return shape >= 3;
  }

  /**
   * E m̂ = m a/(a − 1).
   *
   * @throws IllegalStateException if it is infinite
   */
  public Rational mean() {
    require(hasMean(), "mean");
    return dimension.times(shape).over(shape - 1);
  }

  /**
   * Var m̂ = m² a²/((a − 1)² (a − 2)).
   *
   * @throws IllegalStateException if it is infinite
   */
  public Rational variance() {
    require(hasVariance(), "variance");
    Rational mean = mean();
    return mean.square().over(shape - 2);
  }

  /**
   * Variance m²/(a − 2) of the estimate with a − 1 for a, which has no bias.
   *
   * @throws IllegalStateException if it is infinite
   */
  public Rational unbiasedVariance() {
    require(hasVariance(), "variance");
    return dimension.square().over(shape - 2);
  }

  /** E 1/m̂ = 1/m, for every a. */
  public Rational meanOfInverse() {
    return Rational.ONE.over(dimension);
  }

  /**
   * The value that m̂ stays below with probability p: a m over the quantile 1 − p of Γ(a).
   *
   * @param p in (0, 1)
   */
  public double quantile(double p) {
    return shape * dimension.toDouble() / gamma().inverseCumulativeProbability(1 - p);
  }

  /** P(m̂ ≥ x) = P(Γ(a) ≤ a m/x), for x above 0. */
  public double survival(double x) {
    return gamma().cumulativeProbability(shape * dimension.toDouble() / x);
  }

  private GammaDistribution gamma() {
    return new GammaDistribution(shape, 1);
  }

  private void require(boolean finite, String moment) {
    if (!finite) {
      throw new IllegalStateException("the " + moment + " is infinite at shape " + shape);
    }
  }
}
