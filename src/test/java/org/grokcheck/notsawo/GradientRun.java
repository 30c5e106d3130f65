package org.grokcheck.notsawo;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.grokcheck.compute.OptimizerSpec;
import org.grokcheck.harness.Arb;
import org.grokcheck.notsawo.NamedMethod.Constants;

/** One coordinate, a start and gradients that don't depend on where it goes. */
record GradientRun(double start, double[] gradients, Constants constants) {

  /** Gradients of all sizes, down to ε, with random constants. */
  static Arbitrary<GradientRun> any() {
    Arbitrary<List<Double>> gradients =
        Arb.signedLogUniform(1e-9, 1e3).list().ofMinSize(1).ofMaxSize(20);
    return Combinators.combine(Arb.uniform(-3, 3), gradients, anyConstants())
        .as(
            (start, g, constants) ->
                new GradientRun(
                    start, g.stream().mapToDouble(Double::doubleValue).toArray(), constants));
  }

  private static Arbitrary<Constants> anyConstants() {
    return Combinators.combine(
            Arb.logUniform(1e-6, 1),
            Arb.uniform(0, 0.99),
            Arb.uniform(0.5, 0.999),
            Arb.uniform(0.01, 0.9),
            Arb.uniform(0.9, 0.999),
            Arb.logUniform(1e-10, 1e-4),
            Arb.uniform(0.1, 1))
        .as(Constants::new);
  }

  double rate() {
    return constants.rate();
  }

  int steps() {
    return gradients.length;
  }

  /** Where the product ends up. */
  double end(OptimizerSpec method) {
    int[] next = {0};
    double[][] path =
        DescentPath.of(
            method,
            x -> new double[] {gradients[next[0]++]},
            new double[] {start},
            gradients.length);
    return path[gradients.length][0];
  }

  /** For reports: names and values. */
  Object[] inputs() {
    return new Object[] {"x0", start, "g", Arrays.toString(gradients), "constants", constants};
  }
}
