package org.grokcheck.omnigrok;

import static org.grokcheck.omnigrok.Refused.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Infrastructure;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.harness.ExactArb;
import org.grokcheck.math.Real;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.oracle.SmoothFlow;

/** The product of two weights: its law on ab = y, and descent step by step. */
class ScalarProductProperties {
  @Provide
  Arbitrary<Double> sizes() {
    return Arb.logUniform(0.3, 4);
  }

  @Provide
  Arbitrary<Double> spans() {
    return Arb.uniform(0.05, 2);
  }

  /** Decay projected on the curve: (a, b)' = −γ((a, b) − (b, a) · 2ab/(a² + b²)). */
  private static double[] projected(double[] w) {
    double share = 2 * w[0] * w[1] / (w[0] * w[0] + w[1] * w[1]);
    return new double[] {-(w[0] - share * w[1]), -(w[1] - share * w[0])};
  }

  @Property(tries = 40)
  @Checks({"omnigrok.ext.ab-closed", "omnigrok.sec2.exp-decay"})
  void normOnTheCurveIsThatOfTheProjectedDecay(
      @ForAll("sizes") double a, @ForAll("sizes") double b, @ForAll("spans") double span) {
    SmoothFlow end = SmoothFlow.of(ScalarProductProperties::projected, new double[] {a, b}, span);
    double square = end.end()[0] * end.end()[0] + end.end()[1] * end.end()[1];
    double error = 8 * end.error() * Math.sqrt(square);
    ProductDescent.Weights start = new ProductDescent.Weights(Real.of(a), Real.of(b));
    Real target = Real.of(a).times(Real.of(b));
    ScalarProduct law = new ScalarProduct(target, Real.ONE);
    double closed = law.squaredNorm(start.imbalance(), Real.of(span)).toDouble();
    double printed = (a * a + b * b) * StrictMath.exp(-2 * span);
    String[] claims = {"omnigrok.ext.ab-closed", "omnigrok.sec2.exp-decay"};
    for (String claim : claims) {
      Check check =
          Check.of(claim, "w^2 on ab = y")
              .part(claim.endsWith("closed") ? "norm" : "on the zero-loss curve")
              .by(Oracle.SECOND_ALGORITHM)
              .at("a0", a, "b0", b, "gamma*t", span);
      Tolerance tolerance = Tolerance.remainder(error, "integrated at two tolerances");
      if (claim.endsWith("closed")) {
        check
            .expecting(square, tolerance)
            .holds(closed)
            .rejects("w0^2 exp(-2 gamma t)", printed)
            .rejects("e^{-2 gamma t} for e^{-4 gamma t}", halved(law, start, span));
      } else {
        check
            .expecting(square, tolerance)
            .holds(integrated(law, start, span))
            .refutes("w = w0 exp(-gamma t)", printed);
      }
    }
    Check.of("omnigrok.sec2.exp-decay", "the printed law is a lower bound")
        .part("on the zero-loss curve")
        .at("a0", a, "b0", b, "gamma*t", span)
        .expectingAtMost(square, Tolerance.remainder(error, "integrated at two tolerances"))
        .holds(printed);
  }

  private static double halved(ScalarProduct law, ProductDescent.Weights start, double span) {
    return law.squaredNorm(start.imbalance(), Real.of(span / 2)).toDouble();
  }

  /** w₀² exp(−2γ∫cos²φ dt), the integral by Gauss's rule on the law's own norms. */
  private static double integrated(ScalarProduct law, ProductDescent.Weights start, double span) {
    GaussIntegrator rule = new GaussIntegratorFactory().legendre(40, 0, span);
    double integral =
        rule.integrate(
            time -> {
              Real square = law.squaredNorm(start.imbalance(), Real.of(time));
              return law.cosineSquared(square).toDouble();
            });
    Real square = start.a().square().plus(start.b().square());
    return square.toDouble() * StrictMath.exp(-2 * integral);
  }

