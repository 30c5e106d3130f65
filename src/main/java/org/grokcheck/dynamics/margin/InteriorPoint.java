package org.grokcheck.dynamics.margin;

import java.util.Arrays;
import java.util.Optional;
import org.grokcheck.compute.linear.CholeskyFactor;
import org.grokcheck.compute.linear.DataMatrix;
import org.grokcheck.compute.linear.Vectors;

/**
 * Mehrotra's predictor-corrector method for min ½‖w‖² + ½β² − β subject to xᵢ·w ≥ β, which is
 * feasible for any data. At the optimum w = Σ aᵢxᵢ and Σ aᵢ = 1 − β with a ≥ 0: on separable points
 * β &gt; 0 and w/β is the hard-margin solution; on others β = 0, w = 0, and the multipliers
 * represent the origin.
 *
 * <p>A step forms and factors one matrix of order d + 1.
 */
final class InteriorPoint {
  private static final double SHORT_OF_BOUNDARY = 0.995;
  private static final double RIDGE = 1e-16;

  private final DataMatrix x;
  private final int n;
  private final int d;

  /** (w, β). */
  private final double[] u;

  private final double[] multipliers;
  private final double[] slacks;
  private double[] margins;

  InteriorPoint(DataMatrix x) {
    this.x = x;
    n = x.rows();
    d = x.columns();
    u = new double[d + 1];
    multipliers = new double[n];
    slacks = new double[n];
    margins = new double[n];
    Arrays.fill(multipliers, 1.0 / n);
    Arrays.fill(slacks, 1 / Math.sqrt(n));
  }

  /** w. */
  double[] weight() {
    return Arrays.copyOf(u, d);
  }

  /** β. */
  double level() {
    return u[d];
  }

  /** xᵢ·w. */
  double[] margins() {
    return margins.clone();
  }

  /** a, positive. */
  double[] multipliers() {
    return multipliers.clone();
  }

  /** Slacks of the constraints, positive; they equal xᵢ·w − β once the method has converged. */
  double[] slacks() {
    return slacks.clone();
  }

  /** Σ aᵢ·slackᵢ, the duality gap once both sides are feasible. */
  double gap() {
    return Vectors.dot(multipliers, slacks);
  }

  private record Direction(double[] u, double[] slacks, double[] multipliers) {}

  /** One step; false where the linear system can't be solved or the step has no length. */
  boolean step() {
    Optional<CholeskyFactor> factor = factor();
    if (factor.isEmpty()) {
      return false;
    }
    double[] dual = dualResidual();
    double[] primal = primalResidual();
    double[] complementarity = new double[n];
    Arrays.setAll(complementarity, i -> multipliers[i] * slacks[i]);
    Direction predictor = direction(factor.get(), dual, primal, complementarity);
    double length = Math.min(1, longest(predictor));
    double mu = gap() / n;
    double reached = 0;
    for (int i = 0; i < n; i++) {
      reached +=
          (slacks[i] + length * predictor.slacks[i])
              * (multipliers[i] + length * predictor.multipliers[i]);
    }
    double ratio = reached / n / mu;
    double target = ratio * ratio * ratio * mu;
    for (int i = 0; i < n; i++) {
      complementarity[i] += predictor.slacks[i] * predictor.multipliers[i] - target;
    }
    return move(direction(factor.get(), dual, primal, complementarity));
  }

  private boolean move(Direction by) {
    double length = Math.min(1, SHORT_OF_BOUNDARY * longest(by));
    if (!(length > 1e-12)) {
      return false;
    }
    Vectors.add(length, by.u, u);
    Vectors.add(length, by.slacks, slacks);
    Vectors.add(length, by.multipliers, multipliers);
    margins = products(u, false);
    return Vectors.least(slacks) > 0 && Vectors.least(multipliers) > 0;
  }

  /** I + Σ (aᵢ/slackᵢ) yᵢyᵢᵀ with yᵢ = (xᵢ, −1). */
  private Optional<CholeskyFactor> factor() {
    double[] weights = new double[n];
    Arrays.setAll(weights, i -> multipliers[i] / slacks[i]);
    double[] gram = new double[d * d];
    x.weightedGram(weights, gram);
    double[] pull = new double[d];
    x.transposeTimes(weights, pull);
    int m = d + 1;
    double[] h = new double[m * m];
    for (int i = 0; i < d; i++) {
      System.arraycopy(gram, i * d, h, i * m, d);
      h[i * m + d] = -pull[i];
      h[i * m + i] += 1 + RIDGE * gram[i * d + i];
    }
    h[m * m - 1] = Vectors.sum(weights) * (1 + RIDGE) + 1;
    return CholeskyFactor.of(h, m);
  }

  /** u − e_β − Yᵀa. */
  private double[] dualResidual() {
    double[] r = pulled(multipliers);
    for (int j = 0; j <= d; j++) {
      r[j] = u[j] - r[j];
    }
    r[d] -= 1;
    return r;
  }

  /** Yu − slacks. */
  private double[] primalResidual() {
    double[] r = products(u, true);
    Vectors.add(-1, slacks, r);
    return r;
  }

  private Direction direction(
      CholeskyFactor factor, double[] dual, double[] primal, double[] complementarity) {
    double[] t = new double[n];
    Arrays.setAll(t, i -> (-complementarity[i] - multipliers[i] * primal[i]) / slacks[i]);
    double[] right = pulled(t);
    Vectors.add(-1, dual, right);
    double[] du = factor.solve(right);
    double[] ds = products(du, true);
    Vectors.add(1, primal, ds);
    double[] da = new double[n];
    Arrays.setAll(da, i -> (-complementarity[i] - multipliers[i] * ds[i]) / slacks[i]);
    return new Direction(du, ds, da);
  }

  /** Yᵀa = (Σ aᵢxᵢ, −Σ aᵢ). */
  private double[] pulled(double[] a) {
    double[] pull = new double[d];
    x.transposeTimes(a, pull);
    double[] out = Arrays.copyOf(pull, d + 1);
    out[d] = -Vectors.sum(a);
    return out;
  }

  /** xᵢ·w, less β where asked. */
  private double[] products(double[] v, boolean lessLevel) {
    double[] z = new double[n];
    x.times(Arrays.copyOf(v, d), z);
    if (lessLevel) {
      for (int i = 0; i < n; i++) {
        z[i] -= v[d];
      }
    }
    return z;
  }

  /** The step at which the first slack or multiplier vanishes. */
  private double longest(Direction by) {
    double length = Double.POSITIVE_INFINITY;
    for (int i = 0; i < n; i++) {
      if (by.slacks[i] < 0) {
        length = Math.min(length, -slacks[i] / by.slacks[i]);
      }
      if (by.multipliers[i] < 0) {
        length = Math.min(length, -multipliers[i] / by.multipliers[i]);
      }
    }
    return length;
  }
}
