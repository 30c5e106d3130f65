package org.grokcheck.omnigrok;

import static org.grokcheck.omnigrok.Refused.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Infrastructure;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.math.Real;

/**
 * The solvable model run step by step: descent on |XW − y|²/(2n) with decay, its test loss watched,
 * against the closed forms of its modes and of its event.
 */
class LinearGrokkingProperties {
  private static final int SAMPLES = DrawnRegression.SAMPLES;

  @Property(tries = 30)
  @Checks("omnigrok.ext.linear-lu")
  void modesAreThoseOfTheDescent(
      @ForAll @IntRange(min = 0, max = 1000) int number,
      @ForAll @IntRange(min = 0, max = 60) int steps) {
    DrawnRegression d = DrawnRegression.of(number);
    double[] w = d.start();
    for (int k = 0; k < steps; k++) {
      w = d.step(w, 0.03);
    }
    for (int i : new int[] {0, SAMPLES}) {
      RidgeMode mode = d.mode(i, 0.03);
      Check.of("omnigrok.ext.linear-lu", "component after k steps")
          .part("descent")
          .by(Oracle.SECOND_ALGORITHM)
          .at("draw", number, "s", d.eigenvalues()[i], "k", steps)
          .expecting(
              w[i],
              new Tolerance.Rounding(
                  10 * (steps + 1),
                  Math.abs(d.start()[i]) + Math.abs(d.teacher()[i]),
                  "ten operations a step, none grows"))
          .holds(mode.descent(steps).toDouble())
          .rejects("flow", mode.flow(Real.of(0.2 * steps)).toDouble());
      // The flow is the descent of vanishing rate: Richardson's limit of n and 2n steps.
      flow(mode, number, i);
    }
  }

  private static void flow(RidgeMode mode, int number, int i) {
    Real time = Real.of(1.5);
    Real size = mode.start().minus(mode.limit()).abs();
    int n = 4000;
    Real coarse = ofRate(mode, time.over(n)).descent(n);
    Real fine = ofRate(mode, time.over(2L * n)).descent(2 * n);
    double rate = mode.rate().toDouble() * 1.5;
    double remainder = rate * rate * rate * (1 + rate) / n / n * size.toDouble();
    Check.of("omnigrok.ext.linear-lu", "component of the flow, as the limit of small steps")
        .part("flow")
        .by(Oracle.LIMIT)
        .at("draw", number, "s", mode.eigenvalue(), "mode", i)
        .expecting(
            fine.times(2).minus(coarse).toDouble(),
            Tolerance.sum(
                Tolerance.remainder(remainder, "(st)^3(1 + st)/n^2 bounds the second order"),
                new Tolerance.Ulp(2, "rounded")))
        .holds(mode.flow(time).toDouble())
        .rejects("n steps alone", coarse.toDouble());
  }

  private static RidgeMode ofRate(RidgeMode mode, Real eta) {
    return new RidgeMode(
        mode.eigenvalue(), mode.teacher(), mode.start(), new NormDecay(eta, mode.decay().gamma()));
  }

  /** Steps of the run until the test loss is at most ε. */
  private static int observed(DrawnRegression d, double gamma, double eps) {
    double[] w = d.start();
    int k = 0;
    while (d.testLoss(w) > eps) {
      w = d.step(w, gamma);
      k++;
    }
    return k;
  }

  private static double predicted(DrawnRegression d, double gamma, double eps) {
    Real x = d.kernel().firstBelow(Real.of(eps)).orElseThrow();
    NormDecay decay = new NormDecay(Real.of(d.eta()), Real.of(gamma));
    return decay.steps(Real.ONE, x).orElseThrow().toDouble();
  }

  @Property(tries = 30)
  @Checks({
    "omnigrok.ext.linear-lu",
    "omnigrok.fig1b",
    "omnigrok.sec2.gamma-cases",
    "omnigrok.sec6.lewkowycz",
    "omnigrok.appC.prediction"
  })
  void countOfTheRunIsThePredictedOne(@ForAll @IntRange(min = 0, max = 1000) int number) {
    DrawnRegression d = DrawnRegression.of(number);
    double gamma = 2e-3;
    double eps = d.threshold();
    int seen = observed(d, gamma, eps);
    double steps = predicted(d, gamma, eps - d.bias(gamma));
    double before = seen - 1;
    for (String claim : new String[] {"omnigrok.ext.linear-lu", "omnigrok.fig1b"}) {
      Check.of(claim, "steps of the run until the test loss is reached")
          .part(claim.endsWith("lu") ? "steps" : "slow drift")
          .by(Oracle.SECOND_ALGORITHM)
          .at("draw", number, "gamma", gamma, "eps", eps)
          .expecting(
              seen - 0.5,
              Tolerance.remainder(
                  0.5 + 1e-6 * seen, "a whole number is watched; the fit is over by e^{-0.1 k}"))
          .holds(steps)
          .rejects("ln(w0/wc) from the norm after the fit", byNorm(d, gamma, eps))
          .rejects("flow time over eta", before / (1 - 0.1));
    }
    int slower = observed(d, gamma / 2, eps);
    double twice = 2 * predicted(d, gamma, eps - d.bias(gamma));
    double half = predicted(d, gamma / 2, eps - d.bias(gamma / 2));
    Tolerance law =
        Tolerance.sum(
            Tolerance.remainder(Math.abs(twice - half) + 1, "bias of order gamma^2, and counting"),
            Tolerance.remainder(3e-4 * seen, "eta gamma/2 of the logarithm's series"));
    for (String claim :
        new String[] {
          "omnigrok.sec2.gamma-cases", "omnigrok.sec6.lewkowycz", "omnigrok.appC.prediction"
        }) {
      Check.of(claim, "steps at half the decay")
          .by(Oracle.SECOND_ALGORITHM)
          .at("draw", number, "gamma", gamma, "eps", eps)
          .expecting(slower, law)
          .holds(2.0 * seen)
          .rejects("t ~ gamma^-1/2", Math.sqrt(2) * seen);
    }
  }

