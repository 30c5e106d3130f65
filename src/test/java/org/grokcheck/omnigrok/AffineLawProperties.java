package org.grokcheck.omnigrok;

import static org.grokcheck.omnigrok.Refused.assertRefused;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Infrastructure;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.harness.RunSettings;
import org.grokcheck.math.Real;

/** The affine law of times, and what a straight line through its logarithms finds. */
class AffineLawProperties {
  private static final String CLAIM = "omnigrok.ext.affine-law";

  @Provide
  Arbitrary<Double> numbers() {
    return Arb.logUniform(1e-3, 1e3);
  }

  @Property(tries = 60)
  @Checks("omnigrok.ext.affine-law")
  void exponentIsTheLogarithmicDerivative(
      @ForAll("numbers") double t0,
      @ForAll("numbers") double c,
      @ForAll("numbers") double gamma,
      @ForAll("numbers") double implicit) {
    AffineLaw law = new AffineLaw(Real.of(t0), Real.of(c), Real.of(implicit));
    Real at = Real.of(gamma);
    Real h = Real.of(1e-15);
    Real up = law.time(at.times(h.exp())).log();
    Real down = law.time(at.times(h.negate().exp())).log();
    double slope = up.minus(down).over(h.times(2)).toDouble();
    double exponent = law.localExponent(at).toDouble();
    Check.of(CLAIM, "d ln t/d ln gamma")
        .part("local exponent")
        .by(Oracle.FINITE_DIFFERENCE)
        .at("t0", t0, "c", c, "gamma", gamma, "gamma0", implicit)
        .expecting(
            slope,
            Tolerance.sum(
                Tolerance.remainder(1e-28, "h^2 times a third derivative below 10"),
                new Tolerance.Ulp(4, "60 digits, rounded")))
        .holds(exponent)
        .rejects("without gamma0", withoutImplicit(law).localExponent(at).toDouble())
        .rejects("-1", -1);
    Check.of(CLAIM, "-1 is below the exponent")
        .part("range")
        .at("t0", t0, "c", c, "gamma", gamma, "gamma0", implicit)
        .expectingAtMost(exponent, new Tolerance.Exact())
        .holds(-1);
    Check.of(CLAIM, "the exponent is below 0")
        .part("range")
        .at("t0", t0, "c", c, "gamma", gamma, "gamma0", implicit)
        .expectingAtMost(0, new Tolerance.Exact())
        .holds(exponent);
    AffineLaw plain = withoutImplicit(law);
    Check.of(CLAIM, "-1/(1 + gamma t0/c) at gamma0 = 0")
        .part("local exponent")
        .by(Oracle.TABLE)
        .at("t0", t0, "c", c, "gamma", gamma)
        .expecting(-1 / (1 + gamma * t0 / c), new Tolerance.Ulp(6, "a quotient of doubles"))
        .holds(plain.localExponent(at).toDouble())
        .rejects("-1/(1 + t0/c)", -1 / (1 + t0 / c));
    AffineLaw prompt = new AffineLaw(Real.ZERO, Real.of(c), Real.of(implicit));
    Check.of(CLAIM, "-gamma/(gamma + gamma0) at t0 = 0")
        .part("local exponent")
        .by(Oracle.TABLE)
        .at("c", c, "gamma", gamma, "gamma0", implicit)
        .expecting(-gamma / (gamma + implicit), new Tolerance.Ulp(4, "a quotient of doubles"))
        .holds(prompt.localExponent(at).toDouble())
        .rejects("-gamma0/(gamma + gamma0)", -implicit / (gamma + implicit));
  }

  private static AffineLaw withoutImplicit(AffineLaw law) {
    return new AffineLaw(law.offset(), law.scale(), Real.ZERO);
  }

