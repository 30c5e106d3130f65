package org.grokcheck.notsawo.descent;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitrary;
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
import org.grokcheck.math.exact.Rational;
import org.grokcheck.oracle.Decimal;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.function.Executable;

/** Sec. 4 and App. G.4: descent on quadratics and with clipping, against exact iteration. */
class DescentProperties {
  private static final String ONSET = "notsawo.ext.onset";
  private static final String BOUNCE = "notsawo.sec4.bounce";
  private static final String CLIP = "notsawo.ext.clip_flow";
  private static final String FLOW = "notsawo.appg4.clip_flow";
  private static final String RATE = "notsawo.appg4.clip_ldot";

  @Provide
  Arbitrary<Double> above() {
    return Arb.logUniform(1e-3, 1);
  }

  @Provide
  Arbitrary<Double> within() {
    return Arb.uniform(0.05, 1.9);
  }

  @Provide
  Arbitrary<Double> starts() {
    return Arb.logUniform(1e-6, 10);
  }

  @Provide
  Arbitrary<Double> sizes() {
    return Arb.logUniform(1e-3, 1e3);
  }

  private static BigDecimal of(double value) {
    return new BigDecimal(value);
  }

  /** ε = ¼ exactly, so that ε λ is 2 + a and b: the first rise of losses iterated in 60 digits. */
  @Property(tries = 60)
  @Checks(ONSET)
  void firstRiseIsThatOfTheIteration(
      @ForAll("above") double a,
      @ForAll("within") double b,
      @ForAll("starts") double x1,
      @ForAll("starts") double x2) {
    BigDecimal rate = new BigDecimal("0.25");
    List<BigDecimal> curvatures = List.of(of(4 * (2 + a)), of(4 * b));
    QuadraticDescent descent = new QuadraticDescent(rate, curvatures, List.of(of(x1), of(x2)));
    int rise = firstRise(rate, curvatures, of(x1), of(x2));
    Check.of(ONSET, "first step whose loss is less than that of the next")
        .part("first rise")
        .by(Oracle.TABLE)
        .at("eps lambda1", 2 + a, "eps lambda2", b, "x1", x1, "x2", x2)
        .expecting(rise, new Tolerance.Exact())
        .holds(descent.firstRise())
        .rejects("λ for λ²", ignoringSquares(a, b, x1, x2))
        .rejects("one later", rise + 1.0);
    if (Math.abs(b - 1) > 1e-9) {
      double speed = StrictMath.log(1 + a) - StrictMath.log(Math.abs(1 - b));
      double halved = new QuadraticDescent(rate, curvatures, List.of(of(2 * x1), of(x2))).onset();
      Check.of(ONSET, "steps gained by twice the x₁")
          .part("shift")
          .by(Oracle.SECOND_ALGORITHM)
          .at("eps lambda1", 2 + a, "eps lambda2", b, "x1", x1, "x2", x2)
          .expecting(
              StrictMath.log(2) / speed,
              new Tolerance.Rounding(
                  8 + 4 / speed,
                  1 / speed + Math.abs(descent.onset()) + Math.abs(halved),
                  "a difference of rounded onsets, and a difference of logarithms"))
          .holds(descent.onset() - halved)
          .rejects("ln 4", StrictMath.log(4) / speed);
    }
  }

  private static double ignoringSquares(double a, double b, double x1, double x2) {
    double quotient = b * x2 * x2 * (2 - b) / ((2 + a) * x1 * x1 * a);
    double onset = StrictMath.log(quotient) / 2 / StrictMath.log((1 + a) / Math.abs(1 - b));
    return Math.max(0, Math.floor(onset) + 1);
  }

  /** x ← x − ελx in 60 digits, until the loss rises. */
  private static int firstRise(
      BigDecimal rate, List<BigDecimal> curvatures, BigDecimal x1, BigDecimal x2) {
    BigDecimal a = x1;
    BigDecimal b = x2;
    BigDecimal loss = loss(curvatures, a, b);
    for (int t = 0; ; t++) {
      a = Decimal.minus(a, Decimal.times(rate, Decimal.times(curvatures.get(0), a)));
      b = Decimal.minus(b, Decimal.times(rate, Decimal.times(curvatures.get(1), b)));
      BigDecimal next = loss(curvatures, a, b);
      if (next.compareTo(loss) > 0) {
        return t;
      }
      loss = next;
    }
  }

