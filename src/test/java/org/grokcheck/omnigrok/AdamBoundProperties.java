package org.grokcheck.omnigrok;

import static org.grokcheck.omnigrok.Refused.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Infrastructure;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.harness.RunSettings;
import org.grokcheck.math.Real;

/** Adam with decay on one weight, run step by step: decoupled, coupled, and its bounds. */
class AdamBoundProperties {
  private static final double ETA = 0.01;

  /** Constants of the optimiser; decay is decoupled. */
  record Settings(double beta1, double beta2, double gamma) {
    AdamBound bound() {
      return new AdamBound(
          new NormDecay(Real.of(ETA), Real.of(gamma)), Real.of(beta1), Real.of(beta2));
    }

    /** The weight after k steps of AdamW with the given gradients, t = 1, 2, …, and no epsilon. */
    double run(double start, int steps, IntToDoubleFunction gradient) {
      double w = start;
      double m = 0;
      double v = 0;
      for (int t = 1; t <= steps; t++) {
        double g = gradient.applyAsDouble(t);
        m = beta1 * m + (1 - beta1) * g;
        v = beta2 * v + (1 - beta2) * g * g;
        double first = m / (1 - StrictMath.pow(beta1, t));
        double second = v / (1 - StrictMath.pow(beta2, t));
        w = (1 - ETA * gamma) * w - (second == 0 ? 0 : ETA * first / Math.sqrt(second));
      }
      return w;
    }
  }

  @Provide
  Arbitrary<Settings> settings() {
    return Combinators.combine(
            Arb.uniform(0.5, 0.9), Arb.uniform(0.95, 0.999), Arb.uniform(0.05, 5))
        .as(Settings::new);
  }

  private static Check check(String part, String quantity, Settings s, int steps) {
    return Check.of("omnigrok.ext.adamw-bound", quantity)
        .part(part)
        .by(Oracle.SECOND_ALGORITHM)
        .at("settings", s, "k", steps);
  }

  @Property(tries = 40)
  @Checks("omnigrok.ext.adamw-bound")
  void growingGradientsAttainTheBound(
      @ForAll("settings") Settings s, @ForAll @IntRange(min = 1, max = 400) int steps) {
    AdamBound bound = s.bound();
    double ratio = s.beta2() / s.beta1();
    // Gradients ∝ (β₂/β₁)^{t−k}, so that the last is −1 and none overflows.
    double end = s.run(3, steps, t -> -StrictMath.pow(ratio, t - steps));
    Tolerance rounding =
        new Tolerance.Rounding(60.0 * steps, 3 + steps * ETA * 8, "sixty operations a step");
    check("bound", "weight that the worst gradients reach", s, steps)
        .expecting(end, rounding)
        .holds(bound.bound(Real.of(3), steps).toDouble())
        .refutes("bound with U", bound.printedBound(Real.of(3), steps).toDouble());
    check("bound", "U_t is at most its limit", s, steps)
        .expectingAtMost(
            bound.limitingStep().toDouble(), new Tolerance.Ulp(2, "60 digits, rounded"))
        .holds(bound.step(steps).toDouble());
    check("bound", "bound with the limit of U_t", s, steps)
        .expectingAtMost(
            bound.limitingBound(Real.of(3), steps).toDouble(),
            new Tolerance.Ulp(2, "60 digits, rounded"))
        .holds(bound.bound(Real.of(3), steps).toDouble());
  }

  @Property(tries = 40)
  @Checks("omnigrok.ext.adamw-bound")
  void noGradientsGoBeyond(
      @ForAll("settings") Settings s,
      @ForAll @IntRange(min = 1, max = 300) int steps,
      @ForAll @IntRange(min = 0, max = 1000) int number) {
    RandomGenerator random = RunSettings.seeds().stream("omnigrok.ext.adamw-bound/" + number);
    double[] g = new double[steps + 1];
    for (int t = 1; t <= steps; t++) {
      g[t] = random.nextDouble() < 0.2 ? random.nextGaussian() : 0;
    }
    double most = s.bound().bound(Real.of(3), steps).toDouble();
    check("bound", "weight after sparse gradients", s, steps)
        .expectingAtMost(
            most, new Tolerance.Rounding(60.0 * steps, most, "sixty operations a step"))
        .holds(Math.abs(s.run(3, steps, t -> g[t])));
    check("bound", "weight that decays with an unbroken pull", s, steps)
        .expectingAtMost(
            most, new Tolerance.Rounding(60.0 * steps, most, "sixty operations a step"))
        .holds(Math.abs(s.run(3, steps, t -> -1)));
  }

  /** U is the size of the step that one gradient makes after a long silence. */
  @Property(tries = 20)
  @Checks("omnigrok.ext.adamw-bound")
  void oneGradientAfterSilenceMakesTheStepU(@ForAll("settings") Settings s) {
    int steps = 20_000;
    Settings still = new Settings(s.beta1(), s.beta2(), 0);
    double move = Math.abs(still.run(0, steps, t -> t == steps ? 1 : 0)) / ETA;
    double size = (1 - s.beta1()) / Math.sqrt(1 - s.beta2());
    check("constant U", "step after a long silence, or the first", s, steps)
        .expecting(
            Math.max(1, move),
            Tolerance.sum(
                Tolerance.remainder(size * 1e-8, "beta2^k of the bias correction, 0.999^20000"),
                new Tolerance.Ulp(8, "doubles")))
        .holds(s.bound().printedStep().toDouble())
        .rejects("without the larger of the two", size < 1 ? size : Double.NaN);
  }