  @Property(tries = 60)
  @Checks("omnigrok.ext.ab-closed")
  void timeUndoesTheLaw(
      @ForAll("sizes") double a, @ForAll("sizes") double b, @ForAll("spans") double span) {
    Assume.that(a != b);
    ProductDescent.Weights start = new ProductDescent.Weights(Real.of(a), Real.of(b));
    Real target = Real.of(a).times(Real.of(b));
    ScalarProduct law = new ScalarProduct(target, Real.of(0.01));
    Real first = start.a().square().plus(start.b().square());
    Real end = law.squaredNorm(start.imbalance(), Real.of(span));
    double time = law.time(first, end).orElseThrow().toDouble();
    Check.of("omnigrok.ext.ab-closed", "time to the norm of that time")
        .part("time")
        .at("a0", a, "b0", b, "gamma*t", span / 100)
        .expecting(
            span, new Tolerance.Ulp(1, "60 digits, of which nearly equal weights lose thirty"))
        .holds(time)
        .rejects("ln(w0/wc)/gamma", law.printedTime(first, end).toDouble());
    Check.of("omnigrok.ext.ab-closed", "ln(w0/wc)/gamma is a lower bound")
        .part("bound")
        .at("a0", a, "b0", b, "gamma*t", span / 100)
        .expectingAtMost(time, new Tolerance.Ulp(1, "60 digits"))
        .holds(law.printedTime(first, end).toDouble());
    ScalarProduct zero = new ScalarProduct(Real.ZERO, Real.of(0.01));
    Check.of("omnigrok.ext.ab-closed", "equality at y = 0")
        .part("bound")
        .at("w0^2", first, "wc^2", end)
        .expecting(
            zero.printedTime(first, end).toDouble(), new Tolerance.Ulp(1, "60 digits, rounded"))
        .holds(zero.time(first, end).orElseThrow().toDouble());
  }

  /** One step over the rationals: Δ' = ((1−ηγ)² − η²g²)Δ, for any slope g of the loss. */
  @Property(tries = 60)
  @Checks("omnigrok.ext.imbalance")
  void oneStepMultipliesTheImbalance(
      @ForAll("rationals") Rational a,
      @ForAll("rationals") Rational b,
      @ForAll("rationals") Rational eta,
      @ForAll("rationals") Rational gamma,
      @ForAll("rationals") Rational slope) {
    Rational kept = Rational.ONE.minus(eta.times(gamma));
    Rational pull = eta.times(slope);
    Rational nextA = kept.times(a).minus(pull.times(b));
    Rational nextB = kept.times(b).minus(pull.times(a));
    Rational before = a.square().minus(b.square());
    Check.of("omnigrok.ext.imbalance", "a^2 - b^2 after a step")
        .part("step")
        .by(Oracle.EXACT)
        .at("a", a, "b", b, "eta", eta, "gamma", gamma, "g", slope)
        .expectingExactly(nextA.square().minus(nextB.square()))
        .holds(kept.square().minus(pull.square()).times(before))
        .rejects("without eta^2 g^2", kept.square().times(before));
  }

  @Provide
  Arbitrary<Rational> rationals() {
    return ExactArb.rational();
  }

  @Property(tries = 40)
  @Checks("omnigrok.ext.imbalance")
  void descentMultipliesItAtEachStep(
      @ForAll("sizes") double a,
      @ForAll("sizes") double b,
      @ForAll @IntRange(min = 1, max = 30) int steps) {
    ProductDescent descent =
        new ProductDescent(new NormDecay(Real.of(0.05), Real.of(0.01)), Real.of(1.1));
    ProductDescent.Weights start = new ProductDescent.Weights(Real.of(a), Real.of(b));
    // By sum and difference of the weights, which the step multiplies one by one.
    double sum = a + b;
    double difference = a - b;
    double product = start.imbalance().toDouble();
    double size = (a + b) * (a + b);
    for (int k = 0; k < steps; k++) {
      double slope = (sum * sum - difference * difference) / 4 - 1.1;
      sum *= 1 - 0.05 * 0.01 - 0.05 * slope;
      difference *= 1 - 0.05 * 0.01 + 0.05 * slope;
      size = Math.max(size, sum * sum);
    }
    ProductDescent.Weights now = start;
    Real factors = Real.ONE;
    for (int k = 0; k < steps; k++) {
      factors = factors.times(descent.imbalanceFactor(now));
      now = descent.step(now);
    }
    Tolerance rounding =
        new Tolerance.Rounding(
            40 * steps, 4 * size, "ten operations a step, each error grown fourfold at most");
    Check.of("omnigrok.ext.imbalance", "a^2 - b^2 after k steps")
        .part("descent")
        .by(Oracle.SECOND_ALGORITHM)
        .at("a0", a, "b0", b, "k", steps)
        .expecting(sum * difference, rounding)
        .holds(descent.after(start, steps).imbalance().toDouble())
        .holds(factors.toDouble() * product)
        .rejects("exp(-2 eta gamma k)", product * StrictMath.exp(-2 * 0.05 * 0.01 * steps));
  }