  private static BigDecimal loss(List<BigDecimal> curvatures, BigDecimal a, BigDecimal b) {
    BigDecimal first = Decimal.times(curvatures.get(0), Decimal.times(a, a));
    return Decimal.plus(first, Decimal.times(curvatures.get(1), Decimal.times(b, b)));
  }

  /** Exact rationals: L_t of three modes, each multiplied by 1 − ελ a step. */
  @Property(tries = 40)
  @Checks({BOUNCE, ONSET})
  void lossAfterSteps(
      @ForAll @IntRange(min = -40, max = 90) int k,
      @ForAll @IntRange(min = -40, max = 90) int l,
      @ForAll @IntRange(min = 0, max = 25) int steps) {
    BigDecimal rate = new BigDecimal("0.125");
    List<BigDecimal> curvatures =
        List.of(BigDecimal.valueOf(k).movePointLeft(1), BigDecimal.valueOf(l).movePointLeft(1));
    List<BigDecimal> start = List.of(new BigDecimal("0.75"), new BigDecimal("-1.5"));
    Rational expected = Rational.ZERO;
    Rational once = Rational.ZERO;
    for (int i = 0; i < 2; i++) {
      Rational curvature = Rational.of(curvatures.get(i));
      Rational x = Rational.of(start.get(i));
      Rational previous = x;
      for (int t = 0; t < steps; t++) {
        previous = x;
        x = x.minus(curvature.times(x).over(8));
      }
      expected = expected.plus(curvature.times(x.square()).over(2));
      once = once.plus(curvature.times(x.times(previous)).over(2));
    }
    double scale = Math.abs(expected.toDouble()) + 1e-40;
    double value = new QuadraticDescent(rate, curvatures, start).loss(steps).doubleValue();
    for (String claim : List.of(BOUNCE, ONSET)) {
      Check.of(claim, "½Σλx²(1 − ελ)^2t")
          .part("loss")
          .by(Oracle.TABLE)
          .at("10 lambda", List.of(k, l), "t", steps)
          .expecting(
              expected.toDouble(),
              new Tolerance.Rounding(2, scale, "80 digits, of which at most 50 cancel, rounded"))
          .holds(value)
          .rejects("a step less in one factor", once.toDouble());
    }
  }

  /** A mode changes sign iff ελ > 1, and grows iff ελ < 0 or ελ > 2; its loss is monotone. */
  @Property(tries = 100)
  @Checks(BOUNCE)
  void signsAndGrowthOfAMode(@ForAll @IntRange(min = -30, max = 60) int k) {
    BigDecimal rate = new BigDecimal("0.1");
    QuadraticDescent mode =
        new QuadraticDescent(rate, List.of(BigDecimal.valueOf(k)), List.of(BigDecimal.ONE));
    Rational step = Rational.ONE.minus(Rational.of(k, 10));
    Check.of(BOUNCE, "alternates iff ελ > 1, grows iff ελ < 0 or > 2")
        .part("signs")
        .by(Oracle.EXACT)
        .at("10 eps lambda", k)
        .expectingExactly(List.of(step.signum() < 0, step.abs().compareTo(Rational.ONE) > 0))
        .holds(List.of(k > 10, k < 0 || k > 20))
        .holds(
            List.of(
                mode.factor(0).signum() < 0, mode.factor(0).abs().compareTo(BigDecimal.ONE) > 0))
        .rejects("alternates iff ελ > 2", List.of(k > 20, k < 0 || k > 20));
    BigDecimal first = mode.loss(1).subtract(mode.loss(0));
    BigDecimal second = mode.loss(2).subtract(mode.loss(1));
    Check.of(BOUNCE, "a mode's loss never turns")
        .part("monotone")
        .by(Oracle.EXACT)
        .at("10 eps lambda", k)
        .expectingExactly(true)
        .holds(first.signum() * second.signum() >= 0);
  }

