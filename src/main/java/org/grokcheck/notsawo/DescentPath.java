package org.grokcheck.notsawo;

import java.util.function.UnaryOperator;
import org.grokcheck.compute.OptimizerSettings;
import org.grokcheck.compute.OptimizerSpec;
import org.grokcheck.compute.reference.ReferenceOptimizer;

/** Paths of optimisers over functions with a known gradient, in doubles. */
public final class DescentPath {
  private DescentPath() {}

  /**
   * x_0, ..., x_T of a method on ∇g.
   *
   * @param gradient ∇g; must return a new array
   * @param start x_0, not changed
   * @param steps T ≥ 0
   * @return T + 1 points
   * @throws IllegalArgumentException if T is negative or a point isn't finite
   */
  public static double[][] of(
      OptimizerSpec method, UnaryOperator<double[]> gradient, double[] start, int steps) {
    if (steps < 0) {
      throw new IllegalArgumentException("steps: need at least 0, got " + steps);
    }
    ReferenceOptimizer optimizer =
        ReferenceOptimizer.of(OptimizerSettings.of(method), start.length);
    double[][] points = new double[steps + 1][];
    points[0] = start.clone();
    for (int t = 1; t <= steps; t++) {
      points[t] = points[t - 1].clone();
      optimizer.step(points[t], gradient.apply(points[t - 1]));
    }
    return points;
  }
}
