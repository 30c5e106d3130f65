package org.grokcheck.notsawo.curvature;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.grokcheck.compute.Activation;
import org.grokcheck.compute.Architecture.Mlp;
import org.grokcheck.compute.Inputs;
import org.grokcheck.compute.Loss;
import org.grokcheck.compute.Model;
import org.grokcheck.compute.Targets;
import org.grokcheck.compute.linear.Vectors;
import org.grokcheck.compute.reference.ReferenceObjective;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.math.Seeds;

/** Gradients of whole batches. */
class BatchGradientProperties {
  /** The gradient of a whole batch is the same in any order of its items, up to rounding. */
  @Property(tries = 10)
  @Checks("notsawo.appb.unbiased")
  void wholeBatchesHaveNoNoise(@ForAll long seed) {
    RandomGenerator random = new Seeds(seed).stream("batch");
    Mlp shape = new Mlp(List.of(3, 4, 2), new Activation.Tanh(), true);
    int items = 8;
    double[][] x = new double[items][3];
    double[][] y = new double[items][2];
    for (int i = 0; i < items; i++) {
      Arrays.setAll(x[i], k -> random.nextGaussian());
      Arrays.setAll(y[i], k -> random.nextGaussian());
    }
    double[] theta = random.doubles(shape.parameters(), -1, 1).toArray();
    double[] whole = gradient(shape, theta, x, y);
    double[] turned = gradient(shape, theta, reversed(x), reversed(y));
    double[] half =
        gradient(shape, theta, Arrays.copyOf(x, items / 2), Arrays.copyOf(y, items / 2));
    double size = 1 + Vectors.norm(whole) + Vectors.norm(half);
    Check.of("notsawo.appb.unbiased", "distance of the gradient in another order")
        .by(Oracle.INVARIANT)
        .at("seed", seed)
        .expecting(0, new Tolerance.Rounding(2000, size, "sums of eight items over small layers"))
        .holds(distance(whole, turned))
        .rejects("half of the items", distance(whole, half));
  }

  private static double[] gradient(Mlp shape, double[] theta, double[][] x, double[][] y) {
    return ReferenceObjective.of(
            Model.of(shape), new Inputs.Dense(x), new Targets.Values(y), Loss.SQUARED)
        .gradient(theta);
  }

  private static double[][] reversed(double[][] rows) {
    double[][] reversed = new double[rows.length][];
    Arrays.setAll(reversed, i -> rows[rows.length - 1 - i]);
    return reversed;
  }

  private static double distance(double[] a, double[] b) {
    double[] gap = a.clone();
    Vectors.add(-1, b, gap);
    return Vectors.norm(gap);
  }
}
