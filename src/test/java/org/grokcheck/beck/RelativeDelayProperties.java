package org.grokcheck.beck;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
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
import org.grokcheck.oracle.Precise;
import org.grokcheck.oracle.StationaryPoint;

/**
 * Eq. (16) and the law that it approximates: log(t_gen/t_tr) → S̃_∞²/2 − log Z, near criticality
 * log 2 + ½log²x. The printed form has lost the log 2.
 */
class RelativeDelayProperties {
  private static final double LN2 = StrictMath.log(2);

  @Property(tries = 100)
  @Checks({"beck.eq16", "beck.ext.ratio-limit"})
  void exactFlowsFollowTheLaw(@ForAll("flows") DelayFlows.Flow flow) {
    StationaryPoint point = StationaryPoint.of(flow.x());
    double law = Precise.toDouble(point.logRatio());
    double printed = Precise.toDouble(point.printedLogRatio());
    double remains = flow.remainder().training() + flow.remainder().generalization();
    Tolerance tolerance =
        Remainders.sum(remains, 2 * flow.rounding(), "log(1+u), m/Z − 1, S̃_∞δ at both thresholds");
    double measured = flow.logRatio();
    Check.of("beck.eq16", "log(t_gen/t_tr) of the flow")
        .part("corrected")
        .by(Oracle.LIMIT)
        .at(flow.inputs())
        .expecting(law, tolerance)
        .holds(measured)
        .refutes("exp(½log²x), eq. (16) as printed", printed);
    Check.of("beck.ext.ratio-limit", "log(t_gen/t_tr) of the flow")
        .part("flow")
        .by(Oracle.LIMIT)
        .at(flow.inputs())
        .expecting(law, tolerance)
        .holds(measured)
        .rejects("Z = ½", Precise.toDouble(point.halfSquare()) + LN2)
        .rejects("S̃_∞ without 1 + x", printed - Precise.toDouble(point.logLoss()));
  }

  @Property(tries = 100)
  @Checks("beck.ext.ratio-limit")
  void lawAgreesWithFiftyDigits(@ForAll("positions") double x) {
    StationaryPoint point = StationaryPoint.of(x);
    double expected = Precise.toDouble(point.logRatio());
    Check.of("beck.ext.ratio-limit", "S̃_∞²/2 − log Z")
        .part("law")
        .by(Oracle.TABLE)
        .at("x", x)
        .expecting(expected, ratioRounding(point))
        .holds(new DelayLaws(TwoPoints.of(x)).logRatio())
        .rejects("Z = ½", Precise.toDouble(point.halfSquare()) + LN2)
        .rejects("S̃_∞² without ½", expected + Precise.toDouble(point.halfSquare()));
  }

  @Property(tries = 80)
  @Checks("beck.eq16")
  void relativeDelayAgreesWithFiftyDigits(@ForAll("moderatePositions") double x) {
    StationaryPoint point = StationaryPoint.of(x);
    Apfloat law = ApfloatMath.exp(point.logRatio()).subtract(Precise.ONE);
    double expected = Precise.toDouble(law);
    double condition = (1 + expected) * ratioRounding(point).bound(0);
    DelayLaws laws = new DelayLaws(TwoPoints.of(x));
    Check.of("beck.eq16", "lim (t_gen − t_tr)/t_tr")
        .part("corrected")
        .by(Oracle.TABLE)
        .at("x", x)
        .expecting(
            expected,
            Tolerance.sum(
                Tolerance.remainder(condition, "rounding of the logarithm times the ratio"),
                Tolerance.remainder(4 * Tolerance.UNIT_ROUNDOFF * expected, "rounding of expm1")))
        .holds(laws.relativeDelay())
        .refutes("exp(½log²x) − 1 as printed", laws.asPrintedRelativeDelayEq16())
        .rejects("2exp(½log²x) − 1 far from criticality", laws.relativeDelayNearCritical());
  }

