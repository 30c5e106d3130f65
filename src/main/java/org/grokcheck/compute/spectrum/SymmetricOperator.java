package org.grokcheck.compute.spectrum;

import org.grokcheck.compute.Objective;

/** A symmetric matrix A known by its products with vectors. */
public interface SymmetricOperator {
  /** n, at least 1. */
  int dimension();

  /** A v, a new array; v has n entries and is left as it is. */
  double[] times(double[] v);

  /** ∇²L(θ) of an objective; θ is not copied. */
  static SymmetricOperator hessian(Objective objective, double[] theta) {
    return new SymmetricOperator() {
      @Override
      public int dimension() {
        return objective.parameters();
      }

      @Override
      public double[] times(double[] v) {
        return objective.hessianTimes(theta, v);
      }
    };
  }

  /** All entries of A, row by row, from n products with unit vectors; for small n. */
  default double[][] dense() {
    double[][] rows = new double[dimension()][];
    for (int i = 0; i < rows.length; i++) {
      double[] unit = new double[rows.length];
      unit[i] = 1;
      rows[i] = times(unit);
    }
    return rows;
  }
}
