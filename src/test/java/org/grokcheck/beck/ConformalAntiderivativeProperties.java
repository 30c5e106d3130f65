package org.grokcheck.beck;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.oracle.AntiderivativeSeries;
import org.grokcheck.oracle.Precise;
import org.grokcheck.oracle.ReferenceTable;
import org.grokcheck.oracle.ReferenceTable.Row;
import org.grokcheck.oracle.TwoPointOde;

/** The function f of App. E.2, eq. (36), and the argument of its inverse, eq. (37). */
class ConformalAntiderivativeProperties {

  @Property(generation = GenerationMode.EXHAUSTIVE)
  @Checks("beck.eq36")
  void valueAgreesWithFiftyDigits(@ForAll("rows") Row row) {
    double x = row.number("x");
    double y = row.number("y");
    ConformalAntiderivative f = new ConformalAntiderivative(TwoPoints.of(x));
    double expected = row.number("f");
    Check.of("beck.eq36", "f(y), real part")
        .part("short form")
        .by(Oracle.TABLE)
        .at("x", x, "y", y)
        .expecting(expected, AntiderivativeRounding.at(x, y, expected))
        .holds(f.value(y))
        .rejects("factor ½ of dτ", expected / 2)
        .rejects("2F1 left out", -StrictMath.exp(y))
        .rejects("1 + 1/x for 1 + 1/(x+1)", x > 0.1 && y < -1 ? variant(x, y) : expected);
  }

  /**
   * f with 1/x for 1/(x + 1) in its parameters, by the first terms of the series in a small
   * argument.
   */
  private static double variant(double x, double y) {
    double z = x * StrictMath.exp((1 + x) * y);
    double p = 1 / x;
    return -StrictMath.exp(y) * (1 + z * p / (p + 1) + z * z * p / (p + 2));
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  @Checks("beck.eq36")
  void printedFormIsTheSameBelowItsPole(@ForAll("rows") Row row) {
    double x = row.number("x");
    double y = row.number("y");
    Assume.that(row.number("complement") > 0);
    ConformalAntiderivative f = new ConformalAntiderivative(TwoPoints.of(x));
    double expected = row.number("f");
    Check.of("beck.eq36", "f(y) as printed")
        .part("printed form")
        .by(Oracle.TABLE)
        .at("x", x, "y", y)
        .expecting(expected, AntiderivativeRounding.ofPrinted(x, y, expected))
        .holds(f.asPrintedEq36(y))
        .rejects("e^y left out", f.asPrintedEq36(y) + StrictMath.exp(y))
        .rejects("sign of the series", -f.asPrintedEq36(y) - 2 * StrictMath.exp(y));
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  @Checks("beck.eq36")
  void derivativeAgreesWithFiftyDigits(@ForAll("rows") Row row) {
    double x = row.number("x");
    double y = row.number("y");
    double gap = row.number("complement");
    double expected = -StrictMath.exp(y) / gap;
    double z = Math.abs(x) * StrictMath.exp((1 + x) * y);
    double condition = 2 + z * (2 + (1 + x) * Math.abs(y)) / Math.abs(gap);
    Check.of("beck.eq36", "f′(y) = −e^y/(1 − xe^{(1+x)y})")
        .part("derivative")
        .by(Oracle.TABLE)
        .at("x", x, "y", y)
        .expecting(
            expected,
            new Tolerance.Rounding(
                6, Math.abs(expected) * condition, "condition of 1 − z near its zero"))
        .holds(new ConformalAntiderivative(TwoPoints.of(x)).derivative(y))
        .rejects("sign", -expected)
        .rejects("pole left out", -StrictMath.exp(y));
  }

  /** f(S(τ)) by its series, with S(τ) from the integrated equations. */
  @Property(tries = 60)
  @Checks("beck.eq37")
  void argumentOfTheInverse(@ForAll("starts") TwoPointModel start, @ForAll("ticks") double tick) {
    double x = start.points().x();
    double eta = start.eta();
    double tau = tick / eta;
    ConformalAntiderivative f = new ConformalAntiderivative(start.points());
    TwoPointOde.State ode =
        new TwoPointOde(-1, x, eta).atConformalTime(start.initialWeight(), 0, tau);
    double later = ode.weight();
    Assume.that(AntiderivativeSeries.converges(x, later));
    double reached = series(x, later);
    double slope = Math.abs(f.derivative(later)) + Math.abs(f.derivative(start.initialWeight()));
    double first = f.value(start.initialWeight());
    Check.of("beck.eq37", "u = f(S₀) − ητ/2 against f(S(τ))")
        .by(Oracle.SECOND_ALGORITHM)
        .at("x", x, "S0", start.initialWeight(), "eta", eta, "tau", tau)
        .expecting(
            reached,
            Tolerance.sum(
                Tolerance.remainder(slope * ode.localErrors(), "slope of f times local errors"),
                AntiderivativeRounding.at(x, start.initialWeight(), first),
                Tolerance.remainder(
                    4 * Tolerance.UNIT_ROUNDOFF * (Math.abs(reached) + tick),
                    "difference and ητ/2")))
        .holds(f.inverseArgument(start.initialWeight(), eta, tau))
        .refutes(
            "η left out as printed", f.asPrintedInverseArgumentEq37(start.initialWeight(), tau))
        .rejects("sign of τ", f.inverseArgument(start.initialWeight(), -eta, tau))
        .rejects("f from −3, not from −∞", reached - series(x, -3));
  }

  private static double series(double x, double y) {
    return Precise.toDouble(AntiderivativeSeries.at(x, y));
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  @Checks("beck.eq37")
  void argumentOfTheInverseInTheTable(@ForAll("states") Row row) {
    double x = row.number("x");
    ConformalAntiderivative f = new ConformalAntiderivative(TwoPoints.of(x));
    double start = row.number("S0");
    double eta = row.number("eta");
    double tau = row.number("tau");
    double expected = row.number("u");
    double first = f.value(start);
    Check.of("beck.eq37", "u = f(S(τ))")
        .by(Oracle.TABLE)
        .at("x", x, "S0", start, "eta", eta, "tau", tau)
        .expecting(
            expected,
            Tolerance.sum(
                AntiderivativeRounding.at(x, start, first),
                Tolerance.remainder(
                    4 * Tolerance.UNIT_ROUNDOFF * (Math.abs(first) + eta * tau),
                    "difference and ητ/2")))
        .holds(f.inverseArgument(start, eta, tau))
        .refutes("η left out as printed", f.asPrintedInverseArgumentEq37(start, tau));
  }

  @Provide
  Arbitrary<Row> rows() {
    return Arbitraries.of(ReferenceTable.read("beck/flow-antiderivative.csv"));
  }

  @Provide
  Arbitrary<Row> states() {
    return Arbitraries.of(ReferenceTable.read("beck/flow-conformal.csv"));
  }

  /** σ = 1, and S₀ on either side of S_∞ but not on it. */
  @Provide
  Arbitrary<TwoPointModel> starts() {
    return Combinators.combine(
            Arbitraries.oneOf(Arb.uniform(-0.99, 1), Arb.signedLogUniform(1e-9, 0.9)),
            Arb.logUniform(0.01, 3),
            Arb.uniform(-2, 2))
        .as((x, eta, s) -> new TwoPointModel(TwoPoints.of(x), 1, eta, s, 0))
        .filter(m -> Math.abs(m.initialWeight() - m.points().stationaryWeight()) > 1e-3);
  }

  @Provide
  Arbitrary<Double> ticks() {
    return Arb.logUniform(1e-3, 4);
  }
}