  @Property(tries = 100)
  @Checks({"beck.eq16", "beck.ext.ratio-limit"})
  void missingTermIsLogTwo(@ForAll("smallPositions") double x) {
    StationaryPoint point = StationaryPoint.of(x);
    double half = Precise.toDouble(point.printedLogRatio());
    double l = Math.sqrt(2 * half);
    // S̃_∞² − l² lies in [−2xl², 0], log 2Z in [0, x(1 + l)].
    Tolerance tolerance =
        Remainders.sum(
            x * (l * l + l + 1),
            8 * Tolerance.UNIT_ROUNDOFF * (1 + half),
            "x(l² + l + 1), l = −log x");
    DelayLaws laws = new DelayLaws(TwoPoints.of(x));
    double excess = laws.logRatio() - half;
    Check.of("beck.eq16", "log(t_gen/t_tr) − ½log²x → log 2")
        .part("near criticality")
        .by(Oracle.LIMIT)
        .at("x", x)
        .expecting(LN2, tolerance)
        .holds(excess)
        .holds(laws.logRatioNearCritical() - half)
        .refutes("0 as printed", laws.asPrintedLogRatioEq16() - half);
    Check.of("beck.ext.ratio-limit", "log(t_gen/t_tr) − ½log²x → log 2")
        .part("near criticality")
        .by(Oracle.LIMIT)
        .at("x", x)
        .expecting(LN2, tolerance)
        .holds(excess)
        .rejects("0", 0);
  }

  @Property(tries = 200)
  @Checks("beck.ext.ratio-limit")
  void lawFallsWithX(@ForAll("positions") double x, @ForAll("positions") double other) {
    double near = Math.min(x, other);
    double far = Math.max(x, other);
    double larger = new DelayLaws(TwoPoints.of(near)).logRatio();
    double smaller = new DelayLaws(TwoPoints.of(far)).logRatio();
    double l = StrictMath.log(near);
    Check.of("beck.ext.ratio-limit", "decreasing in x")
        .part("monotone")
        .by(Oracle.INVARIANT)
        .at("x", near, "other", far)
        .expectingAtMost(
            larger, new Tolerance.Rounding(8, 1 + l * l, "rounding of two nearly equal laws"))
        .holds(smaller)
        .rejects("S̃_∞² without ½", smaller + halfSquare(far));
  }

  private static double halfSquare(double x) {
    return Precise.toDouble(StationaryPoint.of(x).halfSquare());
  }

  @Property(tries = 100)
  @Checks({"beck.eq16", "beck.ext.ratio-limit"})
  void smallLambdaGivesLambdaSquared(@ForAll("smallLambdas") double lambda) {
    TwoPoints points = TwoPoints.ofLambda(lambda);
    DelayLaws laws = new DelayLaws(points);
    // e^{S̃_∞²/2}/Z − 1 = λ² + 3λ³ + (89/12)λ⁴ + (52/3)λ⁵ + …, by series expansion.
    Tolerance tolerance =
        Remainders.sum(
            4 * lambda, 16 * Tolerance.UNIT_ROUNDOFF, "3λ + (89/12)λ² + …, relative to λ²");
    double quotient = laws.relativeDelay() / (lambda * lambda);
    double printed = laws.asPrintedRelativeDelayEq16() / (lambda * lambda);
    Check.of("beck.eq16", "relative delay/λ² → 1")
        .part("λ → 0")
        .by(Oracle.LIMIT)
        .at("lambda", lambda)
        .expecting(1, tolerance)
        .holds(quotient)
        .refutes("2λ² as printed", printed);
    Check.of("beck.ext.ratio-limit", "relative delay/λ² → 1")
        .part("λ → 0")
        .by(Oracle.LIMIT)
        .at("lambda", lambda)
        .expecting(1, tolerance)
        .holds(quotient)
        .rejects("2λ²", printed);
  }

  /**
   * Both terms are of order λ² near x = 1, so 8 roundings of their sizes bound their difference.
   */
  private static Tolerance ratioRounding(StationaryPoint point) {
    double scale = Precise.toDouble(point.logRatio());
    return new Tolerance.Rounding(
        12, scale, "2 roundings of S̃_∞, squared, and of log Z, both at full relative accuracy");
  }

  @Provide
  Arbitrary<DelayFlows.Flow> flows() {
    return DelayFlows.relaxed(1e-12, 0.9);
  }

  @Provide
  Arbitrary<Double> positions() {
    return Arbitraries.oneOf(
        Arb.logUniform(1e-300, 1), Arb.uniform(0.01, 1), gap(1e-15, 0.1), gap(1e-4, 0.5));
  }

  @Provide
  Arbitrary<Double> moderatePositions() {
    return Arbitraries.oneOf(Arb.logUniform(1e-16, 1), Arb.uniform(0.01, 1), gap(1e-15, 0.1));
  }

  private static Arbitrary<Double> gap(double least, double most) {
    return Arb.logUniform(least, most).map(e -> 1 - e);
  }

  @Provide
  Arbitrary<Double> smallPositions() {
    return Arb.logUniform(1e-300, 1e-3);
  }

  @Provide
  Arbitrary<Double> smallLambdas() {
    return Arb.logUniform(1e-15, 1e-2);
  }
}
