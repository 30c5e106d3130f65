package org.grokcheck.kumar.experiment;

import java.util.random.RandomGenerator;
import org.grokcheck.kumar.MomentState;

/**
 * A target y(x) = a·x + ½ xᵀBx.
 *
 * @param linear a in R^D; not copied
 * @param quadratic B, symmetric, D × D; not copied
 */
record Target(double[] linear, double[][] quadratic) {

  /** ½ Σ (β_k·x)² with directions drawn at random, |β_k|² = D. */
  static Target ofDirections(int directions, int dimension, RandomGenerator random) {
    double[][] b = new double[dimension][dimension];
    for (int k = 0; k < directions; k++) {
      double[] beta = direction(dimension, random);
      for (int i = 0; i < dimension; i++) {
        for (int j = 0; j < dimension; j++) {
          b[i][j] += beta[i] * beta[j];
        }
      }
    }
    return new Target(new double[dimension], b);
  }

  /** Σ β_k·x, which is what Sec. 15.1 prints; the same directions as {@link #ofDirections}. */
  static Target ofSum(int directions, int dimension, RandomGenerator random) {
    double[] a = new double[dimension];
    for (int k = 0; k < directions; k++) {
      double[] beta = direction(dimension, random);
      for (int i = 0; i < dimension; i++) {
        a[i] += beta[i];
      }
    }
    return new Target(a, new double[dimension][dimension]);
  }

  private static double[] direction(int dimension, RandomGenerator random) {
    double[] beta = new double[dimension];
    double square = 0;
    for (int i = 0; i < dimension; i++) {
      beta[i] = random.nextGaussian();
      square += beta[i] * beta[i];
    }
    for (int i = 0; i < dimension; i++) {
      beta[i] *= Math.sqrt(dimension / square);
    }
    return beta;
  }

  int dimension() {
    return linear.length;
  }

  /** y of each row of X. */
  double[] labels(double[][] samples) {
    double[] y = new double[samples.length];
    for (int mu = 0; mu < y.length; mu++) {
      double[] x = samples[mu];
      for (int i = 0; i < x.length; i++) {
        double row = 0;
        for (int j = 0; j < x.length; j++) {
          row += quadratic[i][j] * x[j];
        }
        y[mu] += x[i] * (linear[i] + row / 2);
      }
    }
    return y;
  }

  /** The change of moments that makes the network equal to this target: a/α and B/(αε). */
  MomentState asMoments(double alpha, double eps) {
    int d = dimension();
    double[] mean = new double[d];
    double[][] second = new double[d][d];
    for (int i = 0; i < d; i++) {
      mean[i] = linear[i] / alpha;
      for (int j = 0; j < d; j++) {
        second[i][j] = quadratic[i][j] / (alpha * eps);
      }
    }
    return new MomentState(mean, second);
  }

  /** ⟨M, B⟩ / (|M| |B|), how much of M points the target's way; NaN if B is 0. */
  double alignment(MomentState now) {
    double inner = 0;
    double first = 0;
    double other = 0;
    for (int i = 0; i < dimension(); i++) {
      for (int j = 0; j < dimension(); j++) {
        inner += now.second(i, j) * quadratic[i][j];
        first += now.second(i, j) * now.second(i, j);
        other += quadratic[i][j] * quadratic[i][j];
      }
    }
    return inner / Math.sqrt(first * other);
  }
}