  /** Decay added to the gradient: Adam divides its size out, and the path knows no γ. */
  @Property(tries = 20)
  @Checks({"omnigrok.ext.coupled-adam", "omnigrok.sec3.optimizer"})
  void coupledDecayHasNoScale(
      @ForAll("settings") Settings s, @ForAll @IntRange(min = 2, max = 200) int steps) {
    double slow = coupled(s, 1e-4, steps);
    double fast = coupled(s, s.gamma(), steps);
    double decoupled = new Settings(s.beta1(), s.beta2(), s.gamma()).run(3, steps, t -> 0);
    Tolerance rounding =
        new Tolerance.Rounding(100.0 * steps, 3, "a hundred operations a step, none amplified");
    for (String claim : new String[] {"omnigrok.ext.coupled-adam", "omnigrok.sec3.optimizer"}) {
      Check.of(claim, "weight under coupled decay without a gradient, at another gamma")
          .part(claim.endsWith("adam") ? "no scale" : "coupled")
          .by(Oracle.SECOND_ALGORITHM)
          .at("settings", s, "k", steps)
          .expecting(slow, rounding)
          .holds(fast)
          .rejects("decoupled decay", decoupled);
    }
    NormDecay decay = new NormDecay(Real.of(ETA), Real.of(s.gamma()));
    Check.of("omnigrok.sec3.optimizer", "weight under AdamW without a gradient")
        .part("norm law")
        .by(Oracle.SECOND_ALGORITHM)
        .at("settings", s, "k", steps)
        .expecting(decoupled, rounding)
        .holds(decay.norm(Real.of(3), Real.of(steps)).toDouble())
        .refutes("Adam with the decay in the gradient", fast);
    double first = coupled(s, s.gamma(), 1);
    Check.of("omnigrok.ext.coupled-adam", "first step")
        .part("linear start")
        .by(Oracle.SECOND_ALGORITHM)
        .at("settings", s)
        .expecting(first, new Tolerance.Rounding(20, 3, "doubles"))
        .holds(3 - ETA)
        .rejects("3 (1 - eta gamma)", 3 * (1 - ETA * s.gamma()));
  }

  private static double coupled(Settings s, double gamma, int steps) {
    double w = 3;
    double m = 0;
    double v = 0;
    for (int t = 1; t <= steps; t++) {
      double g = gamma * w;
      m = s.beta1() * m + (1 - s.beta1()) * g;
      v = s.beta2() * v + (1 - s.beta2()) * g * g;
      double first = m / (1 - StrictMath.pow(s.beta1(), t));
      w -= ETA * first / Math.sqrt(v / (1 - StrictMath.pow(s.beta2(), t)));
    }
    return w;
  }

  @Example
  @Infrastructure("edges and refusals")
  void edges() {
    Settings none = new Settings(0.9, 0.999, 0);
    assertEquals(
        1 + 5 * ETA * none.bound().printedStep().toDouble(),
        none.bound().printedBound(Real.ONE, 5).toDouble(),
        1e-15);
    AdamBound whole = new AdamBound(new NormDecay(Real.ONE, Real.ONE), Real.of(0.5), Real.of(0.75));
    assertEquals(Real.ONE, whole.printedBound(Real.TWO, 3));
    assertEquals(Real.TWO, whole.printedBound(Real.TWO, 0));
    AdamBound equal = new AdamBound(new NormDecay(Real.ONE, Real.ONE), Real.of(0.5), Real.of(0.25));
    assertEquals(1, equal.step(1).toDouble(), 1e-15);
    assertRefused("beta2 - beta1^2: need", equal::limitingStep);
    AdamBound plain = new AdamBound(new NormDecay(Real.ONE, Real.ONE), Real.ZERO, Real.of(0.75));
    assertEquals(Math.sqrt(1.75), plain.step(2).toDouble(), 1e-15);
    assertEquals(2, plain.limitingStep().toDouble(), 1e-15);
    NormDecay decay = new NormDecay(Real.ONE, Real.ONE);
    assertRefused("beta1: need", () -> new AdamBound(decay, Real.of(-1), Real.ZERO));
    assertRefused("beta2: need", () -> new AdamBound(decay, Real.ZERO, Real.of(-1)));
    assertRefused("beta1, beta2: need", () -> new AdamBound(decay, Real.ZERO, Real.ONE));
    assertRefused("beta1, beta2: need", () -> new AdamBound(decay, Real.ONE, Real.ZERO));
    NormDecay fast = new NormDecay(Real.ONE, Real.TWO);
    assertRefused("1: need at least eta*gamma", () -> new AdamBound(fast, Real.ZERO, Real.ZERO));
    assertRefused("t: need", () -> plain.step(0));
    assertRefused("w_abs0: need", () -> plain.bound(Real.of(-1), 1));
    assertRefused("w_abs0: need", () -> plain.printedBound(Real.of(-1), 1));
    assertRefused("steps: need", () -> plain.printedBound(Real.ONE, -1));
  }
}
