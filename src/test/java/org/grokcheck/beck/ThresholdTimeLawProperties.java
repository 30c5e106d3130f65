package org.grokcheck.beck;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.oracle.Precise;
import org.grokcheck.oracle.StationaryPoint;

/**
 * Eqs. (40) to (42) and their derivation in Sec. 4.1, on exact flows: t_tr = 1/(ηε), t_gen =
 * e^{S̃_∞²/2}/(ηεZ), and t_gen = (2/(ηε))e^{½log²x} near criticality.
 */
class ThresholdTimeLawProperties {
  private static final double LN2 = StrictMath.log(2);

  @Property(tries = 200)
  @Checks({"beck.sec41.ttr", "beck.eq40"})
  void trainingTimeIsOneOverEtaEpsilon(@ForAll("flows") DelayFlows.Flow flow) {
    double law = flow.logPrintedTrainingTime();
    double measured = flow.logTrainingTime();
    double logZ = flow.path().logZ();
    Tolerance tolerance =
        Remainders.sum(flow.remainder().training(), flow.rounding(), "log(1+u) or log(m/Z)");
    for (String claim : new String[] {"beck.sec41.ttr", "beck.eq40"}) {
      Check.of(claim, "log t_tr of the flow")
          .by(Oracle.LIMIT)
          .part("flow")
          .at(flow.inputs())
          .expecting(law, tolerance)
          .holds(measured)
          .holds(flow.laws().logTrainingTime(flow.eta(), flow.logEpsilon()))
          .rejects("1/(ηεZ)", law - logZ)
          .rejects("2/(ηε)", law + LN2)
          .rejects("η left out", -flow.logEpsilon());
    }
  }

  @Property(tries = 200)
  @Checks("beck.sec41.tgen")
  void generalizationTimeAtAnyX(@ForAll("flows") DelayFlows.Flow flow) {
    double weight = flow.path().stationaryWeight();
    double law = flow.logPrintedTrainingTime() - flow.path().logZ() + 0.5 * weight * weight;
    Check.of("beck.sec41.tgen", "log(t_gen ηεZ) − S̃_∞²/2 → 0")
        .by(Oracle.LIMIT)
        .part("every x")
        .at(flow.inputs())
        .expecting(
            law,
            Remainders.sum(flow.remainder().generalization(), flow.rounding(), "log(1+u), S̃_∞δ"))
        .holds(flow.logGeneralizationTime())
        .rejects("S̃_∞² without ½", law + 0.5 * weight * weight)
        .rejects("Z left out", law + flow.path().logZ());
  }

  @Property(tries = 200)
  @Checks({"beck.eq41", "beck.sec41.tgen"})
  void generalizationTimeNearCriticality(@ForAll("nearCriticalFlows") DelayFlows.Flow flow) {
    double l = -StrictMath.log(flow.x());
    double law = LN2 + flow.logPrintedTrainingTime() + 0.5 * l * l;
    double remains = flow.remainder().generalization() + closedFormRemainder(flow.x());
    Tolerance tolerance =
        Remainders.sum(
            remains, flow.rounding(), "x(l² + l + 1) of the law, log(1+u), S̃_∞δ of the flow");
    for (String claim : new String[] {"beck.eq41", "beck.sec41.tgen"}) {
      Check.of(claim, "log t_gen of the flow near criticality")
          .by(Oracle.LIMIT)
          .part("near criticality")
          .at(flow.inputs())
          .expecting(law, tolerance)
          .holds(flow.logGeneralizationTime())
          .holds(flow.laws().logGeneralizationTimeNearCritical(flow.eta(), flow.logEpsilon()))
          .rejects("1/(ηε) for 2/(ηε)", law - LN2)
          .rejects("log²x without ½", law + 0.5 * l * l);
    }
  }

  @Property(tries = 200)
  @Checks("beck.eq42")
  void rootOfTheLogRatio(@ForAll("flows") DelayFlows.Flow flow) {
    double weight = flow.path().stationaryWeight();
    double law = 0.5 * weight * weight - flow.path().logZ();
    double remains = flow.remainder().training() + flow.remainder().generalization();
    double l = -StrictMath.log(flow.x());
    Check.of("beck.eq42", "√log(t_gen/t_tr) of the flow")
        .by(Oracle.LIMIT)
        .part("every x")
        .at(flow.inputs())
        .expecting(
            Math.sqrt(law),
            Remainders.sum(
                remains / Math.sqrt(law),
                2 * flow.rounding() / Math.sqrt(law),
                "of the logarithm, |√a − √b| ≤ |a − b|/√a"))
        .holds(Math.sqrt(flow.logRatio()))
        .holds(flow.laws().rootLogRatio())
        .refutes("log(x)/√2 as printed", flow.laws().asPrintedRootLogRatioEq42())
        .rejects("|log x|/√2 without log 2", l / Math.sqrt(2))
        .rejects("|log x|/2", l / 2);
  }

