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
import org.grokcheck.oracle.CriticalScale;

/** From which σ on the population loss of the two-point flow rises before it falls. */
class CriticalScaleProperties {
  private static final int GRID = 20_000;

  @Property(tries = 10)
  @Checks("beck.ext.sigma-c")
  void scaleIsTheLargestRise(@ForAll("points") double x) {
    double expected = CriticalScale.at(x);
    double product = LossMonotonicity.of(TwoPoints.of(x)).criticalScale();
    Check.of("beck.ext.sigma-c", "σ_c")
        .part("formula")
        .by(Oracle.TABLE)
        .at("x", x)
        .expecting(
            expected,
            new Tolerance.Rounding(
                24, expected, "r at its maximum, where an error of S counts twice: 40 u; its root"))
        .holds(product)
        .rejects("1/r for r^{-1/2}", product * product)
        .rejects("value at x = 0 for all x", 1.8950254554144179);
  }

  @Property(tries = 200)
  @Checks("beck.ext.sigma-c")
  void lossTurnsTwiceAboveAndNeverBelow(
      @ForAll("moderatePoints") double x, @ForAll("distances") double distance) {
    double critical = LossMonotonicity.of(TwoPoints.of(x)).criticalScale();
    double sigma = critical * (1 + distance);
    double end = Math.min(60, TwoPoints.of(x).stationaryWeight());
    int turns = CriticalScale.signChanges(x, sigma, end, GRID);
    Check.of("beck.ext.sigma-c", "sign changes of dL_gen/dt before S̃_∞")
        .part("meaning")
        .by(Oracle.SECOND_ALGORITHM)
        .at("x", x, "sigma", sigma, "sigma_c", critical)
        .expectingExactly(turns)
        .holds(sigma > critical ? 2 : 0)
        .rejects("threshold at x = 0 for all x", sigma > 1.8950254554144179 ? 2 : 0)
        .rejects("threshold σ_c²", sigma > critical * critical ? 2 : 0);
  }

  @Property(tries = 200)
  @Checks("beck.ext.sigma-c")
  void scaleGrowsLikeFourOverTheGap(@ForAll("gaps") double gap) {
    double x = 1 - gap;
    double exactGap = 1 - x;
    double expected = 4 / exactGap - 2;
    double rounding = 30 * Tolerance.UNIT_ROUNDOFF * expected;
    Check.of("beck.ext.sigma-c", "σ_c − 4/(1−x) + 2, x → 1")
        .part("limit")
        .by(Oracle.LIMIT)
        .at("1-x", exactGap)
        .expecting(
            expected,
            Remainders.sum(
                CriticalScale.distanceFromPole(exactGap), rounding, "(h/12)(1 + h²/5)⁴, see there"))
        .holds(LossMonotonicity.of(TwoPoints.of(x)).criticalScale())
        .rejects("without the 2", 4 / exactGap)
        .rejects("2/(1−x)", 2 / exactGap);
  }

  @Provide
  Arbitrary<Double> points() {
    return Arbitraries.oneOf(
        Arbitraries.just(0.0),
        Arb.logUniform(1e-15, 0.1),
        Arb.uniform(0.1, 0.9),
        Arb.logUniform(1e-14, 0.1).map(d -> 1 - d));
  }

  @Provide
  Arbitrary<Double> moderatePoints() {
    return Arbitraries.oneOf(Arb.logUniform(1e-9, 0.1), Arb.uniform(0.1, 0.95));
  }

  /** σ/σ_c − 1: at 1e-4 the rising stretch is 2 % of S̃ wide, many points of the grid. */
  @Provide
  Arbitrary<Double> distances() {
    return Arbitraries.oneOf(Arb.logUniform(1e-4, 3), Arb.logUniform(1e-4, 0.9).map(d -> -d));
  }

  @Provide
  Arbitrary<Double> gaps() {
    return Arb.logUniform(1e-15, 0.1);
  }
}
