package org.grokcheck.beck;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.harness.Arb;
import org.grokcheck.oracle.InseparableRemainder;

/** Table 1, column λ &lt; ½: limits of S̃ and b, with remainders that hold at every time. */
class TableOneInseparableProperties {
  /** A flow and a time, log t possibly far beyond the largest double's. */
  record Flow(double x, double sigma, double eta, double start, double bias, double logTime) {
    TwoPointState state() {
      TwoPoints points = TwoPoints.of(x);
      return new TwoPointModel(points, sigma, eta, start, bias).trajectory().atLogTime(logTime);
    }

    InseparableRemainder remainder() {
      return new InseparableRemainder(x, sigma, eta, start, bias);
    }

    Object[] inputs() {
      return new Object[] {
        "x", x, "sigma", sigma, "eta", eta, "S0", start, "b0", bias, "logT", logTime
      };
    }
  }

  @Property(tries = 300)
  @Checks("beck.table1.b-inseparable")
  void biasFollowsTheLogarithmOfTime(@ForAll("flows") Flow flow) {
    InseparableRemainder remainder = flow.remainder();
    double logScale = StrictMath.log(flow.eta) + remainder.logZ();
    double limit = -flow.logTime - logScale;
    double remains = StrictMath.log1p(remainder.biasExcess(flow.logTime));
    Check.of("beck.table1.b-inseparable", "b + log(ηZt) → 0")
        .by(Oracle.LIMIT)
        .at(flow.inputs())
        .expecting(
            limit, Remainders.sum(remains, biasRounding(flow), "−log(1+u) lies in [−bound, 0]"))
        .holds(flow.state().bias())
        .rejects("rate of separable data, −log(t)/(1+x²)", -flow.logTime / (1 + flow.x * flow.x))
        .rejects("Z = ½ away from criticality", limit + remainder.logZ() + StrictMath.log(2))
        .rejects("η left out", limit + StrictMath.log(flow.eta));
  }

  @Property(tries = 300)
  @Checks("beck.table1.s-inseparable")
  void weightReachesItsLimit(@ForAll("flows") Flow flow) {
    InseparableRemainder remainder = flow.remainder();
    double lambda = (1 - flow.x) / 2;
    double printed = StrictMath.log(1 / (1 - 2 * lambda)) / (2 * (1 - lambda));
    Check.of("beck.table1.s-inseparable", "S̃ → S̃_∞")
        .by(Oracle.LIMIT)
        .part("limit")
        .at(flow.inputs())
        .expecting(
            remainder.stationaryWeight(),
            Remainders.sum(
                remainder.weightLag(flow.logTime), weightRounding(flow), "Λ(1 + ηZe^{b₀}t)^{−r}"))
        .holds(flow.state().weight())
        .rejects("half the limit, as in Sec. 4.1", 0.5 * printed)
        .rejects("1 + x left out", -StrictMath.log(flow.x));
  }

  @Property(tries = 300)
  @Checks("beck.table1.s-inseparable")
  void weightApproachesItAsAPowerOfTime(@ForAll("relaxingFlows") Flow flow) {
    InseparableRemainder remainder = flow.remainder();
    double lag = Math.abs(flow.state().weight() - remainder.stationaryWeight());
    double logShare = StrictMath.log(flow.eta) + remainder.logZ() + flow.logTime;
    double power = StrictMath.exp(-remainder.rate() * logShare);
    double expected = remainder.lagCoefficient() * power;
    double remains = expected * remainder.lagCoefficientExcess(flow.logTime);
    Check.of("beck.table1.s-inseparable", "|S̃ − S̃_∞| ~ C(ηZt)^{−σ²x}")
        .by(Oracle.LIMIT)
        .part("rate")
        .at(flow.inputs())
        .expecting(
            expected,
            Remainders.sum(remains, weightRounding(flow), "e^{−x|δ|}(1+u)^{−r} and log(1−D)/D"))
        .holds(lag)
        .rejects(
            "rate x without σ²", expected * StrictMath.exp((remainder.rate() - flow.x) * logShare))
        .rejects("constant of e^{−xS̃_∞}", expected * StrictMath.pow(flow.x, 2 * flow.x));
  }

  @Provide
  Arbitrary<Flow> flows() {
    return Combinators.combine(
            Arbitraries.oneOf(
                Arb.logUniform(1e-15, 1), Arb.logUniform(0.05, 1), Arb.nearCritical(1, 1e-15, 0.1)),
            Arb.logUniform(0.05, 1000),
            Arb.logUniform(1e-3, 10),
            Arb.signedLogUniform(1e-3, 3),
            Arb.signedLogUniform(1e-3, 3),
            Arb.logUniform(10, 1e4))
        .as((x, sigma, eta, s0, b0, logT) -> new Flow(Math.min(1, x), sigma, eta, s0, b0, logT));
  }

  /** Flows seen while S̃ − S̃_∞ is small, yet large against its rounding. */
  @Provide
  Arbitrary<Flow> relaxingFlows() {
    return Combinators.combine(
            Arb.logUniform(1e-2, 0.9),
            Arb.uniform(0.3, 3),
            Arb.logUniform(1e-3, 10),
            Arb.signedLogUniform(1e-2, 2),
            Arb.signedLogUniform(1e-3, 2),
            Arb.uniform(2, 20))
        .as(
            (x, sigma, eta, s0, b0, decay) ->
                new Flow(x, sigma, eta, s0, b0, decay / (sigma * sigma * x)));
  }

  private static double weightRounding(Flow flow) {
    double clock = Remainders.clockRounding(flow.logTime);
    return flow.remainder().weightSlope(flow.logTime) * clock
        + Remainders.valueRounding(flow.remainder().stationaryWeight());
  }

  /** |db/d log t| = ηt e^b m ≤ m/Z, which is 1 plus the excess. */
  private static double biasRounding(Flow flow) {
    double slope = 1 + flow.remainder().lossExcess(flow.logTime);
    return slope * Remainders.clockRounding(flow.logTime) + Remainders.valueRounding(flow.logTime);
  }
}
