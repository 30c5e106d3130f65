package org.grokcheck.beck;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Comparison;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.oracle.InseparableRemainder;

/**
 * Eqs. (43) and (44), threshold times in conformal time. At S̃_∞, b = −ηZτ, so that ηZτ_tr =
 * log(Z/ε) and ηZτ_gen = S̃_∞²/2 − log ε; the printed forms take b = −τ.
 *
 * <p>For an exact flow from S̃ = b = 0, ηZτ = −b − β with 0 ≤ β ≤ |S̃_∞ − S̃₀|/σ² (β = η∫(m − Z)dτ,
 * and dβ/dS̃ ≤ 1/σ² by the equations). With D(t) the bound of |δ| this leaves for eq. (43) the
 * remainders S̃_∞/σ² of β, log(m/Z) and S̃_∞δ; for eq. (44), where only the growth of β between the
 * two times counts, D(t_tr)/σ² replaces the first.
 */
class ConformalDelayProperties {
  private static final double LN2 = StrictMath.log(2);

  @Property(tries = 150)
  @Checks("beck.eq43")
  void thresholdTimesOfTheFlow(@ForAll("stiffFlows") DelayFlows.Flow flow) {
    InseparableRemainder path = flow.path();
    double earliest = -flow.logEpsilon() - StrictMath.log(2 * flow.eta());
    double early = path.stationaryWeight() / (flow.sigma() * flow.sigma());
    double late = path.weightLag(earliest) * path.stationaryWeight();
    double scale = flow.eta() * StrictMath.exp(path.logZ());
    LossThresholds.Times times = flow.times();
    double train = (path.logZ() - flow.logEpsilon()) / scale;
    conformal("τ_tr", "every x", flow, train, (early + path.lossExcess(earliest)) / scale)
        .holds(StrictMath.exp(times.training().logConformalTime()))
        .refutes(
            "−log(ηε) as printed",
            flow.laws().asPrintedTrainingConformalTimeEq43(flow.eta(), flow.logEpsilon()))
        .rejects("Z left out", -flow.logEpsilon() / flow.eta());
    double half = 0.5 * path.stationaryWeight() * path.stationaryWeight();
    double gen = (half - flow.logEpsilon()) / scale;
    conformal("τ_gen", "every x", flow, gen, (early + late) / scale)
        .holds(StrictMath.exp(times.generalization().orElseThrow().logConformalTime()))
        .refutes(
            "½log²x − log(ηε/2) as printed",
            flow.laws().asPrintedGeneralizationConformalTimeEq43(flow.eta(), flow.logEpsilon()))
        .rejects("S̃_∞² without ½", gen + half / scale);
  }

  @Property(tries = 150)
  @Checks("beck.eq43")
  void nearCriticality(@ForAll("nearCriticalFlows") DelayFlows.Flow flow) {
    double l = -StrictMath.log(flow.x());
    double fall = -flow.logEpsilon();
    // log 2Z = κ lies in [0, x(1 + l)], S̃_∞² − l² in [−2xl², 0], and 1/Z = 2e^{−κ}.
    double kappa = flow.x() * (1 + l);
    StationaryWeightTimes times = StationaryWeightTimes.of(flow.points(), flow.eta(), 0);
    double train = 2 / flow.eta() * (fall - LN2);
    double remains = 2 / flow.eta() * kappa * (1 + kappa + fall);
    conformal("τ_tr", "near criticality", flow, train, remains)
        .holds(times.trainingConformalTime(flow.logEpsilon()))
        .holds(flow.laws().trainingConformalTimeNearCritical(flow.eta(), flow.logEpsilon()))
        .refutes("−log(ηε) as printed", fall - StrictMath.log(flow.eta()))
        .rejects("−(2/η)log ε", 2 / flow.eta() * fall);
    double gen = 2 / flow.eta() * (0.5 * l * l + fall);
    double later = 2 / flow.eta() * (flow.x() * l * l + kappa * (0.5 * l * l + fall));
    conformal("τ_gen", "near criticality", flow, gen, later)
        .holds(times.generalizationConformalTime(flow.logEpsilon()))
        .holds(flow.laws().generalizationConformalTimeNearCritical(flow.eta(), flow.logEpsilon()))
        .refutes(
            "½log²x − log(ηε/2) as printed", 0.5 * l * l + fall - StrictMath.log(flow.eta() / 2))
        .rejects("log²x without ½", gen + l * l / flow.eta());
  }

