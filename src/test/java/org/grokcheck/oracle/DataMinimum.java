package org.grokcheck.oracle;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * The minimiser of f(S) = log (1/N) Σ e^{S·xᵢ} for inseparable data by Newton's method with halved
 * steps. At the end the positive weights pᵢ ∝ e^{S·xᵢ} represent the origin to rounding, Σ pᵢxᵢ =
 * 0, which shows that the data are inseparable.
 */
public final class DataMinimum {
  private static final int MOST_STEPS = 60;
  private static final double SMALL_DECREMENT = 1e-26;

  private final DMatrixRMaj points;
  private final double[] minimiser;
  private final double logMean;

  private DataMinimum(DMatrixRMaj points, double[] minimiser) {
    this.points = points;
    this.minimiser = minimiser;
    this.logMean = logMean(points, DMatrixRMaj.wrap(minimiser.length, 1, minimiser));
  }

  /**
   * The minimum for N standard Gaussian points in d dimensions, drawn until they are inseparable.
   */
  public static DataMinimum ofGaussianPoints(RandomGenerator random, int points, int dimension) {
    while (true) {
      DMatrixRMaj x = new DMatrixRMaj(points, dimension);
      for (int k = 0; k < x.data.length; k++) {
        x.data[k] = random.nextGaussian();
      }
      Optional<DataMinimum> minimum = of(x);
      if (minimum.isPresent()) {
        return minimum.get();
      }
    }
  }

  /** The minimum for these points, one a row; empty where Newton's method finds none. */
  public static Optional<DataMinimum> of(DMatrixRMaj points) {
    int d = points.numCols;
    DMatrixRMaj s = new DMatrixRMaj(d, 1);
    DMatrixRMaj pull = new DMatrixRMaj(d, 1);
    DMatrixRMaj step = new DMatrixRMaj(d, 1);
    // log f at S = 0.
    double value = 0;
    for (int k = 0; k < MOST_STEPS; k++) {
      double[] p = weights(points, s);
      CommonOps_DDRM.multTransA(points, DMatrixRMaj.wrap(p.length, 1, p), pull);
      LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(d);
      if (!solver.setA(tilted(points, p))) {
        break;
      }
      solver.solve(pull, step);
      double decrement = CommonOps_DDRM.dot(pull, step);
      if (decrement < SMALL_DECREMENT) {
        return Optional.of(new DataMinimum(points, s.data));
      }
      value = descend(points, s, step, decrement, value);
    }
    return Optional.empty();
  }

  private static double descend(
      DMatrixRMaj points, DMatrixRMaj s, DMatrixRMaj step, double decrement, double value) {
    for (double length = 1; ; length /= 2) {
      DMatrixRMaj next = s.copy();
      CommonOps_DDRM.addEquals(next, -length, step);
      double reached = logMean(points, next);
      if (reached <= value - length * decrement / 4 || length < 1e-3 || decrement < 1e-12) {
        s.setTo(next);
        return reached;
      }
    }
  }

  /** The points, one a row. */
  public DMatrixRMaj points() {
    return points.copy();
  }

  /** ‖S_∞‖. */
  public double norm() {
    double sum = 0;
    for (double component : minimiser) {
      sum += component * component;
    }
    return Math.sqrt(sum);
  }

  /** S_∞. */
  public double[] minimiser() {
    return minimiser.clone();
  }

  /** log Z, Z = (1/N) Σ e^{S_∞·xᵢ}. */
  public double logMean() {
    return logMean;
  }

  private static double[] exponents(DMatrixRMaj points, DMatrixRMaj s) {
    DMatrixRMaj f = new DMatrixRMaj(points.numRows, 1);
    CommonOps_DDRM.mult(points, s, f);
    return f.data;
  }

  private static double logMean(DMatrixRMaj points, DMatrixRMaj s) {
    double[] f = exponents(points, s);
    double top = Double.NEGATIVE_INFINITY;
    for (double exponent : f) {
      top = Math.max(top, exponent);
    }
    double sum = 0;
    for (double exponent : f) {
      sum += StrictMath.exp(exponent - top);
    }
    return top + StrictMath.log(sum / f.length);
  }

  private static double[] weights(DMatrixRMaj points, DMatrixRMaj s) {
    double[] p = exponents(points, s);
    double logSum = logMean(points, s) + StrictMath.log(p.length);
    for (int i = 0; i < p.length; i++) {
      p[i] = StrictMath.exp(p[i] - logSum);
    }
    return p;
  }

  /** Σ pᵢxᵢxᵢᵀ, which near the minimum is the second derivative. */
  private static DMatrixRMaj tilted(DMatrixRMaj points, double[] p) {
    DMatrixRMaj scaled = points.copy();
    for (int i = 0; i < p.length; i++) {
      double root = Math.sqrt(p[i]);
      for (int j = 0; j < points.numCols; j++) {
        scaled.unsafe_set(i, j, root * points.unsafe_get(i, j));
      }
    }
    DMatrixRMaj product = new DMatrixRMaj(points.numCols, points.numCols);
    CommonOps_DDRM.multInner(scaled, product);
    return product;
  }
}
