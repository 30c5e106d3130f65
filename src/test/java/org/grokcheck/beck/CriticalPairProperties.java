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
import org.grokcheck.evidence.Comparison;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.oracle.Precise;
import org.grokcheck.oracle.PreciseFlow;
import org.grokcheck.oracle.ReferenceTable;
import org.grokcheck.oracle.ReferenceTable.Row;
import org.grokcheck.oracle.TwoPointOde;

/** The flow for x = 0, eqs. (33) and (34), from negligible times to 1e300. */
class CriticalPairProperties {
  /** A start and a conformal time. */
  record Flow(double weight, double bias, double eta, double tau) {
    CriticalPair pair() {
      return new CriticalPair(weight, bias, eta);
    }

    double y() {
      return eta * tau / 2;
    }

    /**
     * S − S₀ = log(1 + ye^{−S₀}) in the log domain: |log y − S₀| times its weight; near S = 0
     * through e^{S₀} − 1 + y, of size |S₀| + y.
     */
    double changeSize() {
      double logRatio = StrictMath.log(y()) - weight;
      double change = logRatio > 30 ? logRatio : StrictMath.log1p(StrictMath.exp(logRatio));
      return Math.min(1, change) * (2 + Math.abs(logRatio)) + change;
    }

    Tolerance weightRounding(double expected) {
      double nearZero = Math.min(1, Math.abs(weight) + y());
      double size = Math.abs(weight) + Math.abs(expected) + changeSize() + nearZero;
      return new Tolerance.Rounding(6, size, "S₀, y, log(1 + ye^{−S₀}) with |log y − S₀|");
    }

    Tolerance biasRounding() {
      double size = Math.abs(bias) + y() + changeSize();
      return new Tolerance.Rounding(6, size, "b₀, y, log(1 + ye^{−S₀}) with |log y − S₀|");
    }

    /** log t = y + log(...) + S₀ terms: every exponent that enters, times its rounding. */
    Tolerance clockRounding() {
      double terms = y() + Math.abs(weight) + Math.abs(bias) + Math.abs(StrictMath.log(y()));
      return new Tolerance.Rounding(
          8, 8 + terms + Math.abs(StrictMath.log(eta)), "exponents and logarithms of log t");
    }

    Object[] inputs() {
      return new Object[] {"S0", weight, "b0", bias, "eta", eta, "tau", tau};
    }
  }

  @Property(tries = 100)
  @Checks("beck.eq33")
  void stateAgreesWithFiftyDigits(@ForAll("flows") Flow flow) {
    PreciseFlow precise = PreciseFlow.against(flow.weight);
    PreciseFlow.State expected = precise.criticalPair(flow.weight, flow.bias, flow.eta, flow.tau);
    double weight = Precise.toDouble(expected.weight());
    WeightAndBias state = flow.pair().atConformalTime(flow.tau);
    WeightAndBias doubled = flow.pair().atConformalTime(2 * flow.tau);
    Check.of("beck.eq33", "S = log(e^{S₀} + ητ/2)")
        .part("weight")
        .by(Oracle.TABLE)
        .at(flow.inputs())
        .expecting(weight, flow.weightRounding(weight))
        .holds(state.weight())
        .rejects("ητ for ητ/2", doubled.weight())
        .rejects("1 for e^{S₀}", StrictMath.log1p(flow.y()));
    Check.of("beck.eq33", "b = S₀ + b₀ − S − ητ/2")
        .part("bias")
        .by(Oracle.TABLE)
        .at(flow.inputs())
        .expecting(Precise.toDouble(expected.bias()), flow.biasRounding())
        .holds(state.bias())
        .rejects("ητ for ητ/2", doubled.bias())
        .rejects("S₀ left out", state.bias() - flow.weight)
        .rejects("linear term left out", state.bias() + flow.y());
  }

