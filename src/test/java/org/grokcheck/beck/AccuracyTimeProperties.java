package org.grokcheck.beck;

import java.util.List;
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
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.oracle.InseparableRemainder;
import org.grokcheck.oracle.Precise;
import org.grokcheck.oracle.ReferenceTable;
import org.grokcheck.oracle.ReferenceTable.Row;
import org.grokcheck.oracle.StationaryPoint;

/** Time to an accuracy p = Φ(z) for inseparable data as σ → ∞: t = (e^{zS̃_∞} − 1)/(ηZ). */
class AccuracyTimeProperties {
  private static final List<Row> TABLE =
      ReferenceTable.read("beck/delay-accuracy.csv").stream()
          .filter(r -> r.number("x") > 0)
          .toList();

  @Property(tries = 60)
  @Checks("beck.ext.acc-time-inf")
  void closedFormAgreesWithFiftyDigits(
      @ForAll("positions") double x, @ForAll("quantiles") double z, @ForAll("rates") double eta) {
    StationaryPoint point = StationaryPoint.of(x);
    Apfloat exponent = point.weight().multiply(Precise.of(z));
    Apfloat grown = ApfloatMath.exp(exponent).subtract(Precise.ONE);
    double expected = Precise.log(grown.divide(Precise.of(eta).multiply(point.loss())));
    double size = Precise.toDouble(exponent);
    Check.of("beck.ext.acc-time-inf", "log t")
        .part("closed form")
        .by(Oracle.TABLE)
        .at("x", x, "z", z, "eta", eta)
        .expecting(
            expected,
            new Tolerance.Rounding(
                12, 2 + size + Math.abs(expected) + 8, "zS̃_∞, log(1 − e^{−zS̃_∞}), log η, log Z"))
        .holds(StationaryWeightTimes.of(TwoPoints.of(x), eta, 0).logAccuracyTime(z))
        .rejects(
            "e^{zS̃_∞} without −1", size - StrictMath.log(eta) - Precise.toDouble(point.logLoss()))
        .rejects("Z = ½", Precise.log(grown) - StrictMath.log(eta / 2))
        .rejects("S̃_∞ = −log x", -z * StrictMath.log(x) - StrictMath.log(eta));
  }

  @Property(tries = 100)
  @Checks("beck.ext.acc-time-inf")
  void powerLawNearCriticality(
      @ForAll("tinyPositions") double x,
      @ForAll("quantiles") double z,
      @ForAll("rates") double eta) {
    double l = -StrictMath.log(x);
    double law = StrictMath.log(2 / eta) + z * l;
    // zS̃_∞ = zl/(1+x), log 2Z ∈ [0, x(1+l)], log(1 − e^{−zS̃_∞}) with zS̃_∞ ≥ zl/2.
    double remains = x * (z * l + 1 + l) - StrictMath.log(-StrictMath.expm1(-z * l / 2));
    Check.of("beck.ext.acc-time-inf", "log t for x → 0")
        .part("power law")
        .by(Oracle.LIMIT)
        .at("x", x, "z", z, "eta", eta)
        .expecting(
            law,
            Remainders.sum(remains, Remainders.valueRounding(law), "x(zl + l + 1), e^{−zS̃_∞}"))
        .holds(StationaryWeightTimes.of(TwoPoints.of(x), eta, 0).logAccuracyTime(z))
        .rejects("(1/η)x^{−z}", law - StrictMath.log(2))
        .rejects("x^{−z/2}", law - 0.5 * z * l);
  }

  @Property(tries = 100)
  @Checks("beck.ext.acc-time-inf")
  void flowsReachItAsSigmaGrows(
      @ForAll("stiffFlows") DelayFlows.Flow flow, @ForAll("quantiles") double z) {
    double law = StationaryWeightTimes.of(flow.points(), flow.eta(), 0).logAccuracyTime(z);
    double measured = accuracyTime(flow.x(), flow.sigma(), flow.eta(), z);
    Check.of("beck.ext.acc-time-inf", "log t of the flow, σ → ∞")
        .part("σ → ∞")
        .by(Oracle.LIMIT)
        .at("x", flow.x(), "sigma", flow.sigma(), "eta", flow.eta(), "z", z)
        .expecting(
            law,
            Remainders.sum(
                flowRemainder(flow.path(), flow.eta(), z, law),
                4 * (Remainders.clockRounding(law) + Remainders.valueRounding(law)),
                "(e^{zS̃_∞}(1 − e^{−zδ}) + W)/(e^{zS̃_∞} − 1)"))
        .holds(measured)
        .rejects("Z = 1", law + flow.path().logZ())
        .rejects("e^{S̃_∞} for e^{zS̃_∞}", law + (1 - z) * flow.path().stationaryWeight());
  }

