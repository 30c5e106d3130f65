package org.grokcheck.notsawo.trajectory;

import java.math.BigDecimal;
import org.grokcheck.math.Decimals;

/**
 * Expected Gram matrices of featureless paths of T points in a space of dimension d → ∞, up to a
 * factor that shares don't see.
 */
public final class NullPaths {
  /** Sizes above would take minutes and gigabytes. */
  public static final int MAX_POINTS = 5000;

  private NullPaths() {}

  /** Points x_1, ..., x_T with covariance G(i, j), i and j from 1. */
  private interface Covariance {
    double at(int i, int j);
  }

  /**
   * A random walk with a constant drift v, s = T|v|²/(2dσ²): min(i, j) + 2s ij/T (claim {@code
   * notsawo.ext.pca_drift}).
   *
   * @param points T, from 2 to {@link #MAX_POINTS}
   * @param drift s, at least 0
   * @throws IllegalArgumentException if one is out of range
   */
  public static double[][] withDrift(int points, double drift) {
    requireAtLeastZero("s", drift);
    double slope = 2 * drift / points;
    return gram(points, (i, j) -> Math.min(i, j) + slope * i * j);
  }

  /**
   * A stationary Ornstein-Uhlenbeck path of length c in units of its relaxation time: exp(−c|i −
   * j|/T) (claim {@code notsawo.ext.pca_drift}).
   *
   * @param points T, from 2 to {@link #MAX_POINTS}
   * @param length c, at least 0
   * @throws IllegalArgumentException if one is out of range
   */
  public static double[][] relaxing(int points, double length) {
    requireAtLeastZero("c", length);
    return gram(points, (i, j) -> StrictMath.exp(-length * Math.abs(i - j) / points));
  }

  /**
   * Sums x_i = v_1 + ... + v_i of averaged increments v_i = (1 − β) Σ_{j≤i} β^{i−j} ξ_j, without
   * the origin: x_i = Σ_{j≤i} (1 − β^{i−j+1}) ξ_j (claim {@code notsawo.ext.pca_integrated_walk}).
   *
   * @param points T, from 2 to {@link #MAX_POINTS}
   * @param beta β in [0, 1)
   * @throws IllegalArgumentException if one is out of range
   */
  public static double[][] averaged(int points, BigDecimal beta) {
    if (beta.signum() < 0 || beta.compareTo(BigDecimal.ONE) >= 0) {
      throw new IllegalArgumentException("beta: need a number in [0, 1), got " + beta);
    }
    requirePoints(points);
    double log =
        beta.signum() == 0 ? Double.NEGATIVE_INFINITY : Decimals.logRatio(beta, BigDecimal.ONE);
    double[] weights = new double[points + 1];
    for (int m = 1; m <= points; m++) {
      weights[m] = -StrictMath.expm1(m * log);
    }
    return sums(weights);
  }

  /**
   * Sums of a velocity that performs a random walk from rest, the limit β → 1 of {@link #averaged}.
   *
   * @param points T, from 2 to {@link #MAX_POINTS}
   * @throws IllegalArgumentException if it is out of range
   */
  public static double[][] integrated(int points) {
    requirePoints(points);
    double[] weights = new double[points + 1];
    for (int m = 1; m <= points; m++) {
      weights[m] = m;
    }
    return sums(weights);
  }

  /** x_i = Σ_{j≤i} w_{i−j+1} ξ_j: G(i, j) is G(i − 1, j − 1) and the product for ξ_1. */
  private static double[][] sums(double[] weights) {
    int points = weights.length - 1;
    double[][] gram = new double[points][points];
    for (int i = 0; i < points; i++) {
      for (int j = 0; j < points; j++) {
        double before = i > 0 && j > 0 ? gram[i - 1][j - 1] : 0;
        gram[i][j] = before + weights[i + 1] * weights[j + 1];
      }
    }
    return gram;
  }

  private static double[][] gram(int points, Covariance covariance) {
    requirePoints(points);
    double[][] gram = new double[points][points];
    for (int i = 0; i < points; i++) {
      for (int j = 0; j < points; j++) {
        gram[i][j] = covariance.at(i + 1, j + 1);
      }
    }
    return gram;
  }

  private static void requirePoints(int points) {
    if (points < 2 || points > MAX_POINTS) {
      throw new IllegalArgumentException(
          "T: need a number from 2 to " + MAX_POINTS + ", got " + points);
    }
  }

  private static void requireAtLeastZero(String name, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          name + ": need a finite number of at least 0, got " + value);
    }
  }
}