  @Property(tries = 100)
  @Checks({"beck.eq33", "beck.appe2.tau-implicit"})
  void agreesWithIntegratedEquations(@ForAll("ordinaryFlows") Flow flow) {
    TwoPointOde.State ode =
        new TwoPointOde(-1, 0, flow.eta).atConformalTime(flow.weight, flow.bias, flow.tau);
    // dS/dτ contracts and db/dτ changes just as fast; T = te^b falls at a rate that changes so.
    double errors = 2 * ode.localErrors();
    Tolerance tolerance = Tolerance.remainder(errors, "sum of local errors, contraction");
    WeightAndBias state = flow.pair().atConformalTime(flow.tau);
    Check.of("beck.eq33", "S by integration")
        .part("weight")
        .by(Oracle.SECOND_ALGORITHM)
        .at(flow.inputs())
        .expecting(ode.weight(), tolerance)
        .holds(state.weight());
    Check.of("beck.eq33", "b by integration")
        .part("bias")
        .by(Oracle.SECOND_ALGORITHM)
        .at(flow.inputs())
        .expecting(ode.bias(), tolerance)
        .holds(state.bias());
    double scaled = ode.scaledTime();
    Check.of("beck.appe2.tau-implicit", "log t(τ) by integration")
        .by(Oracle.SECOND_ALGORITHM)
        .at(flow.inputs())
        .expecting(
            StrictMath.log(scaled) - ode.bias(),
            Tolerance.sum(
                Tolerance.remainder(
                    errors * (1 + scaled) / scaled, "sum of local errors over t e^b"),
                Tolerance.remainder(errors, "sum of local errors of b")))
        .holds(flow.pair().logTime(flow.tau))
        .rejects("e^{b₀} left out", flow.pair().logTime(flow.tau) + flow.bias);
  }

