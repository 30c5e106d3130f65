package org.grokcheck.beck;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;

/**
 * Sec. 3.4: points on either side of separability, x = ±δ, move together for long, although one
 * weight ends at S_∞ = log(1/δ)/(1 + δ) and the other nowhere.
 *
 * <p>In conformal time dS/dτ = (η/2)(e^{−S} − xe^{xS}) contracts for either sign of x, so that two
 * solutions part by at most ηδ e^{δS}τ.
 */
class ContinuityProperties {
  private static TwoPointTrajectory trajectory(double x) {
    return TwoPointModel.fromOrigin(TwoPoints.of(x), 1, 1).trajectory();
  }

  @Provide
  Arbitrary<Double> gaps() {
    return Arb.logUniform(1e-12, 1e-2);
  }

  @Provide
  Arbitrary<Double> shares() {
    return Arb.uniform(0.02, 1);
  }

  @Property(tries = 100)
  @Checks("beck.sec34.continuity")
  void neighboursPartSlowly(@ForAll("gaps") double delta, @ForAll("shares") double share) {
    double tau = share * -StrictMath.log(delta);
    double inside = trajectory(delta).atConformalTime(tau).weight();
    double outside = trajectory(-delta).atConformalTime(tau).weight();
    double most = Math.max(inside, outside);
    double bound = delta * StrictMath.exp(delta * most) * tau;
    Check.of("beck.sec34.continuity", "S(τ; −δ) − S(τ; δ), bounded by ηδe^{δS}τ")
        .by(Oracle.INVARIANT)
        .part("finite times")
        .at("delta", delta, "tau", tau)
        .expectingAtMost(
            bound, new Tolerance.Rounding(64, 1 + most, "two weights, each of some ten operations"))
        .holds(Math.abs(outside - inside))
        .rejects(
            "how far the limits part by then", TwoPoints.of(delta).stationaryWeight() - inside);
    double limit = TwoPoints.of(delta).stationaryWeight();
    Check.of("beck.sec34.continuity", "S_∞(δ) exceeds what S(−δ) has reached by then")
        .by(Oracle.INVARIANT)
        .part("limit")
        .at("delta", delta, "tau", tau)
        .expectingAtMost(limit + bound, new Tolerance.Rounding(64, 1 + limit, "two weights"))
        .holds(outside)
        .rejects(
            "the separable weight at τ = 10/δ",
            trajectory(-delta).atConformalTime(10 / delta).weight());
  }
}