  /**
   * At the crossing e^{zS̃} = e^{−b} = 1 + ηZt + w, so that t falls short of the law by at most
   * this, with |δ| at half the law's time if the accuracy is still below p then, which is checked
   * first.
   */
  private static double flowRemainder(InseparableRemainder path, double eta, double z, double law) {
    double lag = path.weightLag(law - StrictMath.log(2));
    double end = StrictMath.exp(z * path.stationaryWeight());
    double surplus = path.lossSurplus();
    double halfway = 1 + 0.5 * (end - 1) + surplus;
    if (!(halfway < end * StrictMath.exp(-z * lag))) {
      return Double.POSITIVE_INFINITY;
    }
    double relative = (-end * StrictMath.expm1(-z * lag) + surplus) / (end - 1);
    return relative < 1 ? -StrictMath.log1p(-relative) : Double.POSITIVE_INFINITY;
  }

  @Property(tries = 200)
  @Checks("beck.ext.acc-time-inf")
  void timesAtFiniteScale(@ForAll("rows") Row row) {
    double expected = row.number("log_t");
    double z = row.number("z");
    InseparableRemainder limit = new InseparableRemainder(row.number("x"), 1, 1, 0, 0);
    double most = Math.abs(expected) + z * limit.stationaryWeight();
    Check.of("beck.ext.acc-time-inf", "log t of the flow at finite σ")
        .part("finite σ")
        .by(Oracle.TABLE)
        .at("x", row.text("x"), "sigma", row.text("sigma"), "p", row.text("p"))
        .expecting(expected, timeRounding(row, most))
        .holds(accuracyTime(row.number("x"), row.number("sigma"), row.number("eta"), z))
        .rejects(
            "law of σ → ∞",
            StationaryWeightTimes.of(TwoPoints.of(row.number("x")), row.number("eta"), 0)
                .logAccuracyTime(z))
        .rejects("η left out", expected + StrictMath.log(row.number("eta")));
  }

  @Property(tries = 60)
  @Checks("beck.ext.acc-time-inf")
  void fullModelCoefficients(
      @ForAll("smallGaps") double gap, @ForAll("quantiles") double z, @ForAll("rates") double eta) {
    double weight = CriticalNormLaw.normCoefficient(1) / Math.sqrt(gap);
    StationaryWeightTimes times =
        new StationaryWeightTimes(
            weight, StrictMath.log(CriticalNormLaw.meanExponential()), eta, 0);
    double law = 1.30926 * z / Math.sqrt(gap) - StrictMath.log(0.37647 * eta);
    // Half a unit in the fifth decimal of either coefficient.
    double digits = 5e-6 * z / Math.sqrt(gap) + 5e-6 / 0.37647;
    double remains = -StrictMath.log(-StrictMath.expm1(-z * weight));
    Check.of("beck.ext.acc-time-inf", "log t of the full model near criticality")
        .part("full model")
        .by(Oracle.LIMIT)
        .at("gap", gap, "z", z, "eta", eta)
        .expecting(
            law,
            Remainders.sum(digits + remains, Remainders.valueRounding(law), "of 5 digits, e^{−zs}"))
        .holds(times.logAccuracyTime(z))
        .rejects("π/√8 for √(π²/8 + log²2)", law + (1.1107 - 1.30926) * z / Math.sqrt(gap))
        .rejects("Z = ½", law + StrictMath.log(0.37647 / 0.5));
  }

  private static double accuracyTime(double x, double sigma, double eta, double z) {
    TwoPointModel model = TwoPointModel.fromOrigin(TwoPoints.of(x), sigma, eta);
    return AccuracyThreshold.of(model).logTime(z).orElseThrow();
  }

  private static Tolerance timeRounding(Row row, double size) {
    return Remainders.sum(
        0,
        4 * (Remainders.clockRounding(size) + Remainders.valueRounding(size)),
        "none, closed forms");
  }

  @Provide
  Arbitrary<Row> rows() {
    return Arbitraries.of(TABLE);
  }

  @Provide
  Arbitrary<DelayFlows.Flow> stiffFlows() {
    return Combinators.combine(
            Arb.logUniform(1e-9, 0.9), Arb.logUniform(2, 1e12), Arb.logUniform(1e-2, 10))
        .as((x, r, eta) -> new DelayFlows.Flow(x, Math.sqrt(r / x), eta, 0, 0, -1));
  }

  @Provide
  Arbitrary<Double> positions() {
    return Arbitraries.oneOf(Arb.logUniform(1e-300, 0.99), Arb.uniform(0.01, 0.99));
  }

  @Provide
  Arbitrary<Double> tinyPositions() {
    return Arb.logUniform(1e-300, 1e-3);
  }

  @Provide
  Arbitrary<Double> smallGaps() {
    return Arb.logUniform(1e-6, 1e-1);
  }

  @Provide
  Arbitrary<Double> quantiles() {
    return Arb.uniform(0.2, 5);
  }

  @Provide
  Arbitrary<Double> rates() {
    return Arb.logUniform(1e-3, 10);
  }
}
