package org.grokcheck.notsawo.descent;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Infrastructure;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.RunSettings;
import org.grokcheck.math.Normal;
import org.grokcheck.math.Seeds;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.function.Executable;

/** App. G.3 and Fig. 8: the size of Adam's update and its direction, by the recursion itself. */
class AdamStepProperties {
  private static final String BOUND = "notsawo.ext.adam_bound";
  private static final String DIRECTION = "notsawo.fig8.update_direction";

  /** m̂/√v̂ after the gradients, by the recursion. */
  private static double update(double beta1, double beta2, double[] gradients) {
    double m = 0;
    double v = 0;
    for (double g : gradients) {
      m = beta1 * m + (1 - beta1) * g;
      v = beta2 * v + (1 - beta2) * g * g;
    }
    int t = gradients.length;
    double first = m / (1 - StrictMath.pow(beta1, t));
    return first / StrictMath.sqrt(v / (1 - StrictMath.pow(beta2, t)));
  }

  /**
   * Gradients that grow by β₁/β₂ a step back attain the bound; none of 200 random ones exceeds it.
   */
  @Property(tries = 60)
  @Checks(BOUND)
  void boundIsAttainedAndNotExceeded(
      @ForAll @IntRange(min = 1, max = 60) int t,
      @ForAll @IntRange(min = 1, max = 95) int percent,
      @ForAll @LongRange long seed) {
    double beta1 = percent / 100.0;
    double beta2 = Math.min(0.999, beta1 * beta1 + 0.07);
    AdamStep adam = new AdamStep(new BigDecimal(beta1), new BigDecimal(beta2));
    double bound = adam.bound(t).doubleValue();
    double[] extreme = new double[t];
    Arrays.setAll(extreme, i -> StrictMath.pow(beta1 / beta2, t - 1 - i));
    double unit = 200.0 * t;
    Check.of(BOUND, "m̂/√v̂ of the extreme gradients")
        .part("attained")
        .by(Oracle.SECOND_ALGORITHM)
        .at("beta1", beta1, "beta2", beta2, "t", t)
        .expecting(
            update(beta1, beta2, extreme),
            new Tolerance.Rounding(unit, bound / (1 - beta1), "t steps of the recursion, 1 − β₁^t"))
        .holds(bound)
        .rejects("the limit", adam.limit().doubleValue())
        .rejects("q = β₁/β₂", otherRatio(beta1, beta2, t));
    RandomGenerator random = new Seeds(seed).stream("gradients");
    double largest = 0;
    for (int k = 0; k < 200; k++) {
      double[] gradients = new double[t];
      Arrays.setAll(gradients, i -> random.nextGaussian() * StrictMath.exp(random.nextGaussian()));
      largest = Math.max(largest, Math.abs(update(beta1, beta2, gradients)));
    }
    Check.of(BOUND, "|m̂/√v̂| of random gradients")
        .part("bound")
        .by(Oracle.INVARIANT)
        .at("beta1", beta1, "beta2", beta2, "t", t, "seed", seed)
        .expectingAtMost(bound, new Tolerance.Rounding(unit, bound / (1 - beta1), "as above"))
        .holds(largest)
        .rejects("a tenth more", 1.1 * bound);
  }

  private static double otherRatio(double beta1, double beta2, int t) {
    double q = beta1 / beta2;
    double sum = 0;
    for (int k = 0; k < t; k++) {
      sum += StrictMath.pow(q, k);
    }
    double second = (1 - StrictMath.pow(beta2, t)) / (1 - beta2);
    return (1 - beta1) / (1 - StrictMath.pow(beta1, t)) * StrictMath.sqrt(second * sum);
  }

  /** β = (0.9, 0.98): the limit 1.6977, and 0.7071 for a late spike after 4000 zero gradients. */
  @Property(tries = 1)
  @Checks(BOUND)
  void limitsOfManySteps() {
    AdamStep adam = new AdamStep(new BigDecimal("0.9"), new BigDecimal("0.98"));
    Check.of(BOUND, "bound after 4000 steps")
        .part("limit")
        .by(Oracle.LIMIT)
        .expecting(
            adam.limit().doubleValue(),
            Tolerance.remainder(1e-14, "0.98^4000 is below 10⁻³⁵; rounding"))
        .holds(adam.bound(4000).doubleValue())
        .rejects("after 100", adam.bound(100).doubleValue());
    double[] spike = new double[4000];
    spike[3999] = 7;
    Check.of(BOUND, "a late spike")
        .part("limit")
        .by(Oracle.SECOND_ALGORITHM)
        .expecting(update(0.9, 0.98, spike), new Tolerance.Rounding(20, 1, "one gradient enters"))
        .holds(adam.ofLateSpike().doubleValue())
        .rejects("the bound", adam.limit().doubleValue());
    Check.of(BOUND, "the first step")
        .part("limit")
        .by(Oracle.EXACT)
        .expecting(1, new Tolerance.Exact())
        .holds(adam.bound(1).doubleValue())
        .rejects("the limit", adam.limit().doubleValue());
  }

