package org.grokcheck.dynamics.margin;

import java.util.Optional;
import org.grokcheck.compute.linear.CholeskyFactor;
import org.grokcheck.compute.linear.DataMatrix;
import org.grokcheck.compute.linear.Vectors;

/**
 * Solves Newton's equations for f(S) = log Σ e^(−xᵢ·S), whose second derivative is Σ pᵢxᵢxᵢᵀ − ggᵀ,
 * by conjugate gradients: a product costs one pass over the data, the matrix itself d/5 to d/2 of
 * them. It is formed and factored only where conjugate gradients are slow, and then serves as
 * preconditioner for the steps that follow.
 */
final class NewtonSystem {
  /** Below this dimension the matrix costs less than the passes it saves. */
  private static final int SMALL = 64;

  private static final double RIDGE = 1e-14;

  private final DataMatrix x;
  private final double[] margins;
  private Optional<CholeskyFactor> factor = Optional.empty();
  private int passes;

  NewtonSystem(DataMatrix x) {
    this.x = x;
    margins = new double[x.rows()];
  }

  /** Passes over the data so far; a factorisation counts as d/4. */
  int passes() {
    return passes;
  }

  /**
   * An approximate solution v of f″v = −f′.
   *
   * @param tolerance residual over ‖f′‖
   */
  double[] solve(SoftMinimum at, double tolerance) {
    int d = x.columns();
    if (d <= SMALL) {
      factor(at);
    }
    int most = factor.isPresent() ? 40 : Math.max(20, d / 5);
    Solution first = conjugateGradients(at, tolerance, most);
    if (first.converged || d <= SMALL) {
      return first.v;
    }
    factor(at);
    return conjugateGradients(at, tolerance, 40).v;
  }

  private void factor(SoftMinimum at) {
    int d = x.columns();
    double[] h = new double[d * d];
    x.weightedGram(at.weights(), h);
    passes += d / 4;
    double trace = 0;
    for (int i = 0; i < d; i++) {
      trace += h[i * d + i];
    }
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        h[i * d + j] -= at.gradient()[i] * at.gradient()[j];
      }
      h[i * d + i] += RIDGE * trace;
    }
    factor = CholeskyFactor.of(h, d);
  }

  private record Solution(double[] v, boolean converged) {}

  private Solution conjugateGradients(SoftMinimum at, double tolerance, int most) {
    int d = x.columns();
    double[] v = new double[d];
    double[] r = new double[d];
    Vectors.add(-1, at.gradient(), r);
    double[] y = precondition(r);
    double[] direction = y.clone();
    double[] product = new double[d];
    double rho = Vectors.dot(r, y);
    double target = tolerance * Vectors.norm(r);
    for (int k = 0; k < most; k++) {
      multiply(at, direction, product);
      double curvature = Vectors.dot(direction, product);
      if (!(curvature > 0)) {
        // Flat to rounding: go along it, the line search decides how far.
        return new Solution(k == 0 ? direction : v, true);
      }
      Vectors.add(rho / curvature, direction, v);
      Vectors.add(-rho / curvature, product, r);
      if (Vectors.norm(r) <= target) {
        return new Solution(v, true);
      }
      y = precondition(r);
      double next = Vectors.dot(r, y);
      for (int j = 0; j < d; j++) {
        direction[j] = y[j] + next / rho * direction[j];
      }
      rho = next;
    }
    return new Solution(v, false);
  }

  private double[] precondition(double[] r) {
    return factor.map(f -> f.solve(r)).orElseGet(r::clone);
  }

  private void multiply(SoftMinimum at, double[] v, double[] out) {
    double[] p = at.weights();
    x.weightedSum(v, (i, z) -> p[i] * z, margins, out);
    passes++;
    Vectors.add(-Vectors.dot(at.gradient(), v), at.gradient(), out);
  }
}
