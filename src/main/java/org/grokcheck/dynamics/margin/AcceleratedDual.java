package org.grokcheck.dynamics.margin;

import java.util.Arrays;
import org.grokcheck.compute.linear.DataMatrix;
import org.grokcheck.compute.linear.Vectors;

/**
 * Projected gradient steps with restarted momentum for the dual of the hard-margin problem, min ½‖Σ
 * aᵢxᵢ‖² − Σ aᵢ over a ≥ 0: a guess of the support.
 */
final class AcceleratedDual {
  private static final int POWER_STEPS = 30;

  /** The power method ends a little below the largest eigenvalue. */
  private static final double SAFETY = 1.05;

  private AcceleratedDual() {}

  /** The multipliers after some steps, each two passes over the data. */
  static double[] multipliers(DataMatrix x, int steps) {
    int n = x.rows();
    double[] w = new double[x.columns()];
    double[] z = new double[n];
    double length = 1 / (SAFETY * largestEigenvalue(x));
    double[] a = new double[n];
    double[] y = new double[n];
    double momentum = 1;
    for (int k = 0; k < steps; k++) {
      x.transposeTimes(y, w);
      x.times(w, z);
      double turn = 0;
      double[] next = new double[n];
      for (int i = 0; i < n; i++) {
        next[i] = Math.max(0, y[i] - length * (z[i] - 1));
        turn += (z[i] - 1) * (next[i] - a[i]);
      }
      double grown = turn > 0 ? 1 : 0.5 * (1 + Math.sqrt(1 + 4 * momentum * momentum));
      double share = turn > 0 ? 0 : (momentum - 1) / grown;
      for (int i = 0; i < n; i++) {
        y[i] = next[i] + share * (next[i] - a[i]);
      }
      a = next;
      momentum = grown;
    }
    return a;
  }

  /** Of XXᵀ, from below. */
  private static double largestEigenvalue(DataMatrix x) {
    double[] v = new double[x.columns()];
    Arrays.setAll(v, j -> 1 + 0.5 * StrictMath.sin(1.0 + j));
    double[] z = new double[x.rows()];
    double norm = 1;
    for (int k = 0; k < POWER_STEPS; k++) {
      double[] next = new double[v.length];
      x.weightedSum(v, (i, margin) -> margin, z, next);
      double previous = Vectors.norm(v);
      norm = Vectors.norm(next) / previous;
      v = new double[v.length];
      Vectors.add(1 / Vectors.norm(next), next, v);
    }
    return norm;
  }
}