  @Property(tries = 100)
  @Checks("beck.eq42")
  void slopeTendsToOneOverRootTwo(@ForAll("tinyPositions") double x) {
    double l = -StrictMath.log(x);
    DelayLaws laws = new DelayLaws(TwoPoints.of(x));
    // √(½l² + c) − l/√2 ≤ c/(√2 l) for c ≥ 0.
    double remains = (LN2 + closedFormRemainder(x)) / (Math.sqrt(2) * l * l);
    Tolerance tolerance = Remainders.sum(remains, 16 * Tolerance.UNIT_ROUNDOFF, "log 2/(√2 l²)");
    Check.of("beck.eq42", "√log(t_gen/t_tr)/|log x| → 1/√2")
        .by(Oracle.LIMIT)
        .part("near criticality")
        .at("x", x)
        .expecting(Math.sqrt(0.5), tolerance)
        .holds(laws.rootLogRatio() / l)
        .holds(laws.rootLogRatioNearCritical() / l)
        .refutes("−1/√2 as printed", laws.asPrintedRootLogRatioEq42() / l)
        .rejects("1/2", 0.5);
  }

  @Property(tries = 100)
  @Checks({"beck.eq40", "beck.eq41"})
  void stationaryWeightGivesThemExactly(@ForAll("nearCriticalFlows") DelayFlows.Flow flow) {
    StationaryPoint point = StationaryPoint.of(flow.x());
    StationaryWeightTimes times = StationaryWeightTimes.of(flow.points(), flow.eta(), 0);
    double late = Precise.toDouble(point.halfSquare());
    double logZ = Precise.toDouble(point.logLoss());
    double tiny = StrictMath.exp(flow.logEpsilon());
    double law = flow.logPrintedTrainingTime();
    Check.of("beck.eq40", "log t_tr with S̃ = S̃_∞ from the start")
        .by(Oracle.LIMIT)
        .part("stationary weight")
        .at(flow.inputs())
        .expecting(
            law,
            Remainders.sum(-StrictMath.log1p(-2 * tiny), rounding(law), "ε/Z of 1/(ηε) − 1/(ηZ)"))
        .holds(times.logTrainingTime(flow.logEpsilon()))
        .rejects("1/(ηεZ)", law - logZ);
    double l = Precise.toDouble(point.minusLogX());
    double near = law + LN2 + 0.5 * l * l;
    Check.of("beck.eq41", "log t_gen with S̃ = S̃_∞ from the start")
        .by(Oracle.LIMIT)
        .part("stationary weight")
        .at(flow.inputs())
        .expecting(
            near,
            Remainders.sum(
                closedFormRemainder(flow.x()) + 2 * tiny, rounding(near), "x(l² + l + 1) and ε"))
        .holds(times.logGeneralizationTime(flow.logEpsilon()))
        .rejects("1/(ηε) for 2/(ηε)", law + 0.5 * l * l)
        .rejects("S̃_∞² without ½", law + LN2 + 2 * late);
  }

  /** |log(e^{S̃_∞²/2}/Z) − log 2 − ½l²|: S̃_∞² − l² ∈ [−2xl², 0], log 2Z ∈ [0, x(1+l)]. */
  static double closedFormRemainder(double x) {
    double l = -StrictMath.log(x);
    return x * (l * l + l + 1);
  }

  private static double rounding(double logTime) {
    return 2 * Remainders.valueRounding(logTime);
  }

  @Provide
  Arbitrary<DelayFlows.Flow> flows() {
    return Arbitraries.oneOf(DelayFlows.relaxed(1e-12, 0.9), DelayFlows.relaxed(0.05, 0.99));
  }

  @Provide
  Arbitrary<DelayFlows.Flow> nearCriticalFlows() {
    return DelayFlows.relaxed(1e-15, 1e-3);
  }

  @Provide
  Arbitrary<Double> tinyPositions() {
    return Arb.logUniform(1e-300, 1e-2);
  }
}
