package org.grokcheck.beck;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Comparison;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.oracle.Precise;
import org.grokcheck.oracle.PreciseFlow;
import org.grokcheck.oracle.TwoPointOde;

/** The flow for x = −1, eq. (35), and the accuracy that it leaves. */
class CoincidentPairProperties {
  private static final String SOLUTION = "beck.eq35";
  private static final String BOUND = "beck.appe2.bound";

  /** Φ(1) = ½(1 + erf(1/√2)); from 50 digits. */
  private static final double LIMIT = 1 - Precise.toDouble(Precise.normalSf(Precise.ONE));

  private static final double AT_SIX = 1 - Precise.toDouble(Precise.normalSf(Precise.of(6)));
  private static final double AT_ROOT_HALF =
      1 - Precise.toDouble(Precise.normalSf(Precise.of(Math.sqrt(0.5))));

  /** φ(1). */
  private static final double DENSITY = StrictMath.exp(-0.5) / Math.sqrt(2 * Math.PI);

  /** A start, and log(ητ) or log(2ηt) as the clock. */
  record Flow(double weight, double bias, double eta, double logClock) {
    CoincidentPair pair() {
      return new CoincidentPair(weight, bias, eta);
    }

    /**
     * log(1 + e^r), r the clock less S₀: r's rounding counts as far as the logarithm follows it.
     */
    double changeSize(double change) {
      double terms = 2 + Math.abs(logClock) + Math.abs(weight) + Math.abs(bias);
      return Math.min(1, change) * (terms + Math.abs(StrictMath.log(eta))) + change;
    }

    Tolerance rounding(double start, double change) {
      return new Tolerance.Rounding(
          6, Math.abs(start) + changeSize(change), "start, log q with the terms of its exponent");
    }

    Object[] inputs() {
      return new Object[] {"S0", weight, "b0", bias, "eta", eta, "logClock", logClock};
    }
  }

  @Property(tries = 60)
  @Checks(SOLUTION)
  void stateAgreesWithFiftyDigits(@ForAll("flows") Flow flow) {
    double tau = StrictMath.exp(flow.logClock) / flow.eta;
    PreciseFlow.State expected =
        PreciseFlow.against(0).coincidentPair(flow.weight, flow.bias, flow.eta, tau);
    double weight = Precise.toDouble(expected.weight());
    double change = weight - flow.weight;
    WeightAndBias state = flow.pair().atConformalTime(tau);
    Check.of(SOLUTION, "S(τ)")
        .part("weight")
        .by(Oracle.TABLE)
        .at(flow.inputs())
        .expecting(weight, flow.rounding(flow.weight, change))
        .holds(state.weight())
        .rejects("ητ/2 for ητ", flow.pair().atConformalTime(tau / 2).weight())
        .rejects("e^{−S₀} left out", flow.weight + StrictMath.log1p(flow.eta * tau));
    Check.of(SOLUTION, "b(τ)")
        .part("bias")
        .by(Oracle.TABLE)
        .at(flow.inputs())
        .expecting(Precise.toDouble(expected.bias()), flow.rounding(flow.bias, change))
        .holds(state.bias())
        .rejects("half the fall", flow.bias - change / 2)
        .rejects("sign", flow.bias + change);
  }

  @Property(tries = 100)
  @Checks(SOLUTION)
  void realTimeFormAgreesWithFiftyDigits(@ForAll("flows") Flow flow) {
    double logTime = flow.logClock;
    PreciseFlow precise = PreciseFlow.against(0);
    Apfloat time = ApfloatMath.exp(precise.of(logTime));
    PreciseFlow.State expected = precise.coincidentPairAt(flow.weight, flow.bias, flow.eta, time);
    double weight = Precise.toDouble(expected.weight());
    double change = weight - flow.weight;
    WeightAndBias state = flow.pair().atLogTime(logTime);
    Check.of(SOLUTION, "S(t) = S₀ + ½ log(1 + 2ηe^{b₀−S₀}t)")
        .part("weight")
        .by(Oracle.TABLE)
        .at(flow.inputs())
        .expecting(weight, flow.rounding(flow.weight, change))
        .holds(state.weight())
        .rejects("factor 2 left out", flow.pair().atLogTime(logTime - StrictMath.log(2)).weight())
        .rejects(
            "τ = t", flow.pair().atConformalTime(StrictMath.exp(Math.min(700, logTime))).weight());
    Check.of(SOLUTION, "b(t)")
        .part("bias")
        .by(Oracle.TABLE)
        .at(flow.inputs())
        .expecting(Precise.toDouble(expected.bias()), flow.rounding(flow.bias, change))
        .holds(state.bias())
        .rejects("half the fall", flow.bias - change / 2);
  }

