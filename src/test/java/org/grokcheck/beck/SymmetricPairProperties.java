package org.grokcheck.beck;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
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
import org.grokcheck.oracle.ReferenceTable;
import org.grokcheck.oracle.ReferenceTable.Row;
import org.grokcheck.oracle.TwoPointOde;

/** The flow for x = 1, eq. (31), on both sides of its stationary point S = 0. */
class SymmetricPairProperties {
  private static final String WEIGHT = "beck.eq31.s";
  private static final String BIAS = "beck.eq31.b";
  private static final String ACCURACY = "beck.appe2.x1-accuracy";

  /** A start and a conformal time. */
  record Flow(double weight, double bias, double eta, double tau) {
    WeightAndBias state() {
      return new SymmetricPair(weight, bias, eta).atConformalTime(tau);
    }

    double decay() {
      return eta * tau;
    }

    /** v = ητ + 2 artanh e^{−|S₀|}, in which S = 2 artanh e^{−v}. */
    double distance() {
      double e = StrictMath.exp(-Math.abs(weight));
      return decay() + StrictMath.log1p(2 * e / -StrictMath.expm1(-Math.abs(weight)));
    }

    /** v and log v carry the roundings of two logarithms; dS/dv = −1/sinh v. */
    Tolerance weightRounding(double expected) {
      double v = Math.max(distance(), Double.MIN_NORMAL);
      double moved = v * (2 + Math.abs(StrictMath.log(v))) / StrictMath.sinh(v);
      return new Tolerance.Rounding(
          10, Math.abs(expected) + moved, "v(2 + |log v|)/sinh v: condition of 2 artanh e^{−v}");
    }

    /** b − b₀ = −ητ − log(1 + e^s), s = 2 log sinh(|S₀|/2) + log(1 − e^{−2ητ}). */
    Tolerance biasRounding(double expected) {
      double fall = bias - expected;
      double half = Math.abs(weight) / 2;
      double logSinh = half > 30 ? half : StrictMath.log(StrictMath.sinh(half));
      double spread = 2 * Math.abs(logSinh) + Math.abs(StrictMath.log(Math.min(1, decay())));
      double moved = Math.min(1, Math.abs(fall)) * (2 + spread);
      return new Tolerance.Rounding(
          10, Math.abs(bias) + Math.abs(fall) + moved, "sum of terms, |s| in the softplus");
    }

    Object[] inputs() {
      return new Object[] {"S0", weight, "b0", bias, "eta", eta, "tau", tau};
    }
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  @Checks({WEIGHT, BIAS})
  void agreesWithFiftyDigits(@ForAll("rows") Row row) {
    Flow flow = new Flow(row.number("S0"), row.number("b0"), row.number("eta"), row.number("tau"));
    double weight = row.number("S");
    double bias = row.number("b");
    WeightAndBias state = flow.state();
    SymmetricPair pair = new SymmetricPair(flow.weight, flow.bias, flow.eta);
    WeightAndBias printed = pair.asPrintedEq31(flow.tau);
    Check.of(WEIGHT, "S(τ)")
        .by(Oracle.TABLE)
        .at(flow.inputs())
        .expecting(weight, flow.weightRounding(weight))
        .holds(state.weight())
        .rejects("printed form in real arithmetic for S₀ > 0", printed.weight())
        .rejects("ητ for ητ/2", pair.atConformalTime(2 * flow.tau).weight())
        .rejects("sign", -state.weight())
        .rejects("odd symmetry lost", Math.abs(state.weight()));
    Check.of(BIAS, "b(τ)")
        .by(Oracle.TABLE)
        .at(flow.inputs())
        .expecting(bias, flow.biasRounding(bias))
        .holds(state.bias())
        .rejects("printed form in real arithmetic for S₀ > 0", printed.bias())
        .rejects("ητ for ητ/2", pair.atConformalTime(2 * flow.tau).bias())
        .rejects("sinh S₀ left out", flow.bias - flow.decay())
        .rejects("cosh left out", flow.bias + logTanhQuotient(flow));
  }

