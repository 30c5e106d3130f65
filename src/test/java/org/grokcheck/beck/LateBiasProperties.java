package org.grokcheck.beck;

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

/** Sec. 4.1: b = −log(ηt/2) near criticality, where Z → ½; at any x, b = −log(ηZt). */
class LateBiasProperties {
  /** A flow from S̃ = b = 0 and a time by which its weight has relaxed. */
  record Flow(double x, double sigma, double eta, double logTime) {
    TwoPointModel model() {
      return TwoPointModel.fromOrigin(TwoPoints.of(x), sigma, eta);
    }

    double bias() {
      return model().trajectory().atLogTime(logTime).bias();
    }

    LateTimeLaws laws() {
      return new LateTimeLaws(model());
    }

    InseparableRemainder remainder() {
      return new InseparableRemainder(x, sigma, eta, 0, 0);
    }

    double rounding() {
      double slope = 1 + remainder().lossExcess(logTime);
      return slope * Remainders.clockRounding(logTime) + Remainders.valueRounding(logTime);
    }

    Object[] inputs() {
      return new Object[] {"x", x, "sigma", sigma, "eta", eta, "logT", logTime};
    }
  }

  @Property(tries = 200)
  @Checks("beck.sec41.b-asymptotic")
  void atAnyX(@ForAll("flows") Flow flow) {
    InseparableRemainder remainder = flow.remainder();
    double law = -flow.logTime - StrictMath.log(flow.eta) - remainder.logZ();
    double remains = StrictMath.log1p(remainder.biasExcess(flow.logTime));
    Check.of("beck.sec41.b-asymptotic", "b + log(ηZt) → 0")
        .by(Oracle.LIMIT)
        .part("every x")
        .at(flow.inputs())
        .expecting(law, Remainders.sum(remains, flow.rounding(), "log(1+u)"))
        .holds(flow.bias())
        .holds(flow.laws().bias(flow.logTime))
        .rejects("Z = ½ at finite x", flow.laws().asPrintedSec41Bias(flow.logTime))
        .rejects("η left out", law + StrictMath.log(flow.eta));
  }

  @Property(tries = 200)
  @Checks("beck.sec41.b-asymptotic")
  void nearCriticality(@ForAll("nearCriticalFlows") Flow flow) {
    double l = -StrictMath.log(flow.x);
    double law = -flow.logTime - StrictMath.log(flow.eta / 2);
    double remains = flow.x * (1 + l) + StrictMath.log1p(flow.remainder().biasExcess(flow.logTime));
    Check.of("beck.sec41.b-asymptotic", "b + log(ηt/2) → 0")
        .by(Oracle.LIMIT)
        .part("near criticality")
        .at(flow.inputs())
        .expecting(law, Remainders.sum(remains, flow.rounding(), "log 2Z ≤ x(1 − log x), log(1+u)"))
        .holds(flow.bias())
        .holds(flow.laws().asPrintedSec41Bias(flow.logTime))
        .rejects("−log(ηt)", law - StrictMath.log(2))
        .rejects("−2 log t", law - flow.logTime);
  }

  @Provide
  Arbitrary<Flow> flows() {
    return relaxed(1e-9, 1);
  }

  @Provide
  Arbitrary<Flow> nearCriticalFlows() {
    return relaxed(1e-15, 1e-4);
  }

  /** σ²x log t between 5 and 1000: the e-folds by which S̃ has relaxed. */
  private static Arbitrary<Flow> relaxed(double leastX, double mostX) {
    return Combinators.combine(
            Arb.logUniform(leastX, mostX),
            Arb.logUniform(5, 1000),
            Arb.logUniform(1e-3, 10),
            Arb.logUniform(20, 1e4))
        .as((x, decay, eta, logT) -> new Flow(x, Math.sqrt(decay / logT / x), eta, logT));
  }
}
