package org.grokcheck.kumar;

import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalMatrix;
import org.grokcheck.math.exact.RationalVector;

/**
 * The moments w̄ and M in doubles, for training runs: what {@link WeightMoments}, {@link
 * TangentKernel} and {@link PopulationRisk} compute exactly. Every result is a polynomial in the
 * inputs whose longest path has D² + 12 roundings at most for the output, and 2D² + 16 for the
 * risk; its error is that many units of roundoff of the same polynomial at the inputs' absolute
 * values.
 */
public final class MomentState {
  private final double[] mean;
  private final double[][] second;

  /**
   * Copies the moments.
   *
   * @param mean w̄ in R^D
   * @param second M, D × D, symmetric to rounding
   * @throws IllegalArgumentException if the sizes differ
   */
  public MomentState(double[] mean, double[][] second) {
    Require.sameSize("M (second moment)", second.length, "wbar", mean.length);
    this.mean = mean.clone();
    this.second = new double[second.length][];
    for (int i = 0; i < second.length; i++) {
      Require.sameSize("a row of M", second[i].length, "wbar", mean.length);
      this.second[i] = second[i].clone();
    }
  }

  /**
   * Returns the moments of N neurons, eq. (4).
   *
   * @param weights W, a row in R^D for each neuron
   */
  public static MomentState of(double[][] weights) {
    int d = weights[0].length;
    double[] mean = new double[d];
    double[][] second = new double[d][d];
    for (double[] w : weights) {
      for (int i = 0; i < d; i++) {
        mean[i] += w[i] / weights.length;
        for (int j = 0; j < d; j++) {
          second[i][j] += w[i] * w[j] / weights.length;
        }
      }
    }
    return new MomentState(mean, second);
  }

  /** The terms of eq. (6). */
  public record Risk(double variance, double misalignment, double linearPower) {
    /** Returns their sum L. */
    public double total() {
      return variance + misalignment + linearPower;
    }
  }

  /** Returns D. */
  public int dimension() {
    return mean.length;
  }

  /** Returns component i of w̄. */
  public double mean(int i) {
    return mean[i];
  }

  /** Returns entry (i, j) of M. */
  public double second(int i, int j) {
    return second[i][j];
  }

  /** Returns Tr M, which is |W|²/N. */
  public double trace() {
    double sum = 0;
    for (int i = 0; i < mean.length; i++) {
      sum += second[i][i];
    }
    return sum;
  }

  /** Returns w̄ − w̄₀ and M − M₀, taken entry by entry so that a small change keeps its digits. */
  public MomentState minus(MomentState initial) {
    Require.sameSize("wbar", initial.dimension(), "the other one", dimension());
    int d = dimension();
    double[] first = new double[d];
    double[][] change = new double[d][d];
    for (int i = 0; i < d; i++) {
      first[i] = mean[i] - initial.mean[i];
      for (int j = 0; j < d; j++) {
        change[i][j] = second[i][j] - initial.second[i][j];
      }
    }
    return new MomentState(first, change);
  }

  /**
   * Returns f(x) = α w̄·x + (αε/2) xᵀMx.
   *
   * @param alpha α
   * @param eps ε
   * @param x input in R^D
   */
  public double output(double alpha, double eps, double[] x) {
    return alpha * (dot(mean, x) + eps / 2 * quadratic(x));
  }

  /**
   * Returns K₅(x, x'), eq. (5).
   *
   * @param eps ε
   * @param x input in R^D
   * @param other x' in R^D
   */
  public double kernel(double eps, double[] x, double[] other) {
    double linear = eps * (dot(mean, x) + dot(mean, other));
    return dot(x, other) * (1 + linear + eps * eps * bilinear(x, other));
  }

  /**
   * Returns the test risk, eq. (6).
   *
   * @param alpha α
   * @param eps ε
   * @param beta β in R^D
   */
  public Risk risk(double alpha, double eps, double[] beta) {
    int d = dimension();
    double trace = 0;
    double squares = 0;
    double product = alpha * eps;
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        double error = beta[i] * beta[j] - product * second[i][j];
        squares += error * error;
        trace += i == j ? error : 0;
      }
    }
    return new Risk(
        trace * trace / (4.0 * d * d),
        squares / (2.0 * d * d),
        alpha * alpha * dot(mean, mean) / d);
  }

  /** Returns the exact moments that these doubles are, M made symmetric from its upper half. */
  public WeightMoments exact() {
    int d = dimension();
    return new WeightMoments(
        RationalVector.of(d, i -> Rational.of(mean[i])),
        RationalMatrix.of(d, d, (i, j) -> Rational.of(second[Math.min(i, j)][Math.max(i, j)])));
  }

  /** xᵀMx, by the lower half of M alone. */
  private double quadratic(double[] x) {
    double[] below = new double[x.length];
    double diagonal = 0;
    for (int i = 0; i < x.length; i++) {
      addScaled(below, x[i], second[i], i);
      diagonal += x[i] * x[i] * second[i][i];
    }
    return 2 * dot(below, x) + diagonal;
  }

  private double bilinear(double[] x, double[] other) {
    double[] row = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      addScaled(row, x[i], second[i], x.length);
    }
    return dot(row, other);
  }

  /** Row i of M times a factor, added to a vector. */
  void addRow(double[] to, double factor, int i) {
    addScaled(to, factor, second[i], to.length);
  }

  /** The first entries of a row times a factor, added: unlike sums, done many at a time. */
  static void addScaled(double[] to, double factor, double[] row, int length) {
    for (int j = 0; j < length; j++) {
      to[j] += factor * row[j];
    }
  }

  static double dot(double[] u, double[] v) {
    double sum = 0;
    for (int i = 0; i < u.length; i++) {
      sum += u[i] * v[i];
    }
    return sum;
  }
}
