package org.grokcheck.notsawo.trajectory;

/**
 * Shares of the principal components of an integrated random walk as T → ∞: 30/κ_k⁴, κ_k the k-th
 * positive root of tan κ + tanh κ = 0, half the wave number of a free beam's symmetric mode (claim
 * {@code notsawo.ext.pca_integrated_walk}).
 */
public final class IntegratedWalk {
  /** The map below contracts by 2e^{−2κ}, at most 0.02, so this many steps reach the last bit. */
  private static final int STEPS = 12;

  private IntegratedWalk() {}

  /**
   * κ_k = kπ − arctan tanh κ_k, by iteration.
   *
   * @param k from 1
   * @throws IllegalArgumentException if k is out of range
   */
  public static double root(int k) {
    if (k < 1) {
      throw new IllegalArgumentException("k: need at least 1, got " + k);
    }
    double kappa = (k - 0.25) * Math.PI;
    for (int step = 0; step < STEPS; step++) {
      kappa = k * Math.PI - StrictMath.atan(StrictMath.tanh(kappa));
    }
    return kappa;
  }

  /**
   * 30/κ_k⁴; the shares of all k add up to 1.
   *
   * @param k from 1
   * @throws IllegalArgumentException if k is out of range
   */
  public static double share(int k) {
    double square = root(k) * root(k);
    return 30 / (square * square);
  }
}
