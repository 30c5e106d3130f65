package org.grokcheck.omnigrok;

import static org.grokcheck.omnigrok.Refused.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Infrastructure;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.RunSettings;
import org.grokcheck.math.Real;

/**
 * Where sign steps with rescaling come to rest, and what they lose against the sphere's minimum.
 */
class SignRescalingProperties {
  private static final int SIZE = 8;
  private static final int STEPS = 40_000;
  private static final Tolerance ROUNDED = new Tolerance.Ulp(4, "60 digits, rounded");

  private static double[] target(int number) {
    RandomGenerator random = RunSettings.seeds().stream("omnigrok.ext.adam-rescale/" + number);
    double[] a = new double[SIZE];
    for (int i = 0; i < SIZE; i++) {
      a[i] = 0.2 + 2 * random.nextDouble();
      a[i] = random.nextBoolean() ? a[i] : -a[i];
    }
    return a;
  }

  private static double length(double[] a) {
    return Math.sqrt(Arrays.stream(a).map(x -> x * x).sum());
  }

  private static SignRescaling rest(double[] a, double share) {
    return new SignRescaling(
        Arrays.stream(a).mapToObj(Real::of).toList(), Real.of(share * length(a)));
  }

  /** Run step by step with steps η/k, whose last is 2.5e-6 of η: no rest is nearer than a few. */
  @Property(tries = 15)
  @Checks({"omnigrok.ext.adam-rescale", "omnigrok.rescale-procedure"})
  void signStepsComeToRestOnTheCube(
      @ForAll @IntRange(min = 0, max = 1000) int number,
      @ForAll @IntRange(min = 25, max = 90) int percent) {
    double[] a = target(number);
    SignRescaling rest = rest(a, percent / 100.0);
    double norm = rest.norm().toDouble();
    RescaledDescent descent = new RescaledDescent(w -> minus(w, a), 2, norm);
    double[] start = new double[SIZE];
    Arrays.fill(start, norm / Math.sqrt(SIZE));
    double[] end = descent.signDescent(start, STEPS);
    double loss = Math.pow(length(minus(end, a)), 2) / 2;
    // Each component ends within a few last steps of its place; the loss is 1-Lipschitz in |a|.
    Tolerance last =
        Tolerance.remainder(
            20 * SIZE * 2.0 / STEPS * length(a), "twenty last steps a component, times the slope");
    for (String claim : new String[] {"omnigrok.ext.adam-rescale", "omnigrok.rescale-procedure"}) {
      Check check =
          Check.of(claim, "loss where sign steps with rescaling end")
              .part(claim.endsWith("adam-rescale") ? "point of rest" : "sign steps")
              .by(Oracle.SECOND_ALGORITHM)
              .at("draw", number, "r/|a|", percent / 100.0);
      if (claim.endsWith("adam-rescale")) {
        check
            .expecting(loss, last)
            .holds(rest.loss().toDouble())
            .rejects("the sphere's minimum", rest.leastLoss().toDouble());
      } else {
        check
            .expecting(loss, last)
            .holds(rest.loss().toDouble())
            .refutes("the sphere's minimum", rest.leastLoss().toDouble());
      }
    }
  }

  private static double[] minus(double[] w, double[] a) {
    double[] g = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      g[i] = w[i] - a[i];
    }
    return g;
  }

  @Property(tries = 60)
  @Checks("omnigrok.ext.adam-rescale")
  void fillingUpMeetsTheNorm(
      @ForAll @IntRange(min = 0, max = 100000) int number,
      @ForAll @IntRange(min = 1, max = 99) int percent) {
    double[] a = target(number);
    SignRescaling rest = rest(a, percent / 100.0);
    List<Real> w = rest.weights();
    double square = w.stream().map(Real::square).reduce(Real.ZERO, Real::plus).toDouble();
    Check.of("omnigrok.ext.adam-rescale", "|W|^2 at rest")
        .part("filling up")
        .by(Oracle.TABLE)
        .at("draw", number, "r/|a|", percent / 100.0)
        .expecting(rest.norm().square().toDouble(), ROUNDED)
        .holds(square)
        .rejects("tau = r/sqrt P", SIZE * Math.pow(clippedNorm(rest, a), 2));
    double direct = 0;
    for (int i = 0; i < SIZE; i++) {
      direct += Math.pow(w.get(i).toDouble() - a[i], 2) / 2;
    }
    Check.of("omnigrok.ext.adam-rescale", "loss at rest")
        .part("filling up")
        .by(Oracle.SECOND_ALGORITHM)
        .at("draw", number, "r/|a|", percent / 100.0)
        .expecting(direct, new Tolerance.Rounding(60, length(a) * length(a), "sums of doubles"))
        .holds(rest.loss().toDouble())
        .rejects("without 1/2", 2 * direct);
    Check.of("omnigrok.ext.adam-rescale", "the sphere's minimum is below")
        .part("excess")
        .at("draw", number, "r/|a|", percent / 100.0)
        .expectingAtMost(rest.loss().toDouble(), new Tolerance.Ulp(4, "60 digits"))
        .holds(rest.leastLoss().toDouble());
    assertEquals(rest.loss().minus(rest.leastLoss()).toDouble(), rest.excess().toDouble(), 1e-15);
  }

  /** The mean of the clipped sizes, had nothing been small. */
  private static double clippedNorm(SignRescaling rest, double[] a) {
    double bound = rest.norm().toDouble() / Math.sqrt(SIZE);
    double square = Arrays.stream(a).map(x -> Math.pow(Math.min(Math.abs(x), bound), 2)).sum();
    return Math.sqrt(square / SIZE);
  }

  /**
   * With every component clipped: W = r sign(a)/√P, so that the excess is a difference of norms.
   */
  @Property(tries = 60)
  @Checks("omnigrok.ext.adam-rescale")
  void excessWithoutFreeComponents(@ForAll @IntRange(min = 0, max = 100000) int number) {
    double[] a = target(number);
    double least = Arrays.stream(a).map(Math::abs).min().orElseThrow();
    SignRescaling rest = rest(a, least * Math.sqrt(SIZE) / length(a) * 0.999);
    Check.of("omnigrok.ext.adam-rescale", "r(|a| - |a|_1/sqrt P)")
        .part("excess")
        .by(Oracle.TABLE)
        .at("draw", number)
        .expecting(rest.excess().toDouble(), ROUNDED)
        .holds(rest.fullyClippedExcess().toDouble())
        .rejects("half of it", rest.fullyClippedExcess().toDouble() / 2);
  }

  @Example
  @Infrastructure("edges and refusals")
  void edges() {
    List<Real> equal = List.of(Real.ONE, Real.ONE.negate(), Real.ONE);
    SignRescaling rest = new SignRescaling(equal, Real.of(0.5));
    assertEquals(0, rest.excess().toDouble(), 1e-50);
    SignRescaling whole = new SignRescaling(List.of(Real.of(3), Real.of(-4)), Real.of(5));
    assertEquals(Real.of(4), whole.bound());
    assertEquals(List.of(Real.of(3), Real.of(-4)), whole.weights());
    assertEquals(0, whole.loss().toDouble());
    assertEquals(Real.of(2), new SignRescaling(List.of(Real.of(7)), Real.TWO).bound());
    assertRefused("r: need", () -> new SignRescaling(equal, Real.ZERO));
    assertRefused("|a|^2: need at least r^2", () -> new SignRescaling(equal, Real.TWO));
  }
}
