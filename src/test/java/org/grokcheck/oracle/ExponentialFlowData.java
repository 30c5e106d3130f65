package org.grokcheck.oracle;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealMatrix;

/** Points xᵢ in d dimensions and the moments of pᵢ ∝ e^{S·xᵢ}. */
public final class ExponentialFlowData {
  private static final int MOST_STEPS = 60;
  private static final int MOST_HALVINGS = 40;

  /** The mean of a minimum is 0 but for rounding; with all pᵢ &gt; 0 it shows inseparability. */
  private static final double STATIONARY = 1e-12;

  private final double[][] points;

  /** The points, one a row. */
  public ExponentialFlowData(double[][] points) {
    this.points = points;
  }

  /** N independent points of N(0, σ²I) in d dimensions. */
  public static ExponentialFlowData gaussian(
      RandomGenerator random, int points, int dimension, double sigma) {
    double[][] x = new double[points][dimension];
    for (double[] row : x) {
      for (int j = 0; j < dimension; j++) {
        row[j] = sigma * random.nextGaussian();
      }
    }
    return new ExponentialFlowData(x);
  }

  /**
   * Moments at one S.
   *
   * @param logMean log m, m = (1/N) Σ e^{S·xᵢ}
   * @param weights pᵢ
   * @param mean Σ pᵢxᵢ
   */
  public record Moments(double logMean, double[] weights, double[] mean) {}

  /**
   * The minimum of m.
   *
   * @param weight S_∞
   * @param logMean log Z
   * @param slowest least eigenvalue r of Σ pᵢxᵢxᵢᵀ
   * @param error bound of the rounding error of S_∞: that of Σ pᵢxᵢ over r
   */
  public record Minimum(double[] weight, double logMean, double slowest, double error) {
    /** ‖S_∞‖. */
    public double norm() {
      return ExponentialFlowData.norm(weight);
    }
  }

  /** d. */
  public int dimension() {
    return points[0].length;
  }

  /** The moments at S. */
  public Moments at(double[] s) {
    double[] exponents = new double[points.length];
    double top = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < points.length; i++) {
      exponents[i] = dot(s, points[i]);
      top = Math.max(top, exponents[i]);
    }
    double sum = 0;
    for (int i = 0; i < points.length; i++) {
      exponents[i] = StrictMath.exp(exponents[i] - top);
      sum += exponents[i];
    }
    double[] mean = new double[s.length];
    for (int i = 0; i < points.length; i++) {
      exponents[i] /= sum;
      for (int j = 0; j < s.length; j++) {
        mean[j] += exponents[i] * points[i][j];
      }
    }
    return new Moments(top + StrictMath.log(sum / points.length), exponents, mean);
  }

  /**
   * The minimum by Newton's method on log m with halved steps; empty if there is none within reach,
   * as for separable points.
   */
  public Optional<Minimum> minimum() {
    double[] s = new double[dimension()];
    try {
      for (int k = 0; k < MOST_STEPS; k++) {
        s = newtonStep(s);
      }
    } catch (NonPositiveDefiniteMatrixException e) {
      return Optional.empty();
    }
    Moments moments = at(s);
    return norm(moments.mean) < STATIONARY ? Optional.of(minimumAt(s, moments)) : Optional.empty();
  }

  private Minimum minimumAt(double[] s, Moments moments) {
    double[] eigenvalues = new EigenDecomposition(second(moments)).getRealEigenvalues();
    double slowest = Arrays.stream(eigenvalues).min().orElseThrow();
    double sizes = 0;
    for (int i = 0; i < points.length; i++) {
      sizes += moments.weights[i] * norm(points[i]);
    }
    double rounding = (4 * points.length + 4 * s.length) * 0x1p-53 * sizes;
    double error = (norm(moments.mean) + rounding) / slowest;
    return new Minimum(s, moments.logMean, slowest, error);
  }

  private double[] newtonStep(double[] s) {
    Moments moments = at(s);
    ArrayRealVector mean = new ArrayRealVector(moments.mean);
    RealMatrix covariance = second(moments).subtract(mean.outerProduct(mean));
    double[] direction =
        new CholeskyDecomposition(covariance, 1e-10, 0).getSolver().solve(mean).toArray();
    double step = 1;
    for (int k = 0; k < MOST_HALVINGS; k++, step /= 2) {
      double[] next = moved(s, direction, -step);
      if (at(next).logMean <= moments.logMean) {
        return next;
      }
    }
    return s;
  }

  /** Σ pᵢxᵢxᵢᵀ. */
  private RealMatrix second(Moments moments) {
    int d = dimension();
    double[][] sum = new double[d][d];
    for (int i = 0; i < points.length; i++) {
      for (int j = 0; j < d; j++) {
        for (int k = 0; k < d; k++) {
          sum[j][k] += moments.weights[i] * points[i][j] * points[i][k];
        }
      }
    }
    return new Array2DRowRealMatrix(sum, false);
  }

  static double[] moved(double[] from, double[] direction, double step) {
    double[] to = from.clone();
    for (int j = 0; j < to.length; j++) {
      to[j] += step * direction[j];
    }
    return to;
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }

  static double norm(double[] a) {
    return Math.sqrt(dot(a, a));
  }
}