  /** Whatever the data: a flow of two layers, here with logistic loss. */
  @Property(tries = 20)
  @Checks("omnigrok.ext.imbalance")
  void flowMultipliesItByTheDecayAlone(
      @ForAll("sizes") double a, @ForAll("sizes") double b, @ForAll("spans") double span) {
    SmoothFlow end =
        SmoothFlow.of(
            w -> {
              double slope = -1 / (1 + StrictMath.exp(w[0] * w[1]));
              return new double[] {-slope * w[1] - 0.3 * w[0], -slope * w[0] - 0.3 * w[1]};
            },
            new double[] {a, b},
            span);
    double imbalance = end.end()[0] * end.end()[0] - end.end()[1] * end.end()[1];
    ScalarProduct law = new ScalarProduct(Real.ONE, Real.of(0.3));
    Real start = Real.of(a).minus(Real.of(b)).times(Real.of(a).plus(Real.of(b)));
    double size = Math.abs(end.end()[0]) + Math.abs(end.end()[1]);
    Check.of("omnigrok.ext.imbalance", "a^2 - b^2 under logistic loss")
        .part("flow")
        .by(Oracle.SECOND_ALGORITHM)
        .at("a0", a, "b0", b, "t", span)
        .expecting(
            imbalance, Tolerance.remainder(4 * size * end.error(), "integrated at two tolerances"))
        .holds(law.imbalance(start, Real.of(span)).toDouble())
        .rejects("exp(-gamma t)", law.imbalance(start, Real.of(span / 2)).toDouble());
  }

  @Example
  @Infrastructure("edges and refusals")
  void edges() {
    ScalarProduct law = new ScalarProduct(Real.of(-2), Real.ONE);
    assertTrue(law.time(Real.of(5), Real.of(4)).isEmpty());
    assertEquals(Real.ZERO, law.time(Real.of(4), Real.of(4)).orElseThrow());
    assertEquals(Real.ZERO, law.cosineSquared(Real.of(4)));
    assertRefused("gamma: need", () -> new ScalarProduct(Real.ONE, Real.ZERO));
    assertRefused("wc_sq: need at least 2|y|", () -> law.time(Real.of(5), Real.of(3)));
    assertRefused("w0_sq: need at least wc_sq", () -> law.time(Real.of(5), Real.of(6)));
    assertRefused("w0_sq: need at least 2|y|", () -> law.cosineSquared(Real.of(3)));
    assertRefused("t: need", () -> law.imbalance(Real.ONE, Real.of(-1)));
    assertRefused("w0_sq: need at least", () -> law.printedTime(Real.ONE, Real.TWO));
    assertRefused("wc_sq: need", () -> law.printedTime(Real.ONE, Real.ZERO));
    ScalarProduct zero = new ScalarProduct(Real.ZERO, Real.ONE);
    assertRefused("wc_sq: need a number above 0", () -> zero.time(Real.ONE, Real.ZERO));
    NormDecay decay = new NormDecay(Real.ONE, Real.ONE);
    ProductDescent.Weights start = new ProductDescent.Weights(Real.ONE, Real.TWO);
    ProductDescent descent = new ProductDescent(decay, Real.ONE);
    assertEquals(start, descent.after(start, 0));
    assertRefused("steps: need", () -> descent.after(start, -1));
  }
}