  @Property(tries = 30)
  @Checks("omnigrok.ext.affine-law")
  void lineIsThatOfALibrary(
      @ForAll @IntRange(min = 3, max = 9) int size,
      @ForAll @IntRange(min = 0, max = 1000) int number) {
    RandomGenerator random = RunSettings.seeds().stream(CLAIM + "/" + number);
    List<Real> gammas = new ArrayList<>();
    List<Real> times = new ArrayList<>();
    SimpleRegression line = new SimpleRegression();
    for (int j = 0; j < size; j++) {
      double gamma = StrictMath.exp(-j + 0.3 * random.nextDouble());
      double time = StrictMath.exp(0.9 * j + random.nextDouble());
      gammas.add(Real.of(gamma));
      times.add(Real.of(time));
      line.addData(StrictMath.log(gamma), StrictMath.log(time));
    }
    LogLogFit fit = new LogLogFit(gammas, times);
    Tolerance sums =
        new Tolerance.Rounding(2000, 10, "moments of at most nine logarithms below 10");
    check("line", "slope", size, number)
        .expecting(line.getSlope(), sums)
        .holds(fit.slope().toDouble())
        .rejects("axes exchanged", 1 / line.getSlope());
    check("line", "standard error of the slope", size, number)
        .expecting(line.getSlopeStdErr(), sums)
        .holds(fit.standardError().orElseThrow().toDouble())
        .rejects("n for n - 2", line.getSlopeStdErr() * Math.sqrt((size - 2.0) / size));
    double quantile = new TDistribution(size - 2.0).inverseCumulativeProbability(0.975);
    check("interval", "half width of the 95 % interval", size, number)
        .expecting(
            quantile * line.getSlopeStdErr(),
            new Tolerance.Rounding(1e8, quantile, "the library finds its quantile to about 1e-9"))
        .holds(fit.halfWidth().orElseThrow().toDouble())
        .rejects("1.96 for Student's quantile", 1.959964 * line.getSlopeStdErr());
  }

  private static Check check(String part, String quantity, int size, int number) {
    return Check.of(CLAIM, quantity)
        .part(part)
        .by(Oracle.SECOND_ALGORITHM)
        .at("n", size, "draw", number);
  }

  /** A chord lies between the slopes at its ends, and a fitted line is a mean of chords. */
  @Property(tries = 30)
  @Checks("omnigrok.ext.affine-law")
  void fittedExponentIsBetweenTheLocalOnes(
      @ForAll("numbers") double t0, @ForAll("numbers") double c) {
    AffineLaw law = new AffineLaw(Real.of(t0), Real.of(c), Real.ZERO);
    List<Real> gammas = List.of(Real.of(0.03), Real.of(0.12), Real.of(0.5), Real.ONE);
    double slope =
        new LogLogFit(gammas, gammas.stream().map(law::time).toList()).slope().toDouble();
    Check.of(CLAIM, "fitted exponent, at most the local one at the largest decay")
        .part("fit of the law")
        .at("t0", t0, "c", c)
        .expectingAtMost(law.localExponent(Real.ONE).toDouble(), new Tolerance.Ulp(1, "60 digits"))
        .holds(slope);
    Check.of(CLAIM, "local exponent at the least decay, at most the fitted one")
        .part("fit of the law")
        .at("t0", t0, "c", c)
        .expectingAtMost(slope, new Tolerance.Ulp(1, "60 digits"))
        .holds(law.localExponent(Real.of(0.03)).toDouble());
  }

  @Example
  @Infrastructure("edges and refusals")
  void edges() {
    List<Real> two = List.of(Real.ONE, Real.TWO);
    LogLogFit fit = new LogLogFit(two, two);
    assertTrue(fit.standardError().isEmpty());
    assertTrue(fit.quantile().isEmpty());
    assertTrue(fit.halfWidth().isEmpty());
    assertRefused("gammas (how many): need", () -> new LogLogFit(List.of(Real.ONE), two));
    assertRefused("t: need 2", () -> new LogLogFit(two, List.of(Real.ONE)));
    assertRefused(
        "t: need a number above 0", () -> new LogLogFit(two, List.of(Real.ONE, Real.ZERO)));
    assertRefused("gammas: need a number", () -> new LogLogFit(List.of(Real.ONE, Real.ZERO), two));
    assertRefused("gammas: need two", () -> new LogLogFit(List.of(Real.ONE, Real.ONE), two));
    assertRefused("gamma0: need", () -> new AffineLaw(Real.ONE, Real.ONE, Real.of(-1)));
    AffineLaw law = new AffineLaw(Real.ONE, Real.ONE, Real.ZERO);
    assertRefused("gamma + gamma0: need", () -> law.time(Real.ZERO));
  }
}
