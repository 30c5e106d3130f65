package org.grokcheck.omnigrok;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.grokcheck.harness.Arb;
import org.grokcheck.math.Real;
import org.grokcheck.oracle.SlidingFlow;

/**
 * What a sliding path is drawn from, with γ apart.
 *
 * @param reserve L − h cot θ
 * @param height h
 * @param theta θ
 * @param norm w_E
 * @param etaD η_D
 * @param etaR η_R
 */
record DrawnPath(
    double reserve, double height, double theta, double norm, double etaD, double etaR) {
  /** Decay at which paths are compared. */
  static final double GAMMA = 0.01;

  static Arbitrary<DrawnPath> arbitrary() {
    return Combinators.combine(
            Arb.uniform(0, 2),
            Arb.logUniform(0.01, 1),
            Arb.uniform(0.15, 1.5),
            Arb.logUniform(0.5, 5),
            Arb.logUniform(0.1, 3),
            Arb.logUniform(0.1, 3))
        .as(DrawnPath::new);
  }

  DrawnPath withRates(double norm, double etaD, double etaR) {
    return new DrawnPath(reserve, height, theta, norm, etaD, etaR);
  }

  SlidingPath path(double gamma) {
    Real cot = Real.of(theta).cos().over(Real.of(theta).sin());
    Real length = Real.of(reserve).plus(Real.of(height).times(cot));
    return new SlidingPath(length, Real.of(height), Real.of(theta), Real.of(norm), rates(gamma));
  }

  SlidingPath path() {
    return path(GAMMA);
  }

  SlidingPath.Rates rates(double gamma) {
    return new SlidingPath.Rates(Real.of(etaD), Real.of(etaR), Real.of(gamma));
  }

  SlidingFlow flow() {
    return new SlidingFlow(theta, norm, etaD, etaR, GAMMA);
  }
}
