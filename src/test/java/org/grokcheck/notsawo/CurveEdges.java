package org.grokcheck.notsawo;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.grokcheck.notsawo.curve.AccuracyCurve;
import org.grokcheck.notsawo.curve.PowerLaw;
import org.grokcheck.notsawo.curve.PowerLawFit;
import org.grokcheck.notsawo.curve.StoppingRule;
import org.grokcheck.notsawo.curve.Transitions;

/** Domains of curves, of the steps read off them, and of laws through these. */
final class CurveEdges {
  private static final BigDecimal ZERO = BigDecimal.ZERO;
  private static final BigDecimal ONE = BigDecimal.ONE;
  private static final BigDecimal LEAST = BigDecimal.ONE.movePointLeft(20);
  private static final AccuracyCurve CURVE = curve(0, 1);

  private CurveEdges() {}

  static Stream<Edge> all() {
    return Stream.of(curves(), laws(), points(), fits()).flatMap(s -> s);
  }

  private static AccuracyCurve curve(double first, double second) {
    return new AccuracyCurve(new long[] {1, 2}, new double[] {first, second});
  }

  private static void read(double threshold, double guessing) {
    Transitions.of(CURVE, CURVE, threshold, guessing);
  }

  private static Stream<Edge> curves() {
    double[] fractions = {0, 1};
    return Stream.of(
        new Edge(
            "steps, accuracies",
            () -> new AccuracyCurve(new long[1], new double[1]),
            () -> new AccuracyCurve(new long[0], new double[0])),
        new Edge(
            "steps, accuracies",
            () -> new AccuracyCurve(new long[] {-5, 3}, fractions),
            () -> new AccuracyCurve(new long[] {-5}, fractions)),
        new Edge(
            "steps[1]",
            () -> new AccuracyCurve(new long[] {3, 4}, fractions),
            () -> new AccuracyCurve(new long[] {3, 3}, fractions)),
        new Edge("accuracies[0]", () -> curve(0, 1), () -> curve(-1e-9, 1)),
        new Edge("accuracies[1]", () -> curve(0, 1), () -> curve(0, Math.nextUp(1.0))),
        new Edge("threshold", () -> read(Double.MIN_VALUE, 0), () -> read(0, 0)),
        new Edge("threshold", () -> read(1, 0), () -> read(Math.nextUp(1.0), 0)),
        new Edge("guessing", () -> read(0.5, 0), () -> read(0.5, -Double.MIN_VALUE)),
        new Edge("guessing", () -> read(0.5, Math.nextDown(0.5)), () -> read(0.5, 0.5)),
        new Edge(
            "C (classes)",
            () -> Transitions.aboveGuessing(2, 1),
            () -> Transitions.aboveGuessing(1, 1)),
        new Edge(
            "n (items)",
            () -> Transitions.aboveGuessing(2, 1),
            () -> Transitions.aboveGuessing(2, 0)),
        new Edge("t4: need", () -> StoppingRule.budget(1), () -> StoppingRule.budget(0)),
        new Edge(
            "window, training", () -> StoppingRule.share(1, 1), () -> StoppingRule.share(0, 1)),
        new Edge(
            "window, training", () -> StoppingRule.share(1, 1), () -> StoppingRule.share(1, 0)));
  }

  private static Stream<Edge> laws() {
    PowerLaw law = new PowerLaw(ONE, ONE, ONE);
    PowerLaw pure = new PowerLaw(ONE, ONE, ZERO);
    return Stream.of(
        new Edge(
            "gamma: need", () -> new PowerLaw(LEAST, ONE, ONE), () -> new PowerLaw(ZERO, ONE, ONE)),
        new Edge(
            "a: need", () -> new PowerLaw(ONE, LEAST, ONE), () -> new PowerLaw(ONE, ZERO, ONE)),
        new Edge("b: need", () -> pure.at(ONE), () -> new PowerLaw(ONE, ONE, LEAST.negate())),
        new Edge("b: need", law::halfway, pure::halfway),
        new Edge("r: need", () -> law.at(LEAST), () -> law.at(ZERO)),
        new Edge("r: need", () -> law.localExponent(LEAST), () -> law.localExponent(ZERO)));
  }

  private static void through(String r, String t) {
    PowerLaw.through(numbers(r), numbers(t));
  }

  private static List<BigDecimal> numbers(String text) {
    return Stream.of(text.split(" ")).map(BigDecimal::new).toList();
  }

  private static Stream<Edge> points() {
    return Stream.of(
        new Edge("r, t: need 3", () -> through("1 2 4", "9 3 1"), () -> through("1 2", "9 3 1")),
        new Edge("r, t: need 3", () -> through("1 2 4", "9 3 1"), () -> through("1 2 4", "9 3")),
        new Edge("r[0]", () -> through("0.1 0.2 0.4", "9 4 2"), () -> through("0 2 4", "9 4 2")),
        new Edge(
            "r: need rising",
            () -> through("1 1.1 1.21", "9 4 2"),
            () -> through("1 1 1", "9 4 2")),
        new Edge(
            "r: need r[1]/r[0]",
            () -> through("1 2 4.000000000004", "9 4 2"),
            () -> through("1 2 4.000000000005", "9 4 2")),
        new Edge(
            "r: need r[1]/r[0]",
            () -> through("1 2 3.999999999997", "9 4 2"),
            () -> through("1 2 3.999999999995", "9 4 2")),
        new Edge(
            "t: need", () -> through("1 2 4", "100 96 93"), () -> through("1 2 4", "99 96 93")),
        new Edge("t: need", () -> through("1 2 4", "9 1.001 1"), () -> through("1 2 4", "9 1 1")));
  }

  private static void fit(double[] r, double[] t) {
    PowerLawFit.of(r, t);
  }

  private static Stream<Edge> fits() {
    double[] r = {1, 2, 3, 4};
    double[] t = {8, 4, 3, 2};
    double[] three = {1, 2, 3};
    PowerLawFit fit = PowerLawFit.of(r, t);
    return Stream.of(
        new Edge("r, t: need", () -> fit(r, t), () -> fit(three, three)),
        new Edge("r, t: need", () -> fit(r, t), () -> fit(r, three)),
        new Edge("r[3], t[3]", () -> fit(r, t), () -> fit(new double[] {1, 2, 3, 0}, t)),
        new Edge("r[2], t[2]", () -> fit(r, t), () -> fit(r, new double[] {1, 2, 0, 1})),
        new Edge("r[1], t[1]", () -> fit(r, t), () -> fit(infinite(1), t)),
        new Edge("r[0], t[0]", () -> fit(r, t), () -> fit(r, infinite(0))),
        new Edge(
            "r: need at least 2 different",
            () -> fit(new double[] {1, 1, 1, 2}, t),
            () -> fit(new double[] {2, 2, 2, 2}, t)),
        new Edge("confidence", () -> fit.gammaInterval(1e-9), () -> fit.gammaInterval(0)),
        new Edge("confidence", () -> fit.gammaInterval(1 - 1e-9), () -> fit.rejectsPurePower(1)));
  }

  private static double[] infinite(int place) {
    double[] numbers = {1, 2, 3, 4};
    numbers[place] = Double.POSITIVE_INFINITY;
    return numbers;
  }
}
