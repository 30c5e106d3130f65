package org.grokcheck.omnigrok.experiment;

import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.grokcheck.compute.linear.Vectors;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.harness.RunSettings;

/**
 * That the least test loss rises beyond w_c fails for ReLU networks: f(x) = Σ a_i relu(b_i x) is
 * the same function after b ← 2^k b, a ← 2^{−k} a, without rounding, and its norm grows.
 */
class RescaledOrbitProperties {
  private static final String CLAIM = "omnigrok.sec2.U-shape";

  @Property(tries = 50)
  @Checks(CLAIM)
  void theSameFunctionExistsAtLargerNorms(
      @ForAll @IntRange(min = 0, max = 1_000_000) int draw,
      @ForAll @IntRange(min = 5, max = 40) int power) {
    RandomGenerator random = RunSettings.seeds().stream(CLAIM + "/" + draw);
    double[] inner = random.doubles(6, 0.5, 2).toArray();
    double[] outer = random.doubles(6, -2, 2).toArray();
    double factor = Math.scalb(1.0, power);
    double[] large = Vectors.scaled(factor, inner);
    double[] small = Vectors.scaled(1 / factor, outer);
    double difference = 0;
    for (double x : random.doubles(20, -3, 3).toArray()) {
      difference = Math.max(difference, Math.abs(value(inner, outer, x) - value(large, small, x)));
    }
    Check.of(CLAIM, "norm of the network in units of that of the rescaled one")
        .part("minimisers")
        .by(Oracle.EXACT)
        .at("draw", draw, "power", power)
        .expectingExactly(true)
        .holds(norm(inner, outer) < norm(large, small));
    Check.of(CLAIM, "whether outputs change, and with them the test loss, at the larger norm")
        .part("minimisers")
        .by(Oracle.EXACT)
        .at("draw", draw, "power", power)
        .expectingExactly(false)
        .holds(difference != 0)
        .refutes("the least test loss rises with the norm beyond w_c", true);
  }

  private static double norm(double[] inner, double[] outer) {
    return Math.hypot(Vectors.norm(inner), Vectors.norm(outer));
  }

  private static double value(double[] inner, double[] outer, double x) {
    double sum = 0;
    for (int i = 0; i < inner.length; i++) {
      sum += outer[i] * Math.max(0, inner[i] * x);
    }
    return sum;
  }
}
