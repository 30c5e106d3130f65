package org.grokcheck.kumar.experiment;

import org.grokcheck.compute.linear.CholeskyFactor;
import org.grokcheck.kumar.MomentState;

/**
 * The function k(x)ᵀK⁻¹y of kernel regression with the tangent kernel K₅ at some moments: where the
 * linearised network ends. It is a quadratic function again.
 *
 * @param start moments of the kernel
 * @param eps ε
 * @param samples X
 * @param dual K⁻¹y
 */
record KernelFit(MomentState start, double eps, double[][] samples, double[] dual) {

  /**
   * Fits labels.
   *
   * @throws IllegalArgumentException if K isn't positive definite
   */
  static KernelFit of(MomentState start, double eps, double[][] samples, double[] labels) {
    int p = samples.length;
    double[] flat = new double[p * p];
    double[][] gram = gram(start, eps, samples);
    for (int i = 0; i < p; i++) {
      System.arraycopy(gram[i], 0, flat, i * p, p);
    }
    CholeskyFactor factor =
        CholeskyFactor.of(flat, p)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "samples: the kernel must have full rank on them; take fewer than D(D+3)/2,"
                            + " got "
                            + p));
    return new KernelFit(start, eps, samples, factor.solve(labels));
  }

  /** The matrix of K₅ between all samples. */
  static double[][] gram(MomentState start, double eps, double[][] samples) {
    int p = samples.length;
    double[][] turned = new double[p][];
    double[] along = new double[p];
    for (int mu = 0; mu < p; mu++) {
      turned[mu] = turned(start, samples[mu]);
      along[mu] = along(start, samples[mu]);
    }
    double[][] gram = new double[p][p];
    for (int mu = 0; mu < p; mu++) {
      for (int nu = 0; nu <= mu; nu++) {
        double inner = dot(samples[mu], samples[nu]);
        double bilinear = dot(turned[mu], samples[nu]);
        gram[mu][nu] = inner * (1 + eps * (along[mu] + along[nu]) + eps * eps * bilinear);
        gram[nu][mu] = gram[mu][nu];
      }
    }
    return gram;
  }

  /** The value at an input. */
  double at(double[] x) {
    double sum = 0;
    for (int mu = 0; mu < dual.length; mu++) {
      sum += dual[mu] * start.kernel(eps, x, samples[mu]);
    }
    return sum;
  }

  /**
   * The change of moments of which it is the output at scale α: Σ a x (1 + ε w̄·x) for α w̄, and
   * for αε M/2 the symmetric part of Σ a (ε w̄ xᵀ + ε² Mxxᵀ).
   */
  MomentState asMoments(double alpha) {
    int d = start.dimension();
    double[] mean = new double[d];
    double[][] second = new double[d][d];
    for (int mu = 0; mu < dual.length; mu++) {
      double[] x = samples[mu];
      double[] turned = turned(start, x);
      double weight = dual[mu] * (1 + eps * along(start, x));
      for (int i = 0; i < d; i++) {
        mean[i] += weight * x[i] / alpha;
        for (int j = 0; j < d; j++) {
          double left = (start.mean(i) + eps * turned[i]) * x[j];
          double right = (start.mean(j) + eps * turned[j]) * x[i];
          second[i][j] += dual[mu] * (left + right) / alpha;
        }
      }
    }
    return new MomentState(mean, second);
  }

  private static double along(MomentState start, double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += start.mean(i) * x[i];
    }
    return sum;
  }

  private static double[] turned(MomentState start, double[] x) {
    double[] image = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x.length; j++) {
        image[i] += start.second(i, j) * x[j];
      }
    }
    return image;
  }

  private static double dot(double[] u, double[] v) {
    double sum = 0;
    for (int i = 0; i < u.length; i++) {
      sum += u[i] * v[i];
    }
    return sum;
  }
}
