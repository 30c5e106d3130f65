package org.grokcheck.dynamics.margin;

import org.grokcheck.compute.linear.DataMatrix;
import org.grokcheck.math.LogDomain;

/**
 * f(S) = log (1/N) Σ e^(−xᵢ·S) at one S, with its weights pᵢ ∝ e^(−xᵢ·S) of sum 1 and its gradient
 * −Σ pᵢxᵢ.
 *
 * @param s S
 * @param margins zᵢ = xᵢ·S
 * @param value f(S)
 * @param weights p
 * @param gradient of f
 */
record SoftMinimum(
    double[] s, double[] margins, double value, double[] weights, double[] gradient) {
  static SoftMinimum at(DataMatrix x, double[] s) {
    double[] z = new double[x.rows()];
    x.times(s, z);
    double[] p = new double[z.length];
    double logSum = weights(z, p);
    double[] gradient = new double[s.length];
    x.transposeTimes(p, gradient);
    for (int j = 0; j < gradient.length; j++) {
      gradient[j] = -gradient[j];
    }
    return new SoftMinimum(s, z, logSum - StrictMath.log(z.length), p, gradient);
  }

  /** Fills p with e^(−zᵢ)/Σ e^(−z) and returns log Σ e^(−z). */
  static double weights(double[] z, double[] p) {
    for (int i = 0; i < z.length; i++) {
      p[i] = -z[i];
    }
    double logSum = LogDomain.logSumExp(p);
    for (int i = 0; i < z.length; i++) {
      p[i] = StrictMath.exp(-z[i] - logSum);
    }
    return logSum;
  }
}
