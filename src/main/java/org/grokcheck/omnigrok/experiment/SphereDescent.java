package org.grokcheck.omnigrok.experiment;

import org.grokcheck.compute.Objective;
import org.grokcheck.compute.OptimizerSettings;
import org.grokcheck.compute.OptimizerSpec;
import org.grokcheck.compute.linear.Vectors;
import org.grokcheck.compute.reference.ReferenceOptimizer;

/**
 * Minimisation on the sphere ‖W‖ = r by a free V with W = r V/‖V‖: grad_V L = (r/‖V‖)(1 − VVᵀ/‖V‖²)
 * grad_W L, which vanishes exactly at the constrained stationary points, whatever the optimiser of
 * V ({@code omnigrok.rescale-procedure}).
 */
final class SphereDescent {
  private final Objective objective;
  private final double radius;
  private final double[] free;
  private final ReferenceOptimizer optimizer;

  /**
   * A descent from a point of the sphere.
   *
   * @param objective L
   * @param start W, not 0; its norm is r
   * @param method of V
   */
  SphereDescent(Objective objective, double[] start, OptimizerSpec method) {
    this.objective = objective;
    this.radius = Vectors.norm(start);
    this.free = start.clone();
    this.optimizer = ReferenceOptimizer.of(OptimizerSettings.of(method), start.length);
  }

  void run(int steps) {
    for (int i = 0; i < steps; i++) {
      optimizer.step(free, gradient());
    }
  }

  private double[] gradient() {
    double norm = Vectors.norm(free);
    double[] g = objective.gradient(point());
    double radial = Vectors.dot(g, free) / (norm * norm);
    for (int i = 0; i < g.length; i++) {
      g[i] = radius / norm * (g[i] - radial * free[i]);
    }
    return g;
  }

  /** The present W, a new array. */
  double[] point() {
    return Vectors.scaled(radius / Vectors.norm(free), free);
  }
}
