package org.grokcheck.laws;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.grokcheck.compute.Optimizer;
import org.grokcheck.compute.OptimizerSpec;
import org.grokcheck.math.Seeds;

/**
 * A method, a start and a sequence of gradients that doesn't depend on where θ goes. Numbers are
 * representable in single precision.
 */
public record OptimizerRun(OptimizerSpec method, double[] start, double[][] gradients) {

  /** Runs of every method with random constants. */
  public static Arbitrary<OptimizerRun> any() {
    return Arbitraries.longs().map(seed -> of(new Seeds(seed).stream("run")));
  }

  private static OptimizerRun of(RandomGenerator random) {
    int n = 1 + random.nextInt(4);
    double[][] gradients = new double[1 + random.nextInt(12)][];
    Arrays.setAll(gradients, t -> normal(n, random));
    return new OptimizerRun(method(random), normal(n, random), gradients);
  }

  private static double[] normal(int n, RandomGenerator random) {
    double[] vector = new double[n];
    Arrays.setAll(vector, j -> (float) random.nextGaussian());
    return vector;
  }

  private static OptimizerSpec method(RandomGenerator random) {
    double rate = (float) (0.001 + 0.3 * random.nextDouble());
    double decay = random.nextBoolean() ? 0 : (float) random.nextDouble();
    double first = (float) (0.9 * random.nextDouble());
    double second = (float) (0.9 + 0.09 * random.nextDouble());
    double epsilon = 0x1p-27;
    return switch (random.nextInt(5)) {
      case 0 -> new OptimizerSpec.Sgd(rate, first, decay);
      case 1 -> new OptimizerSpec.RmsProp(rate, second, epsilon, decay);
      case 2 -> new OptimizerSpec.Rprop(rate, 0.5, 1.25, 0x1p-20, 0.5);
      case 3 -> new OptimizerSpec.Adam(rate, first, second, epsilon, decay, random.nextBoolean());
      default -> new OptimizerSpec.Adamax(rate, first, second, epsilon, decay);
    };
  }

  /** The same with another method. */
  OptimizerRun with(OptimizerSpec other) {
    return new OptimizerRun(other, start, gradients);
  }

  /** The same start and gradients times factors. */
  OptimizerRun scaled(double startFactor, double gradientFactor) {
    double[][] all =
        Arrays.stream(gradients)
            .map(g -> Vectors.scaled(gradientFactor, g))
            .toArray(double[][]::new);
    return new OptimizerRun(method, Vectors.scaled(startFactor, start), all);
  }

  /** All of the gradients 0. */
  OptimizerRun still() {
    return scaled(1, 0);
  }

  int dimension() {
    return start.length;
  }

  int steps() {
    return gradients.length;
  }

  double rate() {
    return method.rate();
  }

  /** θ after every step, the start first. */
  double[][] path(Optimizer optimizer) {
    double[][] path = new double[steps() + 1][];
    double[] theta = start.clone();
    path[0] = start.clone();
    for (int t = 0; t < steps(); t++) {
      optimizer.step(theta, gradients[t]);
      path[t + 1] = theta.clone();
    }
    return path;
  }

  @Override
  public String toString() {
    return "%s from %s along %s"
        .formatted(method, Arrays.toString(start), Arrays.deepToString(gradients));
  }
}
