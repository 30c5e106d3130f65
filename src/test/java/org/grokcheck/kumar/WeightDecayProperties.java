package org.grokcheck.kumar;

import java.math.BigDecimal;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.grokcheck.evidence.Checks;
import org.grokcheck.harness.ExactArb;
import org.grokcheck.math.exact.Polynomial;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalMatrix;

/** Weight decay alone, neuron by neuron. */
class WeightDecayProperties {
  private static final String CLAIM = "kumar.sec13.ntk-kappa";

  @Provide
  Arbitrary<ExactCase> cases() {
    return ExactCase.upTo(3, 3);
  }

  @Provide
  Arbitrary<Rational> rates() {
    return ExactArb.nonzero().map(Rational::abs);
  }

  @Property(tries = 30)
  @Checks(CLAIM)
  void kernelDriftsInProportionToTheDecay(
      @ForAll("cases") ExactCase c,
      @ForAll("rates") Rational eta,
      @ForAll("rates") Rational decay,
      @ForAll @IntRange(min = 0, max = 6) int steps) {
    WeightDecay model = new WeightDecay(eta, decay);
    RationalMatrix weights = c.weights();
    for (int k = 0; k < steps; k++) {
      weights = weights.minus(weights.times(decay).times(eta));
    }
    c.check(CLAIM, "moments after steps of decay")
        .part("drift")
        .expectingExactly(WeightMoments.of(weights))
        .holds(model.after(c.moments(), steps))
        .rejects("one step more", model.after(c.moments(), steps + 1));
    // The kernel of gradients along W e^{−ηλt}: its derivative at t = 0, by formal differentiation.
    Rational change = kernelChange(c, eta.times(decay));
    Rational drift = linear(c).times(model.rate().over(2)).plus(quadratic(c).times(model.rate()));
    c.check(CLAIM, "dK/dt at the start")
        .part("drift")
        .expectingExactly(change)
        .holds(drift)
        .rejects("order λ²", drift.times(decay))
        .rejects("M at the rate of w̄", linear(c).plus(quadratic(c)).times(model.rate().over(2)));
  }

  /** ε (x·x') w̄·(x + x'). */
  private static Rational linear(ExactCase c) {
    Rational sum = c.moments().mean().dot(c.x().plus(c.other()));
    return c.eps().times(c.x().dot(c.other())).times(sum);
  }

  /** ε² (x·x') xᵀMx'. */
  private static Rational quadratic(ExactCase c) {
    Rational form = c.moments().second().bilinear(c.x(), c.other());
    return c.eps().square().times(c.x().dot(c.other())).times(form);
  }

  /** −ηλ Σ w ∂K/∂w over all weights. */
  private static Rational kernelChange(ExactCase c, Rational rate) {
    Polynomial kernel = c.network().kernel().at(0, c.x()).at(c.dimension(), c.other());
    RationalMatrix gradient = c.network().gradient(kernel, c.weights());
    Rational derivative = gradient.times(c.weights().transpose()).trace();
    return c.perGradientFactor(derivative).times(rate).negate();
  }

  @Property(tries = 60)
  @Checks(CLAIM)
  void timeIsInverselyProportionalToTheDecay(
      @ForAll("cases") ExactCase c,
      @ForAll("rates") Rational eta,
      @ForAll("rates") Rational decay,
      @ForAll("rates") Rational factor) {
    BigDecimal time = new WeightDecay(eta, decay).time();
    BigDecimal other = new WeightDecay(eta, decay.times(factor)).time();
    Rational ratio = Rational.of(other).over(Rational.of(time));
    // d log M/dt = −2ηλ, so that one over it is the time to e^{−1}.
    Rational product = Rational.of(time).times(eta).times(decay);
    c.check(CLAIM, "ηλ times the time to e⁻¹")
        .part("time")
        .expectingExactly(Rational.HALF)
        .holds(product.rounded(35))
        .rejects("time of w̄", product.times(2).rounded(35));
    c.check(CLAIM, "time at a decay times c, times c")
        .part("time")
        .expectingExactly(Rational.ONE)
        .holds(ratio.times(factor).rounded(35))
        .refutes("linear in the decay", factor.square());
  }
}
