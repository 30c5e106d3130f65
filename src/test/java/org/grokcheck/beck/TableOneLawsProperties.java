package org.grokcheck.beck;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Comparison;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.oracle.CriticalRemainder;
import org.grokcheck.oracle.InseparableRemainder;
import org.grokcheck.oracle.SeparableRemainder;

/**
 * Table 1 as it is printed, at σ = η = 1 from S̃ = b = 0: the quotient of each entry and its law
 * tends to 1. The bound of the quotient is the constant that the table leaves out plus the
 * remainder, over the law.
 */
class TableOneLawsProperties {
  /** A flow and a time. */
  record Flow(double x, double logTime) {
    TwoPointModel model() {
      return TwoPointModel.fromOrigin(TwoPoints.of(x), 1, 1);
    }

    LateTimeLaws laws() {
      return new LateTimeLaws(model());
    }

    TwoPointState state() {
      return model().trajectory().atLogTime(logTime);
    }
  }

  @Property(tries = 100)
  @Checks({"beck.table1.b-inseparable", "beck.table1.s-inseparable"})
  void inseparable(@ForAll("positions") double x, @ForAll("times") double logTime) {
    Flow flow = new Flow(x, logTime);
    InseparableRemainder remainder = new InseparableRemainder(x, 1, 1, 0, 0);
    double bias = StrictMath.log1p(remainder.biasExcess(logTime)) - remainder.logZ();
    quotient("beck.table1.b-inseparable", "b/(−log t)", flow, logTime, bias)
        .holds(flow.state().bias() / flow.laws().asPrintedBias(logTime))
        .rejects("−½ log t", 2 * flow.state().bias() / flow.laws().asPrintedBias(logTime));
    double limit = remainder.stationaryWeight();
    quotient("beck.table1.s-inseparable", "S/S_∞", flow, limit, remainder.weightLag(logTime))
        .holds(flow.state().weight() / flow.laws().asPrintedWeight(logTime))
        .rejects("½ log(1/x)", flow.state().weight() / (-0.5 * StrictMath.log(x)));
  }

  @Property(tries = 100)
  @Checks({"beck.table1.b-critical", "beck.table1.s-critical"})
  void critical(@ForAll("times") double logTime) {
    Flow flow = new Flow(0, logTime);
    double scaled = logTime - StrictMath.log(2);
    CriticalRemainder remainder = new CriticalRemainder(1, scaled);
    double bias = StrictMath.log(2) + remainder.bias();
    quotient("beck.table1.b-critical", "b/(−log t)", flow, logTime, bias)
        .holds(flow.state().bias() / flow.laws().asPrintedBias(logTime))
        .rejects("−½ log t", 2 * flow.state().bias() / flow.laws().asPrintedBias(logTime));
    double weight = remainder.weight() + StrictMath.log(logTime / scaled);
    quotient("beck.table1.s-critical", "S/log log t", flow, StrictMath.log(logTime), weight)
        .holds(flow.state().weight() / flow.laws().asPrintedWeight(logTime))
        .rejects("½ log log t", 2 * flow.state().weight() / flow.laws().asPrintedWeight(logTime));
  }

  @Property(tries = 100)
  @Checks({"beck.table1.b-separable", "beck.table1.s-separable"})
  void separable(@ForAll("margins") double m, @ForAll("times") double logTime) {
    Flow flow = new Flow(-m, logTime);
    SeparableRemainder remainder = new SeparableRemainder(m, 1, 1);
    double norm = 1 + m * m;
    double left = (remainder.scaledLogTime(logTime) - logTime) / norm;
    double bias = Math.abs(remainder.biasConstant() - left) + remainder.biasRemainder(logTime);
    quotient("beck.table1.b-separable", "b(1+M²)/(−log t)", flow, logTime / norm, bias)
        .holds(flow.state().bias() / flow.laws().asPrintedBias(logTime))
        .rejects("−log t", flow.state().bias() / -logTime);
    double weight =
        Math.abs(remainder.weightConstant() + m * left) + remainder.weightRemainder(logTime);
    quotient("beck.table1.s-separable", "S(1+M²)/(M log t)", flow, m * logTime / norm, weight)
        .holds(flow.state().weight() / flow.laws().asPrintedWeight(logTime))
        .rejects("log(t)/M", flow.state().weight() * m / logTime);
  }

  @Property(tries = 100)
  @Checks({"beck.table1.b-separable", "beck.table1.s-separable"})
  void constantsOfSeparableData(@ForAll("margins") double m, @ForAll("times") double logTime) {
    Flow flow = new Flow(-m, logTime);
    SeparableRemainder remainder = new SeparableRemainder(m, 1, 1);
    double slope = remainder.scaledLogTime(logTime) / (1 + m * m);
    law("beck.table1.b-separable", "b with its constant", flow)
        .expecting(remainder.biasConstant() - slope, rounding(logTime))
        .holds(flow.laws().bias(logTime))
        .rejects("without its constant", -slope);
    law("beck.table1.s-separable", "S with its constant", flow)
        .expecting(remainder.weightConstant() + m * slope, rounding(logTime))
        .holds(flow.laws().weight(logTime))
        .rejects("without its constant", m * slope);
  }

  private static Check law(String claim, String quantity, Flow flow) {
    return Check.of(claim, quantity)
        .part("law")
        .by(Oracle.SECOND_ALGORITHM)
        .at("x", flow.x, "logT", flow.logTime);
  }

  private static Tolerance rounding(double logTime) {
    return new Tolerance.Rounding(
        16, logTime + 40, "sums and quotients of log t and of constants up to log(1/M) ≤ 35");
  }

  private static Comparison quotient(
      String claim, String quantity, Flow flow, double law, double difference) {
    double rounding =
        (4 * Remainders.clockRounding(flow.logTime) + Remainders.valueRounding(law)) / law;
    return Check.of(claim, quantity + " → 1")
        .part("as printed")
        .by(Oracle.LIMIT)
        .at("x", flow.x, "logT", flow.logTime)
        .expecting(1, Remainders.sum(Math.abs(difference) / law, rounding, "over the law"));
  }

  @Provide
  Arbitrary<Double> positions() {
    return Arbitraries.oneOf(Arb.logUniform(1e-12, 0.99), Arb.uniform(0.05, 0.99));
  }

  @Provide
  Arbitrary<Double> margins() {
    return Arbitraries.oneOf(Arb.logUniform(1e-12, 1), Arb.uniform(0.2, 1));
  }

  @Provide
  Arbitrary<Double> times() {
    return Arb.logUniform(20, 1e4);
  }
}
