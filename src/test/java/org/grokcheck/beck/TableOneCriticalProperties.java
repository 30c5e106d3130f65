package org.grokcheck.beck;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.harness.Arb;
import org.grokcheck.oracle.CriticalRemainder;
import org.grokcheck.oracle.Precise;

/** Table 1, column λ = ½, from S̃ = b = 0: limits at any scale, Lambert's W at σ = 1. */
class TableOneCriticalProperties {
  /** A flow at x = 0 and a time, log t possibly far beyond the largest double's. */
  record Flow(double sigma, double eta, double logTime) {
    TwoPointState state() {
      return TwoPointModel.fromOrigin(TwoPoints.of(0.0), sigma, eta)
          .trajectory()
          .atLogTime(logTime);
    }

    /** L = log(ηt/2). */
    double scaled() {
      return logTime + StrictMath.log(eta / 2);
    }

    CriticalRemainder remainder() {
      return new CriticalRemainder(sigma, scaled());
    }

    /** W₀(ηt/2), the root of w + log w = L; at σ = 1 it is y = ητ/2. */
    Apfloat lambertW() {
      Apfloat l = Precise.of(logTime).add(ApfloatMath.log(Precise.of(eta).divide(Precise.of(2))));
      double start =
          scaled() > 1 ? scaled() - StrictMath.log(scaled()) : StrictMath.exp(scaled() - 1);
      for (int step = 0; step < 8; step++) {
        start -= (start + StrictMath.log(start) - scaled()) * start / (1 + start);
      }
      // Sixteen digits double with each step of Newton's method.
      Apfloat w = Precise.of(start);
      for (int step = 0; step < 2; step++) {
        Apfloat residual = w.add(ApfloatMath.log(w)).subtract(l);
        w = w.subtract(residual.multiply(w).divide(Precise.ONE.add(w)));
      }
      return w;
    }

    Object[] inputs() {
      return new Object[] {"sigma", sigma, "eta", eta, "logT", logTime};
    }
  }

  @Property(tries = 200)
  @Checks("beck.table1.b-critical")
  void biasFollowsTheLogarithmOfTime(@ForAll("flows") Flow flow) {
    double rounding =
        2 * Remainders.clockRounding(flow.logTime) + Remainders.valueRounding(flow.logTime);
    Check.of("beck.table1.b-critical", "b + log(ηt/2) → 0")
        .part("limit")
        .by(Oracle.LIMIT)
        .at(flow.inputs())
        .expecting(-flow.scaled(), Remainders.sum(flow.remainder().bias(), rounding, "log(1+V)"))
        .holds(flow.state().bias())
        .rejects("−½ log t", -0.5 * flow.logTime)
        .rejects("−log t − log log t", -flow.scaled() - StrictMath.log(flow.logTime));
  }

  @Property(tries = 200)
  @Checks("beck.table1.s-critical")
  void weightFollowsTheIteratedLogarithm(@ForAll("flows") Flow flow) {
    double limit = StrictMath.log(flow.sigma * flow.sigma * flow.scaled());
    double remains = flow.remainder().weight();
    double rounding = Remainders.clockRounding(flow.logTime) + Remainders.valueRounding(limit);
    Check.of("beck.table1.s-critical", "S̃ − log(σ² log(ηt/2)) → 0")
        .part("limit")
        .by(Oracle.LIMIT)
        .at(flow.inputs())
        .expecting(limit, Remainders.sum(remains, rounding, "of y against log(ηt/2)"))
        .holds(flow.state().weight())
        .rejects("log t", flow.logTime)
        .rejects("√log t", Math.sqrt(flow.logTime))
        .rejects("2 log log t", 2 * StrictMath.log(flow.scaled()));
  }

  @Property(tries = 60)
  @Checks({"beck.table1.s-critical", "beck.table1.b-critical"})
  void unitScaleIsLambertW(@ForAll("unitFlows") Flow flow) {
    Apfloat w = flow.lambertW();
    double width = Precise.toDouble(w);
    TwoPointState state = flow.state();
    double clock = Remainders.clockRounding(flow.logTime);
    double weight = Precise.log(Precise.ONE.add(w));
    Check.of("beck.table1.s-critical", "S = log(1 + W₀(ηt/2))")
        .part("σ = 1")
        .by(Oracle.TABLE)
        .at(flow.inputs())
        .expecting(
            weight,
            Remainders.sum(0, clock / (1 + width) + Remainders.valueRounding(weight), "none"))
        .holds(state.weight())
        .rejects("log W", StrictMath.log(width))
        .rejects("log log t", StrictMath.log(Math.max(2, flow.logTime)));
    double bias = -width - weight;
    Check.of("beck.table1.b-critical", "b = −W − log(1+W), W = W₀(ηt/2)")
        .part("σ = 1")
        .by(Oracle.TABLE)
        .at(flow.inputs())
        .expecting(bias, Remainders.sum(0, clock + Remainders.valueRounding(bias), "none"))
        .holds(state.bias())
        .rejects("−log(ηt/2)", -flow.scaled())
        .rejects("W for W₀(ηt)", bias - StrictMath.log(2));
  }

  @Property(tries = 60)
  @Checks("beck.table1.b-critical")
  void correctionIsOneOverLambertW(@ForAll("unitFlows") Flow flow) {
    Apfloat w = flow.lambertW();
    double width = Precise.toDouble(w);
    double product = width * (flow.state().bias() + flow.scaled());
    double rounding =
        width
            * (2 * Remainders.clockRounding(flow.logTime) + Remainders.valueRounding(flow.logTime));
    Check.of("beck.table1.b-critical", "(b + log(ηt/2))·W → −1")
        .part("limit")
        .by(Oracle.LIMIT)
        .at(flow.inputs())
        .expecting(-1, Remainders.sum(1 / (2 * width), rounding, "w log(1+1/w) ≥ 1 − 1/(2w)"))
        .holds(product)
        .rejects("sign", -product)
        .rejects("twice the correction", 2 * product);
  }

  @Provide
  Arbitrary<Flow> flows() {
    return Combinators.combine(
            Arb.logUniform(0.05, 1000), Arb.logUniform(1e-3, 10), Arb.logUniform(20, 1e4))
        .as(Flow::new);
  }

  @Provide
  Arbitrary<Flow> unitFlows() {
    return Combinators.combine(Arb.logUniform(1e-3, 10), Arb.logUniform(1e-2, 1e4))
        .as((eta, logT) -> new Flow(1, eta, logT));
  }
}