  @Property(tries = 150)
  @Checks("beck.eq44")
  void delayOfTheFlow(@ForAll("relaxedFlows") DelayFlows.Flow flow) {
    InseparableRemainder path = flow.path();
    double earliest = -flow.logEpsilon() - StrictMath.log(2 * flow.eta());
    double lag = path.weightLag(earliest);
    double scale = flow.eta() * StrictMath.exp(path.logZ());
    double half = 0.5 * path.stationaryWeight() * path.stationaryWeight();
    double law = (half - path.logZ()) / scale;
    double remains =
        path.stationaryWeight() * lag
            + path.lossExcess(earliest)
            + lag / (flow.sigma() * flow.sigma());
    LossThresholds.Times times = flow.times();
    double late = StrictMath.exp(times.generalization().orElseThrow().logConformalTime());
    double early = StrictMath.exp(times.training().logConformalTime());
    double rounding = 64 * Tolerance.UNIT_ROUNDOFF * late * (1 + StrictMath.log(1 + late));
    Check.of("beck.eq44", "τ_gen − τ_tr of the flow")
        .by(Oracle.LIMIT)
        .part("every x")
        .at(flow.inputs())
        .expecting(
            law, Remainders.sum(remains / scale, rounding + 1e-14 * late, "S̃_∞δ, log(m/Z), Δβ"))
        .holds(late - early)
        .holds(flow.laws().conformalDelay(flow.eta()))
        .refutes("½log²x as printed", flow.laws().asPrintedConformalDelayEq44())
        .rejects("Z left out", law * scale / flow.eta());
  }

  @Property(tries = 150)
  @Checks("beck.eq44")
  void delayNearCriticality(@ForAll("tinyPositions") double x, @ForAll("rates") double eta) {
    double l = -StrictMath.log(x);
    double kappa = x * (1 + l);
    double law = 2 / eta * (0.5 * l * l + LN2);
    double remains = 2 / eta * (x * l * l + kappa + kappa * (0.5 * l * l + LN2));
    DelayLaws laws = new DelayLaws(TwoPoints.of(x));
    StationaryWeightTimes times = StationaryWeightTimes.of(TwoPoints.of(x), eta, 0);
    double difference = times.generalizationConformalTime(-50) - times.trainingConformalTime(-50);
    double rounding = 32 * Tolerance.UNIT_ROUNDOFF * (law + 200 / eta);
    Check.of("beck.eq44", "τ_gen − τ_tr near criticality")
        .by(Oracle.LIMIT)
        .part("near criticality")
        .at("x", x, "eta", eta)
        .expecting(law, Remainders.sum(remains, rounding, "(2/η)(xl² + κ + κ(½l² + log 2))"))
        .holds(difference)
        .holds(laws.conformalDelay(eta))
        .holds(laws.conformalDelayNearCritical(eta))
        .refutes("½log²x as printed", laws.asPrintedConformalDelayEq44())
        .rejects("log 2 dropped", l * l / eta);
  }

  private static Comparison conformal(
      String quantity, String part, DelayFlows.Flow flow, double law, double remains) {
    double rounding = (64 * Tolerance.UNIT_ROUNDOFF * (1 + StrictMath.log(1 + law)) + 1e-14) * law;
    return Check.of("beck.eq43", quantity)
        .by(Oracle.LIMIT)
        .part(part)
        .at(flow.inputs())
        .expecting(law, Remainders.sum(remains, rounding, "β, S̃_∞δ, log(m/Z) or of Z → ½"));
  }

  /** From S̃ = b = 0 with large σ²x, where S̃_∞ is reached at once. */
  @Provide
  Arbitrary<DelayFlows.Flow> stiffFlows() {
    return Combinators.combine(
            Arb.logUniform(1e-9, 0.9),
            Arb.logUniform(1, 1e12),
            Arb.logUniform(1e-2, 10),
            Arb.logUniform(50, 5000))
        .as((x, r, eta, fall) -> new DelayFlows.Flow(x, Math.sqrt(r / x), eta, 0, 0, -fall));
  }

  @Provide
  Arbitrary<DelayFlows.Flow> relaxedFlows() {
    return DelayFlows.relaxed(1e-9, 0.9).filter(f -> f.start() == 0 && f.bias() == 0);
  }

  @Provide
  Arbitrary<DelayFlows.Flow> nearCriticalFlows() {
    return DelayFlows.relaxed(1e-15, 1e-3);
  }

  @Provide
  Arbitrary<Double> tinyPositions() {
    return Arb.logUniform(1e-300, 1e-2);
  }

  @Provide
  Arbitrary<Double> rates() {
    return Arb.logUniform(1e-3, 10);
  }
}