  @Property(tries = 150)
  @Checks({WEIGHT, BIAS})
  void printedFormHoldsBelowZero(@ForAll("ordinaryFlows") Flow any) {
    Flow flow = new Flow(-0.1 - Math.abs(any.weight), any.bias, any.eta, any.tau);
    WeightAndBias state = flow.state();
    WeightAndBias printed =
        new SymmetricPair(flow.weight, flow.bias, flow.eta).asPrintedEq31(flow.tau);
    // artanh is the logarithm of a quotient near 1: an absolute error of some u, which dS/dA and
    // d log(sinh 2A)/dA multiply; then tanh near 1, and sinh of an argument with a relative error.
    double twiceA = StrictMath.log1p(2 / StrictMath.expm1(-flow.weight));
    double after = flow.decay() + twiceA;
    double ofWeight = 2 + Math.abs(printed.weight()) + 2 / StrictMath.sinh(after);
    double ofBias = 2 + Math.abs(flow.bias) + after + 4 / StrictMath.tanh(twiceA);
    String why = "condition of artanh as a logarithm; tanh near 1; argument of sinh";
    Check.of(WEIGHT, "log tanh(ητ/2 + artanh e^{S₀})")
        .part("printed")
        .by(Oracle.SECOND_ALGORITHM)
        .at(flow.inputs())
        .expecting(printed.weight(), new Tolerance.Rounding(12, ofWeight, why))
        .holds(state.weight())
        .rejects(
            "ητ for ητ/2",
            new SymmetricPair(flow.weight, 0, 2 * flow.eta).atConformalTime(flow.tau).weight());
    Check.of(BIAS, "b₀ + log of the quotient of tanh·cosh")
        .part("printed")
        .by(Oracle.SECOND_ALGORITHM)
        .at(flow.inputs())
        .expecting(printed.bias(), new Tolerance.Rounding(12, ofBias, why))
        .holds(state.bias())
        .rejects("b₀ left out", state.bias() - flow.bias);
  }

  private static double logTanhQuotient(Flow flow) {
    double a = -StrictMath.log(StrictMath.tanh(Math.abs(flow.weight) / 2));
    return StrictMath.log(StrictMath.tanh(a) / StrictMath.tanh(flow.decay() + a));
  }

  @Property(tries = 100)
  @Checks({WEIGHT, BIAS})
  void agreesWithIntegratedEquations(@ForAll("ordinaryFlows") Flow flow) {
    TwoPointOde.State ode =
        new TwoPointOde(-1, 1, flow.eta).atConformalTime(flow.weight, flow.bias, flow.tau);
    // dS/dτ contracts; |db/dτ| changes at most as fast as dS/dτ does: |sinh S| ≤ cosh S.
    Tolerance tolerance =
        Tolerance.remainder(2 * ode.localErrors(), "sum of local errors, contraction");
    WeightAndBias state = flow.state();
    Check.of(WEIGHT, "S(τ) by integration")
        .by(Oracle.SECOND_ALGORITHM)
        .at(flow.inputs())
        .expecting(ode.weight(), tolerance)
        .holds(state.weight())
        .rejects("sign", -state.weight());
    Check.of(BIAS, "b(τ) by integration")
        .by(Oracle.SECOND_ALGORITHM)
        .at(flow.inputs())
        .expecting(ode.bias(), tolerance)
        .holds(state.bias())
        .rejects("path of S₀ = 0", flow.bias - flow.decay());
  }

  @Property(tries = 100)
  @Checks({WEIGHT, BIAS})
  void staysAtTheStationaryPoint(@ForAll("ordinaryFlows") Flow flow) {
    Flow still = new Flow(0, flow.bias, flow.eta, flow.tau);
    Check.of(WEIGHT, "S(τ) from S₀ = 0")
        .at(still.inputs())
        .expecting(0, new Tolerance.Exact())
        .holds(still.state().weight());
    Check.of(BIAS, "b(τ) from S₀ = 0")
        .at(still.inputs())
        .expecting(
            flow.bias - flow.decay(),
            new Tolerance.Rounding(2, Math.abs(flow.bias) + flow.decay(), "product and difference"))
        .holds(still.state().bias());
  }