  /** The printed law ln(w₁/w_c)/(−ln(1−ηγ)), norms being those after the fit and at the event. */
  private static double byNorm(DrawnRegression d, double gamma, double eps) {
    LinearGrokking kernel = d.kernel();
    Real x = kernel.firstBelow(Real.of(eps)).orElseThrow();
    NormDecay decay = new NormDecay(Real.of(d.eta()), Real.of(gamma));
    return decay.steps(kernel.norm(Real.ONE), kernel.norm(x)).orElseThrow().toDouble();
  }

  /** Watched on test data, a run reports less than where it ends, unless it falls all the way. */
  @Property(tries = 30)
  @Checks("omnigrok.ext.test-peeking")
  void bestOverTheRunIsBelowItsEnd(@ForAll @IntRange(min = 0, max = 1000) int number) {
    DrawnRegression d = DrawnRegression.of(number);
    // Met between the fit, which is over at x = 0.9, and the end of the run at x = 3e-4.
    double place = d.kernel().best().toDouble();
    Assume.that(place > 0.02 && place < 0.9);
    double gamma = 1e-3;
    double[] w = d.start();
    double best = Double.POSITIVE_INFINITY;
    for (int k = 0; k < 40_000; k++) {
      w = d.step(w, gamma);
      best = Math.min(best, d.testLoss(w));
    }
    LinearGrokking kernel = d.kernel();
    double size = kernel.startSquared().toDouble();
    Check.of("omnigrok.ext.test-peeking", "least test loss over a run of 40000 steps")
        .by(Oracle.SECOND_ALGORITHM)
        .at("draw", number)
        .expecting(
            best,
            Tolerance.remainder(
                2 * d.bias(gamma) + size * 4e-8,
                "bias of the fit, and one step of x near the best"))
        .holds(kernel.testLoss(kernel.best()).toDouble())
        .rejects("that at the end", d.testLoss(w));
    Check.of("omnigrok.ext.test-peeking", "best over the run, at most the end")
        .at("draw", number)
        .expectingAtMost(d.testLoss(w), new Tolerance.Exact())
        .holds(best)
        .rejects("that after the fit", kernel.testLoss(Real.ONE).toDouble());
  }

  /** Without decay the kernel's part never moves: the test loss stays where the fit left it. */
  @Property(tries = 30)
  @Checks({"omnigrok.sec2.no-reg-stays", "omnigrok.fig1b"})
  void withoutDecayNothingMovesAfterTheFit(@ForAll @IntRange(min = 0, max = 1000) int number) {
    DrawnRegression d = DrawnRegression.of(number);
    double[] w = d.start();
    for (int k = 0; k < 2000; k++) {
      w = d.step(w, 0);
    }
    double stays = d.kernel().testLoss(Real.ONE).toDouble();
    for (String claim : new String[] {"omnigrok.sec2.no-reg-stays", "omnigrok.fig1b"}) {
      Check.of(claim, "test loss after 2000 steps without decay")
          .part(claim.endsWith("fig1b") ? "no decay" : "")
          .by(Oracle.SECOND_ALGORITHM)
          .at("draw", number)
          .expecting(d.testLoss(w), new Tolerance.Rounding(200, stays, "sums of squares"))
          .holds(stays)
          .rejects(
              "the least on the way to zero", d.kernel().testLoss(d.kernel().best()).toDouble());
    }
  }

