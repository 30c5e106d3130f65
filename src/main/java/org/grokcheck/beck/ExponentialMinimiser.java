package org.grokcheck.beck;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.grokcheck.math.LogDomain;

/**
 * The minimiser S_∞ of Σ e^{S·xᵢ} for training points that surround the origin, eqs. (22) to (24),
 * and what it fixes: the weights pᵢ ∝ e^{S_∞·xᵢ} that represent the origin, Z = (1/N) Σ e^{S_∞·xᵢ},
 * and the exponent r of S − S_∞ ~ t^{−r} (claims {@code beck.eq23}, {@code beck.eq24}, {@code
 * beck.appd.existence}, {@code beck.ext.entropy-z}, {@code beck.ext.relaxation}).
 *
 * <p>Newton's method on the logarithm, with halved steps.
 */
public final class ExponentialMinimiser {
  private static final int MOST_STEPS = 200;

  /** Outputs that change by less leave the weights as they are to a few parts in a thousand. */
  private static final double SMALL_CHANGE = 1e-3;

  /** Convergence is quadratic: the step after this one would be lost in rounding. */
  private static final double CONVERGED = 1e-8;

  private static final double LEAST_STEP = 1e-9;
  private final RealMatrix points;
  private RealVector weight;
  private double[] shares;

  private ExponentialMinimiser(RealMatrix points) {
    this.points = points;
    weight = new ArrayRealVector(points.getColumnDimension());
    shares = sharesAt(weight);
    descend();
  }

  /**
   * Returns the minimum for these points.
   *
   * @param points N rows of d coordinates; copied
   * @throws IllegalArgumentException if no minimum is found: the origin isn't interior to the hull
   */
  public static ExponentialMinimiser of(double[][] points) {
    return new ExponentialMinimiser(new Array2DRowRealMatrix(points));
  }

  /** Returns S_∞. */
  public double[] minimiser() {
    return weight.toArray();
  }

  /** Returns ‖S_∞‖. */
  public double norm() {
    return weight.getNorm();
  }

  /** Returns pᵢ = e^{S_∞·xᵢ}/Σ, eq. (24). */
  public double[] weights() {
    return shares.clone();
  }

  /** Returns log Z, Z = (1/N) Σ e^{S_∞·xᵢ}, the least bias-free loss. */
  public double logMeanExponential() {
    return logMean(weight);
  }

  /** Returns H(p) = −Σ pᵢ log pᵢ in nats, the largest of all representations; equals log(NZ). */
  public double entropy() {
    double sum = 0;
    for (double p : shares) {
      sum -= p == 0 ? 0 : p * StrictMath.log(p);
    }
    return sum;
  }

  /** Returns r, the least eigenvalue of Σ pᵢxᵢxᵢᵀ: S(t) − S_∞ ~ t^{−r} with exponential loss. */
  public double relaxationExponent() {
    double[] eigenvalues = new EigenDecomposition(second()).getRealEigenvalues();
    return eigenvalues[eigenvalues.length - 1];
  }

  private void descend() {
    double value = logMean(weight);
    for (int k = 0; k < MOST_STEPS; k++) {
      RealVector pull = points.preMultiply(new ArrayRealVector(shares));
      RealVector step = newton(pull);
      double change = points.operate(step).getLInfNorm();
      double length = change < SMALL_CHANGE ? 1 : length(step, value, pull.dotProduct(step));
      weight = weight.subtract(step.mapMultiply(length));
      shares = sharesAt(weight);
      value = logMean(weight);
      if (change < CONVERGED) {
        return;
      }
    }
    throw noMinimum();
  }

  /** The largest of 1, ½, ¼, … at which the value falls by a quarter of what its slope says. */
  private double length(RealVector step, double value, double decrement) {
    for (double length = 1; length > LEAST_STEP; length /= 2) {
      double reached = logMean(weight.subtract(step.mapMultiply(length)));
      if (reached <= value - 0.25 * length * decrement) {
        return length;
      }
    }
    throw noMinimum();
  }

  private RealVector newton(RealVector pull) {
    try {
      RealMatrix matrix = second().subtract(pull.outerProduct(pull));
      return new CholeskyDecomposition(matrix).getSolver().solve(pull);
    } catch (NonPositiveDefiniteMatrixException e) {
      throw noMinimum();
    }
  }

  private static IllegalArgumentException noMinimum() {
    return new IllegalArgumentException(
        "X (points): found no minimum of the loss; need the origin inside the convex hull");
  }

  /** Σ pᵢxᵢxᵢᵀ. */
  private RealMatrix second() {
    RealMatrix scaled = points.copy();
    for (int i = 0; i < shares.length; i++) {
      scaled.setRowVector(i, points.getRowVector(i).mapMultiply(Math.sqrt(shares[i])));
    }
    return scaled.transpose().multiply(scaled);
  }

  private double logMean(RealVector s) {
    double[] outputs = points.operate(s).toArray();
    return LogDomain.logSumExp(outputs) - StrictMath.log(outputs.length);
  }

  private double[] sharesAt(RealVector s) {
    double[] outputs = points.operate(s).toArray();
    double logSum = LogDomain.logSumExp(outputs);
    for (int i = 0; i < outputs.length; i++) {
      outputs[i] = StrictMath.exp(outputs[i] - logSum);
    }
    return outputs;
  }
}
