package org.grokcheck.notsawo;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalMatrix;
import org.grokcheck.math.exact.RationalVector;
import org.grokcheck.notsawo.descent.AdamStep;
import org.grokcheck.notsawo.descent.ClippedFlow;
import org.grokcheck.notsawo.descent.FlowRates;
import org.grokcheck.notsawo.descent.LogDescent;
import org.grokcheck.notsawo.descent.QuadraticDescent;

/** Domains of descent and its flows. */
final class DescentEdges {
  private static final BigDecimal ZERO = BigDecimal.ZERO;
  private static final BigDecimal ONE = BigDecimal.ONE;
  private static final BigDecimal LEAST = ONE.movePointLeft(20);
  private static final BigDecimal HALF = new BigDecimal("0.5");

  private DescentEdges() {}

  static Stream<Edge> all() {
    return Stream.of(adam(), quadratics(), flows(), logarithms()).flatMap(s -> s);
  }

  private static void adam(BigDecimal beta1, BigDecimal beta2) {
    new AdamStep(beta1, beta2);
  }

  private static Stream<Edge> adam() {
    BigDecimal below = ONE.subtract(LEAST);
    AdamStep step = new AdamStep(HALF, HALF);
    return Stream.of(
        new Edge("beta1: need", () -> adam(ZERO, HALF), () -> adam(LEAST.negate(), HALF)),
        new Edge("beta1: need", () -> adam(below, below), () -> adam(ONE, below)),
        new Edge("beta2: need", () -> adam(ZERO, LEAST), () -> adam(ZERO, ZERO)),
        new Edge("beta2: need", () -> adam(ZERO, LEAST), () -> adam(ZERO, LEAST.negate())),
        new Edge("beta2: need", () -> adam(ZERO, below), () -> adam(ZERO, ONE)),
        new Edge(
            "beta1, beta2",
            () -> adam(HALF, new BigDecimal("0.2500001")),
            () -> adam(HALF, new BigDecimal("0.25"))),
        new Edge("t: need", () -> step.bound(1), () -> step.bound(0)),
        new Edge(
            "t: need",
            () -> step.bound(AdamStep.MAX_STEP),
            () -> step.bound(AdamStep.MAX_STEP + 1)),
        new Edge(
            "gradient",
            () -> AdamStep.cosineOfFirstStep(List.of(ZERO, LEAST)),
            () -> AdamStep.cosineOfFirstStep(List.of(ZERO, ZERO))));
  }

  private static QuadraticDescent two(String first, String second, int x1, int x2) {
    return new QuadraticDescent(
        ONE,
        List.of(new BigDecimal(first), new BigDecimal(second)),
        List.of(BigDecimal.valueOf(x1), BigDecimal.valueOf(x2)));
  }

  private static void descent(BigDecimal rate, List<BigDecimal> curvatures, List<BigDecimal> x) {
    new QuadraticDescent(rate, curvatures, x);
  }

  private static Stream<Edge> quadratics() {
    List<BigDecimal> one = List.of(ONE);
    List<BigDecimal> none = List.of();
    QuadraticDescent descent = two("3", "0.5", 1, 1);
    String order = "lambda1, lambda2: need";
    return Stream.of(
        new Edge("eps", () -> descent(LEAST, one, one), () -> descent(ZERO, one, one)),
        new Edge("lams, x0", () -> descent(ONE, one, one), () -> descent(ONE, one, none)),
        new Edge("lams, x0", () -> descent(ONE, one, one), () -> descent(ONE, none, none)),
        new Edge("t: need", () -> descent.loss(0), () -> descent.loss(-1)),
        new Edge(
            "t: need",
            () -> descent.loss(QuadraticDescent.MAX_STEP),
            () -> descent.loss(QuadraticDescent.MAX_STEP + 1)),
        new Edge(order, two("2.001", "0.5", 1, 1)::onset, two("2", "0.5", 1, 1)::onset),
        new Edge(order, two("3", "1.999", 1, 1)::onset, two("3", "2", 1, 1)::onset),
        new Edge(order, two("3", "0.001", 1, 1)::onset, two("3", "0", 1, 1)::firstRise),
        new Edge("x1, x2", two("3", "0.5", 0, 1)::onset, two("3", "0.5", 0, 0)::onset),
        new Edge("x1, x2", two("3", "0.5", 1, 0)::onset, two("3", "0.5", 0, 0)::firstRise),
        new Edge("lambda2", two("3", "1.001", 1, 1)::onset, two("3", "1", 1, 1)::onset),
        new Edge("lams: need 2", descent::onset, new QuadraticDescent(ONE, one, one)::onset),
        new Edge(
            "lams: need 2", descent::firstRise, new QuadraticDescent(ONE, one, one)::firstRise));
  }

  private static Stream<Edge> flows() {
    RationalVector plane = RationalVector.of(Rational.ONE, Rational.TWO);
    RationalVector flat = RationalVector.of(Rational.ONE, Rational.ZERO);
    RationalMatrix skew = RationalMatrix.of(2, 2, (i, j) -> Rational.of(i + 2L * j));
    RationalMatrix square = RationalMatrix.identity(2);
    ClippedFlow flow = new ClippedFlow(ONE);
    return Stream.of(
        new Edge(
            "H (Hessian)",
            () -> new FlowRates(plane, square),
            () -> new FlowRates(plane, RationalMatrix.identity(3))),
        new Edge(
            "H (Hessian)", () -> new FlowRates(plane, square), () -> new FlowRates(plane, skew)),
        new Edge(
            "lams, x0",
            () -> FlowRates.energyOfRate(plane, flat),
            () -> FlowRates.energyOfRate(plane, RationalVector.zero(3))),
        new Edge(
            "lams: need",
            () -> FlowRates.energyOfRate(plane, flat),
            () -> FlowRates.energyOfRate(flat, plane)),
        new Edge("eta", () -> new ClippedFlow(LEAST), () -> new ClippedFlow(ZERO)),
        new Edge(
            "lam (curvature)", () -> flow.time(LEAST, ONE, ONE), () -> flow.time(ZERO, ONE, ONE)),
        new Edge("x_target", () -> flow.time(ONE, ONE, LEAST), () -> flow.time(ONE, ONE, ZERO)),
        new Edge("x0: need", () -> flow.time(ONE, HALF, HALF), () -> flow.time(ONE, HALF, ONE)));
  }

  private static Stream<Edge> logarithms() {
    LogDescent descent = new LogDescent(HALF);
    int most = LogDescent.MAX_STEPS;
    return Stream.of(
        new Edge("eps", () -> new LogDescent(LEAST), () -> new LogDescent(ZERO)),
        new Edge("steps", () -> descent.after(ONE, 0), () -> descent.after(ONE, -1)),
        // 1 is followed by 0, which has no successor; a start of 0 has none either.
        new Edge("x0: meets 0", () -> descent.after(ONE, 1), () -> descent.after(ONE, 2)),
        new Edge("x0: meets 0", () -> descent.after(ZERO, 0), () -> descent.after(ZERO, 1)),
        new Edge("steps", () -> descent.after(HALF, 9), () -> descent.after(HALF, most + 1)));
  }
}