  @Provide
  Arbitrary<List<Integer>> gradients() {
    return Arbitraries.integers()
        .between(-50, 50)
        .list()
        .ofMinSize(2)
        .ofMaxSize(30)
        .filter(g -> g.stream().anyMatch(x -> x != 0));
  }

  /** −sign(g) is Adam's first step without ε; its cosine with −g is 1 for equal sizes only. */
  @Property(tries = 100)
  @Checks(DIRECTION)
  void firstStepAndGradient(@ForAll("gradients") List<Integer> g) {
    double dot = 0;
    double step = 0;
    double norm = 0;
    for (int x : g) {
      double u = x == 0 ? 0 : -update(0.9, 0.98, new double[] {x});
      dot += u * -x;
      step += u * u;
      norm += (double) x * x;
    }
    double cosine = dot / StrictMath.sqrt(step) / StrictMath.sqrt(norm);
    Check.of(DIRECTION, "cosine of the first step with −g")
        .by(Oracle.SECOND_ALGORITHM)
        .at("g", g)
        .expecting(cosine, new Tolerance.Rounding(100, 1, "30 updates by the recursion, two roots"))
        .holds(
            AdamStep.cosineOfFirstStep(g.stream().map(BigDecimal::valueOf).toList()).doubleValue())
        .rejects("zero coordinates counted", cosine * Math.sqrt(step / g.size()))
        .refutes("1: the update is along −g", 1);
  }

  /** A Gaussian gradient: the mean of |g|₁/(√d|g|₂) for d = 1000 is near √(2/π). */
  @Property(tries = 1)
  @Checks(DIRECTION)
  void gaussianGradients() {
    RandomGenerator random = RunSettings.seeds().stream(DIRECTION);
    int draws = 200;
    double sum = 0;
    double squares = 0;
    for (int k = 0; k < draws; k++) {
      List<BigDecimal> g =
          random.doubles(1000).mapToObj(u -> new BigDecimal(Normal.quantile(u))).toList();
      double cosine = AdamStep.cosineOfFirstStep(g).doubleValue();
      sum += cosine;
      squares += cosine * cosine;
    }
    double mean = sum / draws;
    double error = Math.sqrt((squares / draws - mean * mean) / (draws - 1));
    double z = Normal.quantileSf(5e-10);
    Check.of(DIRECTION, "mean cosine of Gaussian gradients")
        .by(Oracle.STATISTICAL)
        .at("d", 1000, "draws", draws)
        .expecting(
            Math.sqrt(2 / Math.PI),
            Tolerance.sum(
                Tolerance.remainder(0.5 / 1000, "E|g|₂/√d = 1 − 1/(4d) + …"),
                new Tolerance.Clt(error, 1e-9, z, "mean of the draws")))
        .power(1)
        .holds(mean)
        .refutes("1: the update is along −g", 1);
  }

  @Property(tries = 1)
  @Infrastructure("refused constants")
  void refusals() {
    BigDecimal half = new BigDecimal("0.5");
    refused("beta1: need", () -> new AdamStep(BigDecimal.ONE, half));
    refused("beta2: need", () -> new AdamStep(half, BigDecimal.ONE));
    refused("beta2: need", () -> new AdamStep(BigDecimal.ZERO, BigDecimal.ZERO));
    refused("beta1, beta2: need", () -> new AdamStep(half, new BigDecimal("0.25")));
    refused("t: need", () -> new AdamStep(half, half).bound(0));
    refused("gradient: need", () -> AdamStep.cosineOfFirstStep(List.of(BigDecimal.ZERO)));
  }

  private static void refused(String start, Executable call) {
    String message =
        String.valueOf(Assertions.assertThrows(IllegalArgumentException.class, call).getMessage());
    Assertions.assertTrue(message.startsWith(start), message);
  }
}
