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
import org.grokcheck.oracle.InseparableRemainder;
import org.grokcheck.oracle.Precise;
import org.grokcheck.oracle.StationaryPoint;

/**
 * Threshold times with S̃ = S̃_∞ from the start, and that exact flows have them for σ → ∞. There
 * e^{−b} = 1 + ηZt + w with 0 ≤ w ≤ W, W of order 1/r, and |S̃ − S̃_∞| ≤ Λ(1 + ηZt)^{−r}, r = σ²x.
 */
class StationaryTimesProperties {
  /** A case: η, b₀ and a threshold log ε below log Z + b₀ by a given amount. */
  record Threshold(double x, double eta, double bias, double fall) {
    StationaryPoint point() {
      return StationaryPoint.of(x);
    }

    double logEpsilon() {
      return new InseparableRemainder(x, 1, 1, 0, 0).logZ() + bias - fall;
    }

    StationaryWeightTimes times() {
      return StationaryWeightTimes.of(TwoPoints.of(x), eta, bias);
    }

    Object[] inputs() {
      return new Object[] {"x", x, "eta", eta, "b0", bias, "logEpsilon", logEpsilon()};
    }
  }

  @Property(tries = 40)
  @Checks("beck.ext.tstar-inf")
  void closedFormsAgreeWithFiftyDigits(@ForAll("thresholds") Threshold threshold) {
    StationaryPoint point = threshold.point();
    Apfloat logEpsilon = Precise.of(threshold.logEpsilon());
    Apfloat bias = Precise.of(threshold.bias);
    Apfloat speed = Precise.of(threshold.eta).multiply(point.loss());
    compare(
        threshold,
        "t_tr",
        point.logLoss().subtract(logEpsilon).add(bias),
        threshold.times().logTrainingTime(threshold.logEpsilon()),
        threshold.times().trainingConformalTime(threshold.logEpsilon()),
        speed);
    compare(
        threshold,
        "t_gen",
        point.halfSquare().subtract(logEpsilon).add(bias),
        threshold.times().logGeneralizationTime(threshold.logEpsilon()),
        threshold.times().generalizationConformalTime(threshold.logEpsilon()),
        speed);
  }

  /** t = (e^{fall} − 1)e^{−b₀}/(ηZ) and τ = fall/(ηZ), where b falls by `fall`. */
  private static void compare(
      Threshold threshold, String name, Apfloat fall, double logTime, double tau, Apfloat speed) {
    Apfloat grown = ApfloatMath.exp(fall).subtract(Precise.ONE);
    Apfloat initial = ApfloatMath.exp(Precise.of(-threshold.bias));
    double expected = Precise.log(grown.multiply(initial).divide(speed));
    // d log(e^f − 1) = e^f/(e^f − 1) df ≤ (1 + 1/f) df, and f is a sum of terms of size `scale`.
    double size = Precise.toDouble(fall);
    double scale = Math.abs(threshold.logEpsilon()) + Math.abs(threshold.bias) + size + 2;
    double condition = (1 + 1 / size) * scale + Math.abs(expected) + 10;
    double one = Precise.toDouble(ApfloatMath.log(fall.divide(initial.multiply(speed))));
    check(threshold, "log " + name)
        .expecting(
            expected, new Tolerance.Rounding(12, condition, "terms of log ε, b₀, S̃²/2, log Z"))
        .holds(logTime)
        .rejects("e^{fall} without −1", size - threshold.bias - Precise.log(speed))
        .rejects("first order in the fall", one);
    double conformal = Precise.toDouble(fall.divide(speed));
    check(threshold, "τ of " + name)
        .expecting(
            conformal, new Tolerance.Rounding(12, conformal * scale / size, "the fall's terms"))
        .holds(tau)
        .rejects("Z = 1", size / threshold.eta);
  }

  private static Check check(Threshold threshold, String quantity) {
    return Check.of("beck.ext.tstar-inf", quantity)
        .part("closed form")
        .by(Oracle.TABLE)
        .at(threshold.inputs());
  }

  @Property(tries = 150)
  @Checks("beck.ext.tstar-inf")
  void exactFlowsReachThemAsSigmaGrows(@ForAll("stiffFlows") DelayFlows.Flow flow) {
    InseparableRemainder path = flow.path();
    double rest = path.lossSurplus();
    double weight = path.stationaryWeight();
    StationaryWeightTimes times = StationaryWeightTimes.of(flow.points(), flow.eta(), 0);
    // 1 + ηZt + w = m/ε = e^{b fall}, the fall being known up to log(m/Z), or S̃_∞δ + ½δ².
    double train = path.logZ() - flow.logEpsilon();
    double trainLag = path.lossExcess(earliest(flow, train, rest));
    limit(flow, "log t_tr", times.logTrainingTime(flow.logEpsilon()), train, trainLag, rest)
        .holds(flow.logTrainingTime())
        .rejects("1/(ηε)", flow.logPrintedTrainingTime());
    double gen = 0.5 * weight * weight - flow.logEpsilon();
    double lag = path.weightLag(earliest(flow, gen - 0.5 * weight * weight, rest));
    double genLag = lag * (weight + 0.5 * lag);
    limit(flow, "log t_gen", times.logGeneralizationTime(flow.logEpsilon()), gen, genLag, rest)
        .holds(flow.logGeneralizationTime())
        .rejects("Z = ½", times.logGeneralizationTime(flow.logEpsilon()) + 2 * path.logZ());
  }

  /** log of a time before the threshold: e^{−b} ≥ e^{fall} there, hence ηZt ≥ e^{fall} − 1 − W. */
  private static double earliest(DelayFlows.Flow flow, double fall, double rest) {
    double share = (1 + rest) * StrictMath.exp(-fall);
    return share < 1
        ? fall + StrictMath.log1p(-share) - StrictMath.log(flow.eta()) - flow.path().logZ()
        : Double.NEGATIVE_INFINITY;
  }

  private static Comparison limit(
      DelayFlows.Flow flow, String quantity, double law, double fall, double lag, double rest) {
    // The relative change of e^f − 1 by the lag of f and by w.
    double grown = StrictMath.exp(-fall);
    double remains = (StrictMath.expm1(lag) + rest * grown) / (1 - grown);
    double rounding = (1 + 1 / fall) * 2 * flow.rounding();
    return Check.of("beck.ext.tstar-inf", quantity + " of the flow, σ → ∞")
        .part("σ → ∞")
        .by(Oracle.LIMIT)
        .at(flow.inputs())
        .expecting(
            law,
            Remainders.sum(
                remains < 1 ? -StrictMath.log1p(-remains) : Double.POSITIVE_INFINITY,
                rounding,
                "(e^{lag} − 1 + We^{−f})/(1 − e^{−f})"));
  }

  @Provide
  Arbitrary<Threshold> thresholds() {
    return Combinators.combine(
            Arbitraries.oneOf(Arb.logUniform(1e-300, 1), Arb.uniform(0.01, 1)),
            Arb.logUniform(1e-3, 10),
            Arb.signedLogUniform(1e-2, 3),
            Arbitraries.oneOf(Arb.logUniform(1e-10, 1), Arb.logUniform(1, 1e5)))
        .as(Threshold::new);
  }

  @Provide
  Arbitrary<DelayFlows.Flow> stiffFlows() {
    return Combinators.combine(
            Arb.logUniform(1e-9, 0.9),
            Arb.logUniform(2, 1e12),
            Arb.logUniform(1e-2, 10),
            Arb.logUniform(1, 3000))
        .as((x, r, eta, fall) -> new DelayFlows.Flow(x, Math.sqrt(r / x), eta, 0, 0, -fall));
  }
}