  @Property(tries = 40)
  @Checks("beck.appe2.tau-implicit")
  void implicitRelationGivesTheTime(@ForAll("flows") Flow flow) {
    PreciseFlow precise =
        PreciseFlow.against(Math.abs(flow.weight) + 2 * Math.abs(StrictMath.log(flow.y())));
    double expected = Precise.log(precise.criticalTime(flow.weight, flow.bias, flow.eta, flow.tau));
    double logTime = flow.pair().logTime(flow.tau);
    double y = flow.y();
    double shift = StrictMath.exp(flow.weight) - 1;
    double scale = StrictMath.exp(flow.weight + flow.bias) * flow.eta / 2;
    double start = flow.pair().logTime(flow.tau);
    Check.of("beck.appe2.tau-implicit", "log t(τ)")
        .by(Oracle.TABLE)
        .at(flow.inputs())
        .expecting(expected, flow.clockRounding())
        .holds(logTime)
        .rejects(
            "constant of integration lost", StrictMath.log(StrictMath.exp(y) * (shift + y) / scale))
        .rejects("ητ for ητ/2", flow.pair().logTime(2 * flow.tau))
        .rejects("S₀ left out of the rate", start + flow.weight);
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  @Checks("beck.eq34")
  void conformalTimeAgreesWithFiftyDigits(@ForAll("rows") Row row) {
    CriticalPair pair = new CriticalPair(row.number("S0"), row.number("b0"), row.number("eta"));
    double time = row.number("t");
    double tau = row.number("tau");
    Check.of("beck.eq34", "τ(t) with the exponent e^{S₀} − 1")
        .by(Oracle.TABLE)
        .at("S0", row.number("S0"), "b0", row.number("b0"), "eta", pair.eta(), "t", time)
        .expecting(tau, conformalRounding(row))
        .holds(pair.conformalTime(StrictMath.log(time)))
        .rejects(
            "shift by e^{S₀} − 1 left out",
            tau + 2 / pair.eta() * StrictMath.expm1(pair.initialWeight()))
        .rejects("η for η/2", tau / 2);
  }

  /**
   * The errors of log t over d log t/d log y = te^b/τ · ... ≥ 1, where every exponent enters log t
   * once; and the exponential of log y.
   */
  private static Tolerance conformalRounding(Row row) {
    double tau = row.number("tau");
    double y = row.number("eta") * tau / 2;
    double logY = Math.abs(StrictMath.log(y));
    double logSlope = StrictMath.log(tau) - StrictMath.log(row.number("t")) - row.number("b");
    double terms =
        8
            + y
            + 2 * logY
            + Math.abs(row.number("S0"))
            + Math.abs(row.number("b0"))
            + Math.abs(StrictMath.log(row.number("eta")))
            + Math.abs(StrictMath.log(row.number("t")));
    double relative = terms * StrictMath.exp(-logSlope) + logY + 2;
    return new Tolerance.Rounding(6, tau * relative, "exponents of log t over its slope; |log y|");
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  @Checks("beck.eq34")
  void lambertFormIsTheConformalTime(@ForAll("rows") Row row) {
    Assume.that(row.number("S0") >= -3 && row.number("S0") < 20);
    CriticalPair pair = new CriticalPair(row.number("S0"), row.number("b0"), row.number("eta"));
    double time = row.number("t");
    Check.of("beck.eq34", "τ by W₀")
        .part("Lambert form")
        .by(Oracle.TABLE)
        .at("S0", row.number("S0"), "b0", row.number("b0"), "eta", pair.eta(), "t", time)
        .expecting(row.number("tau"), lambertRounding(row))
        .holds(pair.conformalTimeByLambertW(time))
        .refutes("exponent S₀ − 1 as printed", pair.asPrintedConformalTimeEq34(time));
  }

  @Property(tries = 150)
  @Checks("beck.eq34")
  void conformalTimeStartsAtZero(@ForAll("starts") CriticalPair pair) {
    double shift = StrictMath.expm1(pair.initialWeight());
    // z = shift·e^{shift} has the condition number of its exponent; W₀ has 1/(1 + W) = e^{−S₀}.
    double ofArgument = 4 + 2 * Math.abs(shift);
    double size = Math.abs(shift) * (ofArgument * StrictMath.exp(-pair.initialWeight()) + 6);
    Check.of("beck.eq34", "τ(0)")
        .part("τ(0) = 0")
        .by(Oracle.INVARIANT)
        .at("S0", pair.initialWeight(), "b0", pair.initialBias(), "eta", pair.eta())
        .expecting(0, new Tolerance.Rounding(2, 2 / pair.eta() * size, "condition of W₀ at t = 0"))
        .holds(pair.conformalTimeByLambertW(0))
        .refutes("exponent S₀ − 1 as printed", pair.asPrintedConformalTimeEq34(0));
  }

  /** dW/W = dz/z/(1 + W) for W₀(z), z a product whose sum and whose exponent are rounded. */
  private static Tolerance lambertRounding(Row row) {
    double start = row.number("S0");
    double shift = StrictMath.expm1(start);
    double first =
        start + row.number("b0") + StrictMath.log(row.number("eta") / 2 * row.number("t"));
    double grown = StrictMath.exp(first);
    double exponents = 4 + Math.abs(start) + Math.abs(row.number("b0"));
    double ofSum = (grown * exponents + 2 * Math.abs(shift)) / Math.abs(grown + shift);
    double ofArgument =
        (shift + grown == 0 ? 0 : ofSum) + 2 * Math.abs(shift) + Math.abs(first) + 4;
    double w = row.number("eta") * row.number("tau") / 2 + shift;
    double size = Math.abs(w) * (ofArgument / (1 + w) + 4) + 2 * Math.abs(shift);
    return new Tolerance.Rounding(
        2, 2 / row.number("eta") * size, "condition of W₀, cancellation with the shift");
  }

  /**
   * With Y = log(e^{S₀+b₀}ηt/2 + e^{S₀} − 1) the implicit relation is y + log(y + e^{S₀} − 1) = Y,
   * so that for y + e^{S₀} ≥ 2 (and t large enough for Y − log t to be its constant) |y − log t| ≤
   * |S₀ + b₀ + log(η/2)| + log(Y + e^{S₀}) =: r. Then −b = log(ηt/2) + log(1 + 1/(y + e^{S₀} − 1)),
   * and S = log(y + e^{S₀}).
   */
  @Property(tries = 200)
  @Checks("beck.appe2.x0-asymptotics")
  void lateTimeLaws(@ForAll("starts") CriticalPair pair, @ForAll("logTimes") double logTime) {
    double grown = StrictMath.exp(pair.initialWeight());
    double constant =
        Math.abs(pair.initialWeight() + pair.initialBias() + StrictMath.log(pair.eta() / 2));
    double r = constant + StrictMath.log(logTime + constant + grown) + 1e-30;
    double tau = pair.conformalTime(logTime);
    WeightAndBias state = pair.atConformalTime(tau);
    // y is formed as the exponential of its logarithm, of size log log t.
    double logLog = StrictMath.log(logTime);
    double u = 4 * Tolerance.UNIT_ROUNDOFF * (8 + logLog);
    limit("ητ/(2 log t)", 1, r / logTime, u, pair, logTime)
        .holds(pair.eta() * tau / 2 / logTime)
        .rejects("factor 2/η dropped", tau / logTime);
    double biasConstant = Math.abs(StrictMath.log(pair.eta() / 2)) + 1;
    limit("b/log t", -1, biasConstant / logTime, u, pair, logTime)
        .holds(state.bias() / logTime)
        .rejects("slope −η/2", pair.eta() / 2 * state.bias() / logTime)
        .rejects("slope −½", state.bias() / 2 / logTime);
    double spread = -StrictMath.log1p(-(r + grown) / logTime);
    limit("S/log log t", 1, spread / logLog, u, pair, logTime)
        .holds(state.weight() / logLog)
        .rejects("S ~ log t", state.weight() / logTime)
        .rejects("S ~ ½ log log t", 2 * state.weight() / logLog);
    double ratio = (logLog + spread) / (logTime - biasConstant);
    limit("S/b", 0, ratio, ratio * u, pair, logTime)
        .holds(state.weight() / state.bias())
        .rejects("b ~ −S", -1);
  }

  private static Comparison limit(
      String what,
      double value,
      double remainder,
      double rounding,
      CriticalPair pair,
      double logTime) {
    return Check.of("beck.appe2.x0-asymptotics", what)
        .part(what)
        .by(Oracle.LIMIT)
        .at(
            "S0",
            pair.initialWeight(),
            "b0",
            pair.initialBias(),
            "eta",
            pair.eta(),
            "logT",
            logTime)
        .expecting(
            value,
            Tolerance.sum(
                Tolerance.remainder(remainder, "implicit relation solved for y"),
                Tolerance.remainder(rounding, "exponential of a logarithm of size log log t")));
  }

  @Provide
  Arbitrary<Row> rows() {
    return Arbitraries.of(ReferenceTable.read("beck/flow-critical.csv"));
  }

  @Provide
  Arbitrary<Flow> flows() {
    return Combinators.combine(
            Arbitraries.oneOf(Arb.uniform(-5, 5), Arb.signedLogUniform(1e-12, 30)),
            Arb.uniform(-3, 3),
            Arb.logUniform(0.01, 3),
            Arb.logUniform(1e-12, 100))
        .as((s, b, eta, y) -> new Flow(s, b, eta, 2 * y / eta));
  }

  @Provide
  Arbitrary<Flow> ordinaryFlows() {
    return Combinators.combine(
            Arb.uniform(-4, 4),
            Arb.uniform(-3, 3),
            Arb.logUniform(0.01, 3),
            Arb.logUniform(1e-3, 30))
        .as((s, b, eta, y) -> new Flow(s, b, eta, 2 * y / eta));
  }

  @Provide
  Arbitrary<CriticalPair> starts() {
    return Combinators.combine(Arb.uniform(-5, 5), Arb.uniform(-5, 5), Arb.logUniform(1e-3, 10))
        .as(CriticalPair::new);
  }

  @Provide
  Arbitrary<Double> logTimes() {
    return Arb.logUniform(1e4, 1e300);
  }
}
