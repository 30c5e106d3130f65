package org.grokcheck.bench;

import java.util.Locale;
import java.util.random.RandomGenerator;
import org.grokcheck.compute.OptimizerSettings;
import org.grokcheck.compute.OptimizerSpec;
import org.grokcheck.compute.linear.DataMatrix;
import org.grokcheck.compute.linear.PlainMatrix;
import org.grokcheck.compute.reference.ReferenceOptimizer;
import org.grokcheck.data.GaussianPoints;
import org.grokcheck.dynamics.margin.LossMinimum;
import org.grokcheck.math.Seeds;

/**
 * Time to the minimiser of the exponential loss of one draw: Newton's method with its proof against
 * Adam, which the paper uses, until that is within a given distance of the same point. Adam's rate
 * is halved whenever a thousand steps don't halve the distance.
 */
public final class NewtonAgainstAdam {
  private static final double RATE = 0.01;
  private static final int PATIENCE = 1000;
  private static final int MOST_STEPS = 1_000_000;

  private NewtonAgainstAdam() {}

  /**
   * Prints both times and their ratio.
   *
   * @param args N, d, and Adam's final distance relative to ‖S_∞‖
   */
  public static void main(String[] args) {
    int n = Integer.parseInt(args[0]);
    int d = Integer.parseInt(args[1]);
    double accuracy = Double.parseDouble(args[2]);
    RandomGenerator random = new Seeds(20260101).stream("bench/newton-against-adam");
    DataMatrix points = PlainMatrix.of(GaussianPoints.draw(n, d, 1, random));
    LossMinimum[] found = new LossMinimum[1];
    Seconds newton = Seconds.of(1, () -> found[0] = LossMinimum.of(points));
    if (!(found[0] instanceof LossMinimum.Attained minimum)) {
      throw new IllegalArgumentException("N, d: this draw has no minimum; take a smaller d/N");
    }
    int[] steps = new int[1];
    Seconds adam = Seconds.of(1, () -> steps[0] = descend(points, minimum.minimiser(), accuracy));
    System.out.printf(
        Locale.ROOT,
        "N=%d d=%d: Newton %.3f s (proved within %.1e), Adam %.3f s (%d steps, within %.1e):"
            + " %.1f%n",
        n,
        d,
        newton.cpu(),
        minimum.certificate().distance(),
        adam.cpu(),
        steps[0],
        accuracy,
        adam.cpu() / newton.cpu());
  }

  /** Steps until S is near enough. */
  private static int descend(DataMatrix points, double[] target, double accuracy) {
    double[] weight = new double[target.length];
    double[] gradient = new double[target.length];
    double[] margins = new double[points.rows()];
    double wanted = accuracy * distance(weight, target);
    double rate = RATE;
    double before = Double.POSITIVE_INFINITY;
    ReferenceOptimizer adam = adam(rate, target.length);
    for (int step = 0; step < MOST_STEPS; step++) {
      double distance = distance(weight, target);
      if (distance <= wanted) {
        return step;
      }
      if (step % PATIENCE == 0) {
        if (distance > before / 2) {
          rate /= 2;
          adam = adam(rate, target.length);
        }
        before = distance;
      }
      // The solver's S separates towards positive margins.
      points.weightedSum(
          weight, (i, margin) -> -StrictMath.exp(-margin) / points.rows(), margins, gradient);
      adam.step(weight, gradient);
    }
    throw new IllegalStateException("Adam didn't arrive in " + MOST_STEPS + " steps");
  }

  private static ReferenceOptimizer adam(double rate, int parameters) {
    return ReferenceOptimizer.of(OptimizerSettings.of(OptimizerSpec.adam(rate)), parameters);
  }

  private static double distance(double[] a, double[] b) {
    double square = 0;
    for (int j = 0; j < a.length; j++) {
      square += (a[j] - b[j]) * (a[j] - b[j]);
    }
    return Math.sqrt(square);
  }
}