  @Property(tries = 100)
  @Checks(SOLUTION)
  void agreesWithIntegratedEquations(@ForAll("ordinaryFlows") Flow flow) {
    TwoPointOde ode = new TwoPointOde(-1, -1, flow.eta);
    TwoPointOde.State expected = ode.atLogTime(flow.weight, flow.bias, flow.logClock);
    Tolerance tolerance =
        Tolerance.remainder(
            2 * expected.localErrors(), "sum of local errors; the flow of a convex loss contracts");
    WeightAndBias state = flow.pair().atLogTime(flow.logClock);
    Check.of(SOLUTION, "S(t) by integration")
        .part("weight")
        .by(Oracle.SECOND_ALGORITHM)
        .at(flow.inputs())
        .expecting(expected.weight(), tolerance)
        .holds(state.weight());
    Check.of(SOLUTION, "b(t) by integration")
        .part("bias")
        .by(Oracle.SECOND_ALGORITHM)
        .at(flow.inputs())
        .expecting(expected.bias(), tolerance)
        .holds(state.bias());
  }

  @Property(tries = 150)
  @Checks(SOLUTION)
  void bothClocksReadOneState(@ForAll("flows") Flow flow) {
    double logTau = flow.pair().logConformalTime(flow.logClock);
    double rate = StrictMath.log(2 * flow.eta) + flow.bias - flow.weight;
    double expected = log1pExp(rate + flow.logClock) / 2;
    double grown = logTau + StrictMath.log(flow.eta) - flow.weight;
    double share = 1 / (1 + StrictMath.exp(-grown));
    // Below the normal range a double has the absolute accuracy of the range's end.
    double size =
        flow.changeSize(expected) * 2 + share * (4 + Math.abs(logTau)) + 8 * Double.MIN_NORMAL;
    Check.of(SOLUTION, "log(1 + ητ(t)e^{−S₀})")
        .part("clocks")
        .at(flow.inputs())
        .expecting(expected, new Tolerance.Rounding(8, size, "exponents of both logarithms"))
        .holds(log1pExp(grown))
        .rejects("q for q²", 2 * expected);
  }

  private static double log1pExp(double r) {
    return r > 40 ? r : StrictMath.log1p(StrictMath.exp(r));
  }

  /** A_gen − Φ(1) = φ(1)(z − 1)(1 + ...), z − 1 = −(b₀ + S₀)/(log q + S₀); |Φ″| ≤ φ(1). */
  @Property(tries = 200)
  @Checks(BOUND)
  void accuracyTendsToThatOfMarginOne(@ForAll("lateFlows") Flow flow) {
    WeightAndBias state = flow.pair().atLogTime(flow.logClock);
    double accuracy = new GaussianClassifier(state.weight(), state.bias()).accuracy();
    double logQ = (flow.logClock + StrictMath.log(2 * flow.eta) + flow.bias - flow.weight) / 2;
    double excess = -(flow.bias + flow.weight) / (logQ + flow.weight);
    double next = DENSITY * excess * excess / 2 + StrictMath.exp(-2 * logQ);
    double rounding = 16 * Tolerance.UNIT_ROUNDOFF;
    Check.of(BOUND, "A_gen − Φ(1), to first order in 1/log t")
        .part("limit")
        .by(Oracle.LIMIT)
        .at(flow.inputs())
        .expecting(
            LIMIT + DENSITY * excess,
            Tolerance.sum(
                Tolerance.remainder(next, "second order of Φ at 1"),
                Tolerance.remainder(rounding, "rounding of an accuracy")))
        .holds(accuracy)
        .rejects("accuracy of M = 1, σ = √2", AT_ROOT_HALF)
        .rejects("perfect accuracy", 1)
        .rejects("sign of the approach", LIMIT - DENSITY * excess);
  }

