package org.grokcheck.data;

import java.util.random.RandomGenerator;

/** Independent Gaussian points, the data of {@code beck.intro.data}. */
public final class GaussianPoints {
  private GaussianPoints() {}

  /**
   * Draws points with independent components of mean 0 and variance σ².
   *
   * @param points N, at least 1
   * @param dimension d, at least 1
   * @param sigma σ, finite and above 0, in units of x
   * @param random the stream; N d draws are taken, point by point
   * @return N × d, a point a row
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static double[][] draw(int points, int dimension, double sigma, RandomGenerator random) {
    if (points < 1 || dimension < 1) {
      throw new IllegalArgumentException(
          "points = " + points + " and dimension = " + dimension + " must both be at least 1");
    }
    if (!(sigma > 0 && sigma < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("sigma = " + sigma + " must be finite and > 0");
    }
    double[][] rows = new double[points][dimension];
    for (double[] row : rows) {
      for (int j = 0; j < dimension; j++) {
        row[j] = sigma * random.nextGaussian();
      }
    }
    return rows;
  }
}