  /**
   * −2 log(1 − A)/z² → 1 with z = −b/S. In terms of τ, S = 2Te^{−ητ}(1 + δ) and b = b₀ − ητ − log
   * cosh²(S₀/2) + ε with T = tanh(|S₀|/2), |δ| ≤ e^{−2ητ} and 0 ≤ ε ≤ sinh²(S₀/2)e^{−2ητ}; and 0 ≤
   * log φ(z)/z − log(1 − A) ≤ 1/z² (Mills).
   */
  @Property(tries = 200)
  @Checks(ACCURACY)
  void errorVanishesDoublyExponentially(@ForAll("lateFlows") Flow flow) {
    double tanh = StrictMath.tanh(Math.abs(flow.weight) / 2);
    double cosh = StrictMath.cosh(flow.weight / 2);
    double far = flow.bias - flow.decay() - 2 * StrictMath.log(cosh);
    double z = -far / (2 * tanh) * StrictMath.exp(flow.decay());
    double limit = -z * z / 2 - StrictMath.log(z) - StrictMath.log(2 * Math.PI) / 2;
    double decayed = StrictMath.exp(-2 * flow.decay());
    double relative = decayed * (1 + cosh * cosh / Math.abs(far));
    double rounding = 32 * Tolerance.UNIT_ROUNDOFF * (2 + flow.decay());
    double condition = (z * z + 1) * (1 + relative);
    WeightAndBias state = flow.state();
    Check.of(ACCURACY, "log(1 − A_gen) at τ → ∞")
        .by(Oracle.LIMIT)
        .at(flow.inputs())
        .expecting(
            limit,
            Tolerance.sum(
                Tolerance.remainder(condition * relative, "δ and ε, through z²/2 and log z"),
                Tolerance.remainder(condition * rounding, "rounding of z, through z²/2 and log z"),
                Tolerance.remainder(1 / (z * z), "Mills' ratio")))
        .holds(new GaussianClassifier(Math.abs(state.weight()), state.bias()).logError())
        .rejects("A bounded by Φ(1)", StrictMath.log(0.158655253931457))
        .rejects("z for z²", -z / 2)
        .rejects("b without its constant", limit * sq((flow.bias - flow.decay()) / far));
  }

  @Property(tries = 100)
  @Checks(ACCURACY)
  void accuracyTendsToOne(@ForAll("lateFlows") Flow flow) {
    WeightAndBias state =
        new SymmetricPair(flow.weight, flow.bias, flow.eta).atConformalTime(1e3 / flow.eta);
    Check.of(ACCURACY, "A_gen at ητ = 1000")
        .by(Oracle.LIMIT)
        .at(flow.inputs())
        .expecting(1, new Tolerance.Exact())
        .holds(new GaussianClassifier(Math.abs(state.weight()), state.bias()).accuracy())
        .rejects("sign of b", new GaussianClassifier(1, -state.bias()).accuracy());
  }

  private static double sq(double value) {
    return value * value;
  }

  @Provide
  Arbitrary<Row> rows() {
    return Arbitraries.of(ReferenceTable.read("beck/flow-symmetric.csv"));
  }

  @Provide
  Arbitrary<Flow> ordinaryFlows() {
    return Combinators.combine(
            Arb.uniform(-4, 4),
            Arb.uniform(-3, 3),
            Arb.logUniform(0.01, 3),
            Arb.logUniform(1e-3, 20))
        .as((s, b, eta, decay) -> new Flow(s, b, eta, decay / eta));
  }

  @Provide
  Arbitrary<Flow> lateFlows() {
    return Combinators.combine(
            Arb.uniform(0.1, 3), Arbitraries.of(1, -1), Arb.uniform(-3, 3), Arb.uniform(5, 300))
        .as((s, sign, b, decay) -> new Flow(sign * s, b, 0.7, decay / 0.7));
  }
}