  /** The norm of the run against that of a direction which has relaxed at each moment. */
  @Property(tries = 30)
  @Checks("omnigrok.reduced.assumptions")
  void directionFollowsTheNorm(@ForAll @IntRange(min = 0, max = 1000) int number) {
    DrawnRegression d = DrawnRegression.of(number);
    double gamma = 1e-3;
    int steps = 3000;
    double[] w = d.start();
    for (int k = 0; k < steps; k++) {
      w = d.step(w, gamma);
    }
    double square = 0;
    for (double component : w) {
      square += component * component;
    }
    double norm = Math.sqrt(square);
    NormDecay decay = new NormDecay(Real.of(d.eta()), Real.of(gamma));
    Real x = decay.norm(Real.ONE, Real.of(steps));
    LinearGrokking kernel = d.kernel();
    Check.of("omnigrok.reduced.assumptions", "norm after 3000 steps")
        .part("scale separation")
        .by(Oracle.LIMIT)
        .at("draw", number, "gamma", gamma)
        .expecting(
            norm,
            Tolerance.remainder(
                2 * gamma / 0.5 * norm, "each fitted component errs by gamma/(s + gamma), s > 1/2"))
        .holds(kernel.norm(x).toDouble())
        .rejects("pure decay", decay.norm(kernel.norm(Real.ONE), Real.of(steps)).toDouble());
  }

  @Property(tries = 60)
  @Checks("omnigrok.ext.linear-lu")
  void eventIsAFirstCrossing(@ForAll @IntRange(min = 0, max = 100000) int number) {
    DrawnRegression d = DrawnRegression.of(number);
    LinearGrokking kernel = d.kernel();
    double eps = d.threshold();
    Real x = kernel.firstBelow(Real.of(eps)).orElseThrow();
    Check.of("omnigrok.ext.linear-lu", "test loss at the event")
        .part("event")
        .by(Oracle.TABLE)
        .at("draw", number)
        .expecting(eps, new Tolerance.Ulp(2, "60 digits, rounded"))
        .holds(kernel.testLoss(x).toDouble())
        .rejects("x without the overlap", withoutOverlap(kernel, eps));
    double above = kernel.testLoss(x.plus(Real.ONE).over(2)).toDouble();
    assertTrue(above > eps, "the loss is above its threshold before the event");
    Real norm = kernel.norm(x);
    Check.of("omnigrok.ext.linear-lu", "w^2 = r_min^2 + |z0|^2 x^2")
        .part("event")
        .by(Oracle.TABLE)
        .at("draw", number)
        .expecting(
            norm.square().minus(kernel.leastSquaredNorm()).toDouble(),
            new Tolerance.Ulp(2, "60 digits, rounded"))
        .holds(kernel.startSquared().times(x.square()).toDouble())
        .rejects("x for x^2", kernel.startSquared().times(x).toDouble());
  }

  private static double withoutOverlap(LinearGrokking kernel, double eps) {
    Real square = Real.of(eps).minus(kernel.teacherSquared()).over(kernel.startSquared());
    return square.signum() < 0 ? Double.NaN : kernel.testLoss(square.sqrt()).toDouble();
  }

  @Example
  @Infrastructure("edges and refusals")
  void edges() {
    Real one = Real.ONE;
    LinearGrokking still = new LinearGrokking(Real.ZERO, Real.ZERO, one, one);
    assertEquals(one, still.firstBelow(one).orElseThrow());
    assertTrue(still.firstBelow(Real.of(0.5)).isEmpty());
    assertEquals(one, still.best());
    assertEquals(one, new LinearGrokking(one, Real.TWO, Real.of(5), one).best());
    assertEquals(Real.ZERO, new LinearGrokking(one, Real.of(-1), one, one).best());
    LinearGrokking away = new LinearGrokking(Real.of(4), Real.of(-1), one, one);
    assertEquals(Real.ZERO, away.firstBelow(one).orElseThrow());
    assertTrue(away.firstBelow(Real.of(0.5)).isEmpty());
    LinearGrokking beyond = new LinearGrokking(one, Real.TWO, Real.of(5), one);
    assertTrue(beyond.firstBelow(Real.of(1.5)).isEmpty());
    LinearGrokking across = new LinearGrokking(Real.of(4), Real.ZERO, one, one);
    assertEquals(Real.ZERO, across.firstBelow(one).orElseThrow());
    assertRefused("z0_sq: need", () -> new LinearGrokking(Real.of(-1), Real.ZERO, one, one));
    assertRefused("q_sq: need", () -> new LinearGrokking(one, Real.ZERO, Real.of(-1), one));
    assertRefused("rmin_sq: need", () -> new LinearGrokking(one, Real.ZERO, one, Real.of(-1)));
    assertRefused("z0_dot_q: need at most", () -> new LinearGrokking(one, Real.TWO, one, one));
    NormDecay none = new NormDecay(one, Real.ZERO);
    RidgeMode frozen = new RidgeMode(Real.ZERO, one, Real.TWO, none);
    assertEquals(Real.TWO, frozen.flow(Real.of(9)));
    assertEquals(Real.TWO, frozen.descent(3));
    RidgeMode swinging = new RidgeMode(Real.of(1.5), Real.ZERO, one, none);
    assertEquals(Real.of(-0.125), swinging.descent(3));
    assertEquals(Real.of(0.25), swinging.descent(2));
    assertRefused("eigenvalue: need", () -> new RidgeMode(Real.of(-1), one, one, none));
    assertRefused("steps: need", () -> frozen.descent(-1));
  }
}