  @Property(tries = 200)
  @Checks(BOUND)
  void limitBoundsTheAccuracyIfTheStartIsBelow(@ForAll("lateFlows") Flow flow) {
    double weight = 1e-3 + Math.abs(flow.weight);
    Flow below = new Flow(weight, Math.max(flow.bias, -weight), flow.eta, flow.logClock);
    WeightAndBias state = below.pair().atLogTime(below.logClock);
    WeightAndBias early = below.pair().atLogTime(StrictMath.log(1e-3));
    GaussianClassifier start = new GaussianClassifier(weight, -weight - 1);
    bound(below)
        .holds(new GaussianClassifier(state.weight(), state.bias()).accuracy())
        .holds(new GaussianClassifier(early.weight(), early.bias()).accuracy())
        .rejects("start above the limit", start.accuracy());
  }

  /** The start b₀ = −3, S₀ = ½ is at Φ(6). */
  @Property(tries = 200)
  @Checks(BOUND)
  void limitIsPassedFromAboveOtherwise(@ForAll("lateFlows") Flow flow) {
    Flow above = new Flow(0.5, -3, flow.eta, flow.logClock);
    GaussianClassifier start = new GaussianClassifier(above.weight, above.bias);
    Check.of(BOUND, "A_gen(0) for b₀ = −3, S₀ = ½")
        .part("witness")
        .by(Oracle.TABLE)
        .at(above.inputs())
        .expecting(AT_SIX, new Tolerance.Ulp(4, "Φ near 1"))
        .holds(start.accuracy());
    bound(above).refutes("bound for all t", start.accuracy());
    WeightAndBias state = flow.pair().atLogTime(flow.logClock);
    double z = -state.bias() / state.weight();
    Check.of(BOUND, "side of the approach: sign(z − 1) = sign(−b₀ − S₀)")
        .part("side")
        .at(flow.inputs())
        .expectingExactly(Math.signum(-flow.bias - flow.weight))
        .holds(Math.signum(z - 1))
        .rejects("always from below", -1.0);
  }

  /** From S₀ = b₀ = 0 the accuracy is Φ(1) at all t > 0. */
  @Property(tries = 100)
  @Checks(BOUND)
  void accuracyIsConstantFromTheOrigin(@ForAll("flows") Flow flow) {
    WeightAndBias state = new CoincidentPair(0, 0, flow.eta).atLogTime(flow.logClock);
    Check.of(BOUND, "A_gen from S₀ = b₀ = 0")
        .part("origin")
        .at(flow.inputs())
        .expecting(LIMIT, new Tolerance.Ulp(2, "Φ(1) by two routes"))
        .holds(new GaussianClassifier(state.weight(), state.bias()).accuracy());
  }

  private static Comparison bound(Flow flow) {
    return Check.of(BOUND, "A_gen at any time")
        .part("bound")
        .at(flow.inputs())
        .expectingAtMost(LIMIT, new Tolerance.Ulp(4, "quotient −b/S near 1, Φ"));
  }

  @Provide
  Arbitrary<Flow> flows() {
    return Combinators.combine(
            Arbitraries.oneOf(
                Arb.uniform(-5, 5),
                Arb.signedLogUniform(1e-12, 700),
                Arbitraries.of(-800.0, 800.0)),
            Arb.uniform(-3, 3),
            Arb.logUniform(0.01, 3),
            Arb.uniform(-30, 690))
        .as(Flow::new);
  }

  @Provide
  Arbitrary<Flow> ordinaryFlows() {
    return Combinators.combine(
            Arb.uniform(-4, 4), Arb.uniform(-3, 3), Arb.logUniform(0.01, 3), Arb.uniform(-5, 60))
        .as(Flow::new);
  }

  @Provide
  Arbitrary<Flow> lateFlows() {
    return Combinators.combine(
            Arb.uniform(-3, 3),
            Arb.uniform(-3, 3),
            Arb.logUniform(0.01, 3),
            Arb.logUniform(100, 1e12))
        .as(Flow::new);
  }
}
