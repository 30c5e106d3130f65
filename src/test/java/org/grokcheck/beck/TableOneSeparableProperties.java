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
import org.grokcheck.oracle.SeparableRemainder;

/** Table 1, column λ &gt; ½: slopes and constants of S̃ and b in log t, from S̃ = b = 0. */
class TableOneSeparableProperties {
  /** A flow and a time, log t possibly far beyond the largest double's. */
  record Flow(double margin, double sigma, double eta, double logTime) {
    TwoPointState state() {
      return state(logTime);
    }

    TwoPointState state(double at) {
      TwoPoints points = TwoPoints.of(-margin);
      return TwoPointModel.fromOrigin(points, sigma, eta).trajectory().atLogTime(at);
    }

    SeparableRemainder remainder() {
      return new SeparableRemainder(margin, sigma, eta);
    }

    /** 1 + M² with the scale σ of the data. */
    double norm() {
      return 1 + sigma * sigma * margin * margin;
    }

    Object[] inputs() {
      return new Object[] {"M", margin, "sigma", sigma, "eta", eta, "logT", logTime};
    }
  }

  @Property(tries = 300)
  @Checks("beck.table1.b-separable")
  void biasFallsWithSlopeOneOverOnePlusMarginSquared(@ForAll("flows") Flow flow) {
    SeparableRemainder remainder = flow.remainder();
    double scaled = remainder.scaledLogTime(flow.logTime);
    double limit = remainder.biasConstant() - scaled / flow.norm();
    double remains = remainder.biasRemainder(flow.logTime);
    Check.of("beck.table1.b-separable", "b + ℓ/(1+σ²M²) → M log(1+1/M)/(1+σ²M²)")
        .by(Oracle.LIMIT)
        .at(flow.inputs())
        .expecting(
            limit, Remainders.sum(remains, biasRounding(flow, flow.logTime), "(Mε₁+ε₂)/(1+σ²M²)"))
        .holds(flow.state().bias())
        .rejects("slope of inseparable data", remainder.biasConstant() - scaled)
        .rejects("1 + M for 1 + M²", limit * flow.norm() / (1 + flow.sigma * flow.margin))
        .rejects("constant left out", -scaled / flow.norm());
  }

  @Property(tries = 300)
  @Checks("beck.table1.s-separable")
  void weightGrowsWithSlopeMarginOverOnePlusMarginSquared(@ForAll("flows") Flow flow) {
    SeparableRemainder remainder = flow.remainder();
    double pull = flow.sigma * flow.sigma * flow.margin;
    double scaled = remainder.scaledLogTime(flow.logTime);
    double limit = remainder.weightConstant() + pull * scaled / flow.norm();
    double remains = remainder.weightRemainder(flow.logTime);
    Check.of("beck.table1.s-separable", "S̃ − σ²Mℓ/(1+σ²M²) → log(1+1/M)/(1+σ²M²)")
        .by(Oracle.LIMIT)
        .at(flow.inputs())
        .expecting(limit, Remainders.sum(remains, weightRounding(flow, flow.logTime), "ε₁, σ²Mε₂"))
        .holds(flow.state().weight())
        .rejects("slope 1/(1+M²)", limit * flow.sigma / pull)
        .rejects("slope M", remainder.weightConstant() + pull * scaled)
        .rejects("constant left out", pull * scaled / flow.norm());
  }

  @Property(tries = 100)
  @Checks("beck.table1.s-separable")
  void weightQuotientTendsToTheSlope(@ForAll("flows") Flow flow) {
    double span = flow.logTime;
    double quotient = (flow.state(2 * span).weight() - flow.state().weight()) / span;
    double slope = flow.sigma * flow.sigma * flow.margin / flow.norm();
    double remains = 2 * flow.remainder().weightRemainder(span) / span;
    double rounding = 2 * weightRounding(flow, 2 * span) / span;
    Check.of("beck.table1.s-separable", "ΔS̃/Δlog t → σ²M/(1+σ²M²)")
        .by(Oracle.LIMIT)
        .at(flow.inputs())
        .expecting(slope, Remainders.sum(remains, rounding, "of S̃ at both ends over log t"))
        .holds(quotient)
        .rejects("σ² left out", flow.margin / flow.norm())
        .rejects("1 for 1 + σ²M²", slope * flow.norm());
  }

  @Property(tries = 100)
  @Checks("beck.table1.b-separable")
  void biasQuotientTendsToTheSlope(@ForAll("flows") Flow flow) {
    double span = flow.logTime;
    double quotient = (flow.state(2 * span).bias() - flow.state().bias()) / span;
    double remains = 2 * flow.remainder().biasRemainder(span) / span;
    double rounding = 2 * biasRounding(flow, 2 * span) / span;
    Check.of("beck.table1.b-separable", "Δb/Δlog t → −1/(1+σ²M²)")
        .by(Oracle.LIMIT)
        .at(flow.inputs())
        .expecting(
            -1 / flow.norm(), Remainders.sum(remains, rounding, "of b at both ends over log t"))
        .holds(quotient)
        .rejects("slope of inseparable data", -1)
        .rejects("sign", 1 / flow.norm());
  }

  private static double weightRounding(Flow flow, double logTime) {
    SeparableRemainder remainder = flow.remainder();
    double size = flow.sigma * flow.sigma * flow.margin / flow.norm() * logTime;
    return remainder.weightSlope(logTime) * Remainders.clockRounding(logTime)
        + Remainders.valueRounding(size + remainder.weightConstant());
  }

  private static double biasRounding(Flow flow, double logTime) {
    return flow.remainder().biasSlope() * Remainders.clockRounding(logTime)
        + Remainders.valueRounding(logTime / flow.norm() + flow.remainder().biasConstant());
  }

  @Provide
  Arbitrary<Flow> flows() {
    return Combinators.combine(
            Arbitraries.oneOf(
                Arb.logUniform(1e-15, 1), Arb.uniform(0.3, 0.9), Arb.nearCritical(1, 1e-15, 0.1)),
            Arb.logUniform(0.05, 1000),
            Arb.logUniform(1e-3, 10),
            Arb.logUniform(10, 1e4))
        .as((m, sigma, eta, logT) -> new Flow(Math.min(1, m), sigma, eta, logT));
  }
}
