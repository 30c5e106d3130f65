package org.grokcheck.notsawo.trajectory;

/**
 * Principal components of a random walk of T points with isotropic steps in a space of dimension d
 * → ∞, the null model of App. G.3 (claim {@code notsawo.ext.pca_random_walk}).
 *
 * @param points T, at least 2
 */
public record RandomWalk(long points) {

  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if T is out of range
   */
  public RandomWalk {
    if (points < 2) {
      throw new IllegalArgumentException("T: need at least 2 points, got " + points);
    }
  }

  /** Eigenvalue 1/(4 sin²(πk/2T)) of the centred Gram matrix; 0 for k ≥ T, k from 1. */
  public double centred(int k) {
    requirePositive(k);
    return k < points ? quarterOverSquare(Math.PI * k / (2.0 * points)) : 0;
  }

  /** Trace (T² − 1)/6 of the centred Gram matrix. */
  public double centredTrace() {
    return ((double) points * points - 1) / 6;
  }

  /** Share of the k-th component of the centred points; → 6/(πk)². */
  public double centredShare(int k) {
    return centred(k) / centredTrace();
  }

  /**
   * Eigenvalue 1/(4 sin²((2k − 1)π/(2(2T − 1)))) of the Gram matrix of the T − 1 differences from
   * the last point, not centred; 0 for k ≥ T, k from 1.
   */
  public double aboutLast(int k) {
    requirePositive(k);
    return k < points ? quarterOverSquare((2.0 * k - 1) * Math.PI / (2 * (2.0 * points - 1))) : 0;
  }

  /** Trace T(T − 1)/2 of the Gram matrix of the differences from the last point. */
  public double aboutLastTrace() {
    return points * (points - 1.0) / 2;
  }

  /** Share of the k-th component about the last point; → 8/((2k − 1)π)². */
  public double aboutLastShare(int k) {
    return aboutLast(k) / aboutLastTrace();
  }

  private static double quarterOverSquare(double angle) {
    double sine = StrictMath.sin(angle);
    return 0.25 / (sine * sine);
  }

  private static void requirePositive(int k) {
    if (k < 1) {
      throw new IllegalArgumentException("k: need at least 1, got " + k);
    }
  }
}