  /** Times by 200 steps of exact propagation: −η a unit of time above η/λ, e^{−λt} below. */
  @Property(tries = 60)
  @Checks({CLIP, FLOW, RATE})
  void clippedFlowArrivesInTime(
      @ForAll("sizes") double curvature,
      @ForAll("sizes") double threshold,
      @ForAll("sizes") double start,
      @ForAll("above") double share) {
    double target = start * share;
    ClippedFlow flow = new ClippedFlow(of(threshold));
    double time = flow.time(of(curvature), of(start), of(target)).doubleValue();
    double edge = threshold / curvature;
    double clipped = Math.max(0, start - Math.max(edge, target)) / threshold;
    double rest = StrictMath.log(Math.max(target, Math.min(start, edge)) / target) / curvature;
    double scale = (start + edge) / threshold + (1 + rest * curvature) / curvature;
    Check.of(CLIP, "time to the target")
        .part("time")
        .by(Oracle.SECOND_ALGORITHM)
        .at("lambda", curvature, "eta", threshold, "x0", start, "x", target)
        .expecting(clipped + rest, new Tolerance.Rounding(10, scale, "doubles against 60 digits"))
        .holds(time)
        .rejects("without clipping", StrictMath.log(start / target) / curvature)
        .rejects("clipped throughout", (start - target) / threshold);
    double x = at(time, curvature, threshold, start);
    Check.of(CLIP, "where the flow is then")
        .part("time")
        .by(Oracle.INVARIANT)
        .at("lambda", curvature, "eta", threshold, "x0", start, "x", target)
        .expecting(
            target,
            new Tolerance.Rounding(
                40, start + edge + target * curvature * scale, "a position from a rounded time"))
        .holds(x)
        .rejects("at twice the time", at(2 * time, curvature, threshold, start));
    double gradient = curvature * start;
    double speed = gradient >= threshold ? threshold : gradient;
    Check.of(FLOW, "|dθ/dt|")
        .by(Oracle.EXACT)
        .at("|G|", gradient, "eta", threshold)
        .expecting(speed, new Tolerance.Exact())
        .holds(flow.speed(gradient))
        .rejects("the larger of both", Math.max(gradient, threshold));
    Check.of(RATE, "dL/dt")
        .by(Oracle.EXACT)
        .at("|G|", gradient, "eta", threshold)
        .expecting(-gradient * speed, new Tolerance.Exact())
        .holds(flow.lossRate(gradient))
        .rejects("without clipping", -gradient * gradient)
        .rejects("−η²", -threshold * threshold);
  }

  private static double at(double time, double curvature, double threshold, double start) {
    double edge = threshold / curvature;
    double clipped = Math.max(0, (start - edge) / threshold);
    return time <= clipped
        ? start - threshold * time
        : Math.min(start, edge) * StrictMath.exp(-curvature * (time - clipped));
  }

  @Property(tries = 1)
  @Infrastructure("edges of the formulas and refused inputs")
  void edgesAndRefusals() {
    BigDecimal one = BigDecimal.ONE;
    BigDecimal zero = BigDecimal.ZERO;
    BigDecimal three = BigDecimal.valueOf(3);
    BigDecimal half = new BigDecimal("0.5");
    Assertions.assertEquals(Double.POSITIVE_INFINITY, two(three, half, zero, one).firstRise());
    Assertions.assertEquals(0, two(three, half, one, zero).firstRise());
    Assertions.assertEquals(1, two(three, one, new BigDecimal("1e-9"), one).firstRise());
    Assertions.assertEquals(0, two(three, one, one, one).firstRise());
    refused("lambda2: need", () -> two(three, one, one, one).onset());
    refused("lambda1, lambda2: need", () -> two(one, half, one, one).onset());
    refused("x1, x2: need", () -> two(three, half, zero, zero).onset());
    refused(
        "eps (learning rate): need", () -> new QuadraticDescent(zero, List.of(one), List.of(one)));
    refused("lams, x0: need", () -> new QuadraticDescent(one, List.of(one), List.of()));
    refused("t: need", () -> two(three, half, one, one).loss(-1));
    refused("lams: need 2", () -> new QuadraticDescent(one, List.of(one), List.of(one)).onset());
    refused("eta (threshold): need", () -> new ClippedFlow(zero));
    refused("x0: need", () -> new ClippedFlow(one).time(one, one, three));
    refused("x_target: need", () -> new ClippedFlow(one).time(one, one, zero));
    refused("x0: meets 0", () -> new LogDescent(half).after(one, 3));
    refused("steps: need", () -> new LogDescent(half).after(one, -1));
  }

  private static QuadraticDescent two(
      BigDecimal lambda1, BigDecimal lambda2, BigDecimal x1, BigDecimal x2) {
    return new QuadraticDescent(BigDecimal.ONE, List.of(lambda1, lambda2), List.of(x1, x2));
  }

  private static void refused(String start, Executable call) {
    String message =
        String.valueOf(Assertions.assertThrows(IllegalArgumentException.class, call).getMessage());
    Assertions.assertTrue(message.startsWith(start), message);
  }
}
