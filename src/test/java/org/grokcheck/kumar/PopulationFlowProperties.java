package org.grokcheck.kumar;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.harness.ExactArb;
import org.grokcheck.math.exact.Polynomial;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalMatrix;
import org.grokcheck.math.exact.RationalVector;
import org.grokcheck.oracle.CommitteePolynomial;

/** Flow of the moments on the population risk, from its Isserlis average as a polynomial in W. */
class PopulationFlowProperties {
  @Provide
  Arbitrary<ExactCase> cases() {
    return ExactCase.upTo(2, 3);
  }

  /** dW/dτ = −N ∂L/∂W of L = ⟨(y − f + subtracted)²⟩. */
  private static RationalMatrix velocity(
      CommitteePolynomial network,
      Polynomial target,
      Polynomial subtracted,
      RationalMatrix weights) {
    Polynomial error = target.minus(network.output(network.input())).plus(subtracted);
    Polynomial loss = network.average(error.square());
    return network.gradient(loss, weights).times(Rational.of(-weights.height()));
  }

  @Property(tries = 25)
  @Checks("kumar.ext.closed-ode-pop")
  void momentsFlowByThemselves(@ForAll("cases") ExactCase c) {
    RationalMatrix start = c.weights();
    RationalMatrix weights = start.plus(c.readouts().outer(c.beta()));
    CommitteePolynomial network = c.network();
    RationalMatrix velocity =
        velocity(network, network.target(c.beta()), network.outputAt(start), weights);
    WeightMoments now = WeightMoments.of(weights);
    PopulationFlow flow = new PopulationFlow(c.alpha(), c.eps(), c.beta(), c.moments());
    PopulationFlow uncentred =
        new PopulationFlow(c.alpha(), c.eps(), c.beta(), MomentDescent.nothing(c.dimension()));
    WeightMoments expected = rate(weights, velocity);
    c.check("kumar.ext.closed-ode-pop", "dwbar/dτ and dM/dτ")
        .expectingExactly(expected)
        .holds(flow.rate(now))
        .rejects("not centred", uncentred.rate(now))
        .rejects(
            "half the speed",
            new WeightMoments(
                expected.mean().times(Rational.HALF), expected.second().times(Rational.HALF)));
    RationalMatrix mean = now.mean().outer(expected.mean());
    c.check("kumar.ext.closed-ode-pop", "dC/dτ = SC + CS")
        .expectingExactly(expected.second().minus(mean).minus(mean.transpose()))
        .holds(flow.covarianceRate(now));
  }

  /** The derivatives of the moments of W along a velocity. */
  private static WeightMoments rate(RationalMatrix weights, RationalMatrix velocity) {
    RationalMatrix product =
        weights.transpose().times(velocity).times(Rational.of(1, weights.height()));
    return new WeightMoments(WeightMoments.of(velocity).mean(), product.plus(product.transpose()));
  }

  /** m₁, m₂ and the network ± a β, ± b v, ..., with v, ... orthogonal to β and as long. */
  record Species(Rational alpha, Rational eps, Rational along, Rational across, Rational scale) {
    RationalMatrix basis(int dimension) {
      return switch (dimension) {
        case 1 -> new RationalMatrix(List.of(whole(1)));
        case 2 -> new RationalMatrix(List.of(whole(3, 4), whole(4, -3)));
        default -> new RationalMatrix(List.of(whole(1, 2, 2), whole(2, 1, -2), whole(2, -2, 1)));
      };
    }

    RationalVector whole(long... components) {
      return RationalVector.of(components.length, i -> scale.times(components[i]));
    }

    RationalMatrix weights(int dimension) {
      RationalMatrix basis = basis(dimension);
      return RationalMatrix.of(
          2 * dimension,
          dimension,
          (i, k) ->
              basis.get(i / 2, k).times(i / 2 == 0 ? along : across).times(i % 2 == 0 ? 1 : -1));
    }

    /** M = Σ (r²/D) bbᵀ, so that m = r²|b|²/D. */
    Rational moment(int dimension, Rational r) {
      return r.square().times(basis(dimension).row(0).normSquared()).over(dimension);
    }
  }

  @Provide
  Arbitrary<Species> species() {
    return Combinators.combine(
            ExactArb.nonzero(),
            ExactArb.nonzero(),
            ExactArb.nonzero(),
            ExactArb.nonzero(),
            ExactArb.nonzero())
        .as(Species::new);
  }

  /** τ' = 2α²ε²τ/D²; the rates along β and across it are read off the velocities of the neurons. */
  @Property(tries = 8)
  @Checks("kumar.ext.lotka-volterra")
  void twoSpeciesFollowLotkaAndVolterra(@ForAll("species") Species s) {
    for (int d = 1; d <= 3; d++) {
      compare(s, d, true);
      compare(s, d, false);
    }
  }

  private static void compare(Species s, int d, boolean centred) {
    RationalVector beta = s.basis(d).row(0);
    RationalMatrix weights = s.weights(d);
    CommitteePolynomial network = CommitteePolynomial.quadratic(d, 2 * d, s.alpha(), s.eps());
    Rational product = s.alpha().times(s.eps());
    Polynomial identity =
        CommitteePolynomial.quadratic(RationalMatrix.identity(d), network.input())
            .times(centred ? product.over(2) : Rational.ZERO);
    RationalMatrix velocity = velocity(network, network.target(beta), identity, weights);
    // dM/dτ = Σ (2/N)(w vᵀ + v wᵀ)/2 along an axis b: m' = b·(dM/dτ)b/|b|², in units of τ'.
    WeightMoments rate = rate(weights, velocity);
    Rational clock = product.over(d).square().times(2);
    TwoSpecies model = new TwoSpecies(d, beta.normSquared().over(product), centred);
    TwoSpecies.State state =
        new TwoSpecies.State(
            s.moment(d, s.along()), d == 1 ? Rational.ZERO : s.moment(d, s.across()));
    TwoSpecies.State claimed = model.rate(state);
    Rational norm = beta.normSquared();
    check("dm_1/dτ'", d, s)
        .expectingExactly(rate.second().bilinear(beta, beta).over(norm).over(clock))
        .holds(claimed.along())
        .rejects("D+1 for 3 on m_1", wrong(model, state))
        .rejects("clock without 2", claimed.along().times(2));
    if (d > 1) {
      RationalVector across = s.basis(d).row(1);
      check("dm_2/dτ'", d, s)
          .expectingExactly(rate.second().bilinear(across, across).over(norm).over(clock))
          .holds(claimed.across())
          .rejects("rate of m_1", claimed.along());
    }
    Polynomial error = network.target(beta).minus(network.outputAt(weights)).plus(identity);
    check("L/(αε)²", d, s)
        .expectingExactly(network.average(error.square()).toConstant().over(product.square()))
        .holds(model.loss(state))
        .rejects("without 1/4", model.loss(state).times(2));
  }

  private static Rational wrong(TwoSpecies model, TwoSpecies.State state) {
    Rational extra = state.along().square().times(model.dimension());
    return model.rate(state).along().minus(extra);
  }

  private static Check check(String quantity, int d, Species s) {
    return Check.of("kumar.ext.lotka-volterra", quantity)
        .by(Oracle.EXACT)
        .at("D", d, "alpha", s.alpha(), "eps", s.eps(), "a", s.along(), "b", s.across());
  }
}
