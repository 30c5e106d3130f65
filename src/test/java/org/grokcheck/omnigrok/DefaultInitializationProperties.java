package org.grokcheck.omnigrok;

import static org.grokcheck.omnigrok.Refused.assertRefused;

import java.util.List;
import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Infrastructure;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.ExactArb;
import org.grokcheck.harness.RunSettings;
import org.grokcheck.math.exact.Rational;

/** Moments of the default draw, by moments of one uniform weight, and by draws. */
class DefaultInitializationProperties {
  private static final double FALSE_ALARM = 1e-9;
  private static final double Z =
      new NormalDistribution().inverseCumulativeProbability(1 - FALSE_ALARM / 2);
  private static final int DRAWS = 10_000;

  @Provide
  Arbitrary<List<Integer>> sizes() {
    return Arbitraries.integers().between(1, 300).list().ofMinSize(2).ofMaxSize(5);
  }

  /** E x^{2k} for x uniform in ±1/√n is n^{−k}/(2k + 1): ∫ x^{2k} over the length. */
  private static Rational moment(int k, long inputs) {
    return Rational.of(inputs).power(-k).over(2L * k + 1);
  }

  @Property(tries = 60)
  @Checks({"omnigrok.ext.init-norm", "omnigrok.fn1.std-init"})
  void momentsAddUpWeightByWeight(@ForAll("sizes") List<Integer> sizes) {
    Rational mean = Rational.ZERO;
    Rational variance = Rational.ZERO;
    long count = 0;
    for (int l = 0; l + 1 < sizes.size(); l++) {
      long n = sizes.get(l);
      long weights = sizes.get(l + 1) * n + sizes.get(l + 1);
      Rational second = moment(1, n);
      count += weights;
      mean = mean.plus(second.times(weights));
      variance = variance.plus(moment(2, n).minus(second.square()).times(weights));
    }
    DefaultInitialization draw = new DefaultInitialization(sizes);
    for (String claim : new String[] {"omnigrok.ext.init-norm", "omnigrok.fn1.std-init"}) {
      exact(claim, "E|W0|^2", sizes)
          .expectingExactly(mean)
          .holds(draw.meanSquaredNorm())
          .rejects("bounds sqrt(6/n), the gain sqrt 2", mean.times(6))
          .rejects("without biases", withoutBiases(sizes));
    }
    exact("omnigrok.ext.init-norm", "Var|W0|^2", sizes)
        .expectingExactly(variance)
        .holds(draw.varianceOfSquaredNorm())
        .rejects("Gaussian weights", variance.times(5).over(2));
    exact("omnigrok.ext.init-norm", "parameters", sizes)
        .expectingExactly(count)
        .holds(draw.parameters())
        .rejects("without biases", count - sizes.get(1));
  }

  private static Rational withoutBiases(List<Integer> sizes) {
    Rational sum = Rational.ZERO;
    for (int l = 1; l < sizes.size(); l++) {
      sum = sum.plus(Rational.of(sizes.get(l), 3));
    }
    return sum;
  }

  private static Check exact(String claim, String quantity, List<Integer> sizes) {
    return Check.of(claim, quantity).by(Oracle.EXACT).at("sizes", sizes);
  }

  /** Sizes of networks that the paper names, counted layer by layer. */
  @Example
  @Checks("omnigrok.ext.init-norm")
  void parametersOfTheNamedNetworks() {
    named(List.of(5, 100, 100, 5), 500 + 100 + 10000 + 100 + 500 + 5);
    named(List.of(784, 200, 200, 10), 156800 + 200 + 40000 + 200 + 2000 + 10);
    named(List.of(1, 200, 200, 30), 200 + 200 + 40000 + 200 + 6000 + 30);
  }

  private static void named(List<Integer> sizes, long count) {
    long biases = sizes.stream().skip(1).mapToLong(Integer::longValue).sum();
    exact("omnigrok.ext.init-norm", "parameters", sizes)
        .expectingExactly(count)
        .holds(new DefaultInitialization(sizes).parameters())
        .rejects("without biases", count - biases);
  }

  /** Every weight times α: the moments of αx, added up. */
  @Property(tries = 60)
  @Checks("omnigrok.alpha-def")
  void normScalesWithAlpha(
      @ForAll("sizes") List<Integer> sizes, @ForAll("rationals") Rational alpha) {
    Rational square = Rational.ZERO;
    for (int l = 0; l + 1 < sizes.size(); l++) {
      long n = sizes.get(l);
      Rational scaled = moment(1, n).times(alpha.square());
      square = square.plus(scaled.times(sizes.get(l + 1) * n + sizes.get(l + 1)));
    }
    DefaultInitialization draw = new DefaultInitialization(sizes);
    exact("omnigrok.alpha-def", "E|alpha W0|^2, which a penalty with gamma = 2 is", sizes)
        .expectingExactly(square)
        .holds(draw.penalty(alpha, Rational.TWO))
        .rejects("biases left alone", square.plus(biases(sizes, alpha)));
  }

  private static Rational biases(List<Integer> sizes, Rational alpha) {
    Rational sum = Rational.ZERO;
    for (int l = 0; l + 1 < sizes.size(); l++) {
      sum = sum.plus(moment(1, sizes.get(l)).times(sizes.get(l + 1)));
    }
    return sum.times(Rational.ONE.minus(alpha.square()));
  }

  @Example
  @Checks({"omnigrok.ext.init-norm", "omnigrok.fn1.std-init"})
  void drawnNormsHaveTheseMoments() {
    List<Integer> sizes = List.of(3, 20, 5);
    RandomGenerator random = RunSettings.seeds().stream("omnigrok.ext.init-norm/draws");
    double sum = 0;
    double squares = 0;
    for (int k = 0; k < DRAWS; k++) {
      double norm = 0;
      for (int i = 0; i < 20 * 4; i++) {
        double w = (2 * random.nextDouble() - 1) / Math.sqrt(3);
        norm += w * w;
      }
      for (int i = 0; i < 5 * 21; i++) {
        double w = (2 * random.nextDouble() - 1) / Math.sqrt(20);
        norm += w * w;
      }
      sum += norm;
      squares += norm * norm;
    }
    double mean = sum / DRAWS;
    double spread = squares / DRAWS - mean * mean;
    DefaultInitialization draw = new DefaultInitialization(sizes);
    double variance = draw.varianceOfSquaredNorm().toDouble();
    double formula = draw.meanSquaredNorm().toDouble();
    statistical("omnigrok.ext.init-norm", "mean of |W0|^2", mean, formula, variance, 1.01);
    statistical("omnigrok.fn1.std-init", "mean of |W0|^2", mean, formula, variance, 6);
    // The norm is nearly normal: the variance of its variance is 2 Var²/draws, 3 leaves room.
    statistical(
        "omnigrok.ext.init-norm",
        "variance of |W0|^2",
        spread,
        variance,
        3 * variance * variance,
        2.5);
  }

  private static void statistical(
      String claim, String quantity, double seen, double formula, double variance, double rival) {
    double error = Math.sqrt(variance / DRAWS);
    double power =
        new NormalDistribution()
            .cumulativeProbability(Math.abs(formula - formula * rival) / error - Z);
    Check.of(claim, quantity)
        .by(Oracle.STATISTICAL)
        .at("draws", DRAWS)
        .expecting(seen, new Tolerance.Clt(error, FALSE_ALARM, Z, "variance of one draw"))
        .power(power)
        .holds(formula)
        .rejects("times " + rival, formula * rival);
  }

  @Provide
  Arbitrary<Rational> rationals() {
    return ExactArb.nonzero();
  }

  /** γ|W|²/2 is constant on a sphere, so that it adds to the reduced loss as it stands. */
  @Property(tries = 60)
  @Checks({"omnigrok.sec3.reg-landscape", "omnigrok.lreg"})
  void penaltyIsHalfTheSquareOfTheNorm(
      @ForAll("sizes") List<Integer> sizes,
      @ForAll("rationals") Rational alpha,
      @ForAll("rationals") Rational gamma) {
    DefaultInitialization draw = new DefaultInitialization(sizes);
    Rational square = draw.meanSquaredNorm().times(alpha.square());
    Check.of("omnigrok.sec3.reg-landscape", "what decay adds at the relative norm alpha")
        .by(Oracle.EXACT)
        .at("sizes", sizes, "alpha", alpha, "gamma", gamma)
        .expectingExactly(gamma.times(square).over(2))
        .holds(draw.penalty(alpha, gamma))
        .refutes("gamma alpha^2 C^2, C the size of a parameter", draw.printedPenalty(alpha, gamma));
    Rational h = Rational.of(1, 3);
    Rational difference =
        draw.penalty(alpha.plus(h), gamma).minus(draw.penalty(alpha.minus(h), gamma));
    Check.of("omnigrok.lreg", "radial force, by differences of a quadratic")
        .by(Oracle.EXACT)
        .at("sizes", sizes, "alpha", alpha, "gamma", gamma)
        .expectingExactly(difference.over(h.times(2)).times(alpha))
        .holds(gamma.times(square))
        .rejects("gamma w/2", gamma.times(square).over(2));
  }

  @Example
  @Infrastructure("refusals")
  void refusals() {
    assertRefused("sizes: need at least 2", () -> new DefaultInitialization(List.of(3)));
    assertRefused("sizes[1]: need", () -> new DefaultInitialization(List.of(3, 0)));
  }
}
