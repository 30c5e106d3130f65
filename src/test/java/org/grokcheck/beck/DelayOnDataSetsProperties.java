package org.grokcheck.beck;

import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.oracle.ExponentialFlow;
import org.grokcheck.oracle.ExponentialFlowData;

/**
 * The delay by loss on inseparable Gaussian data sets in many dimensions, measured on integrated
 * gradient flows and held against σ²‖S_∞‖²/2 − log Z.
 *
 * <p>At the training threshold log t_tr ηε = log(te^b m); at that of the population b + σ²‖S‖²/2 =
 * log ε, so that log(t_gen/t_tr) = σ²‖S_gen‖²/2 − log m_tr + log(T_gen/T_tr), T = te^b. Since m ≥ Z
 * falls and dT/dv = 1 − mT over the conformal time v, from half of the training threshold's −b on
 * log(Tm) lies between −log(m/Z) − 2e^{−w} and log(m/Z), m taken there and w = (Z/m)Δ(−b); and ‖S −
 * S_∞‖ doesn't grow.
 */
class DelayOnDataSetsProperties {
  /**
   * A data set and a threshold.
   *
   * @param relaxation r log(1/ε), r the slowest rate of S − S_∞
   */
  record Draw(int points, int dimension, double sigma, long seed, double relaxation, double eta) {
    ExponentialFlowData data() {
      return ExponentialFlowData.gaussian(new Random(seed), points, dimension, sigma);
    }

    Object[] inputs(double fall) {
      return new Object[] {
        "N", points, "d", dimension, "sigma", sigma, "seed", seed, "eta", eta, "logEpsilon", -fall
      };
    }
  }

  /** The two threshold states and what is left of the relaxation, as bounds of the logarithms. */
  private record Crossing(
      ExponentialFlow.State training,
      ExponentialFlow.State population,
      double clock,
      double weight,
      double rounding) {
    static Crossing of(Draw draw, ExponentialFlowData.Minimum minimum, double fall) {
      ExponentialFlow flow = new ExponentialFlow(draw.data());
      ExponentialFlow.State half = flow.atLoss(flow.start(), fall / 2);
      ExponentialFlow.State training = flow.atLoss(half, fall);
      double variance = draw.sigma * draw.sigma;
      ExponentialFlow.State population = flow.atPopulationLoss(training, variance, fall);
      double excess = half.logMean() - minimum.logMean();
      double width = StrictMath.exp(-excess) * (training.fall() - half.fall());
      double clock = Math.max(0, excess) + 2 * StrictMath.exp(-width);
      double lag = training.distance(minimum.weight()) + minimum.error();
      double weight = variance * lag * (minimum.norm() + lag);
      // S enters log m with ‖Σ pᵢxᵢ‖, about 0, and ½σ²‖S‖² with σ²‖S‖; T and b with 1/T and 1.
      double sensitivity = 2 + variance * minimum.norm() + 2 / Math.min(training.scaledTime(), 1);
      double rounding = sensitivity * population.localErrors() + 2e-11;
      return new Crossing(training, population, clock, weight, rounding);
    }
  }

  @Property(tries = 25)
  @Checks({"beck.ext.ratio-general", "beck.sec41.universality"})
  void thresholdTimesOfTheFlow(@ForAll("draws") Draw draw) {
    Optional<ExponentialFlowData.Minimum> found = draw.data().minimum();
    Assume.that(found.isPresent());
    ExponentialFlowData.Minimum minimum = found.orElseThrow();
    double fall = Math.max(60, draw.relaxation / minimum.slowest());
    Assume.that(fall < 3000);
    Crossing crossing = Crossing.of(draw, minimum, fall);
    double logEta = StrictMath.log(draw.eta);
    double training = crossing.training.logTime() - logEta;
    Check.of("beck.ext.ratio-general", "log t_tr, t_tr ηε → 1")
        .by(Oracle.LIMIT)
        .part("training")
        .at(draw.inputs(fall))
        .expecting(
            training, Remainders.sum(crossing.clock, crossing.rounding, "log(m/Z) + 2e^{−w}"))
        .holds(new DelayLaws(TwoPoints.of(0.5)).logTrainingTime(draw.eta, -fall))
        .rejects("1/(ηεZ)", fall - logEta - minimum.logMean())
        .rejects("η left out", fall);
    for (String claim : new String[] {"beck.ext.ratio-general", "beck.sec41.universality"}) {
      checkRatio(claim, draw, minimum, crossing, fall);
    }
  }

  private static void checkRatio(
      String claim,
      Draw draw,
      ExponentialFlowData.Minimum minimum,
      Crossing crossing,
      double fall) {
    double scaled = draw.sigma * minimum.norm();
    double ratio = crossing.population.logTime() - crossing.training.logTime();
    double law = DelayLaws.logRatio(scaled, minimum.logMean());
    double remains = crossing.weight + 2 * crossing.clock;
    Check.of(claim, "log(t_gen/t_tr) → σ²‖S_∞‖²/2 − log Z")
        .by(Oracle.LIMIT)
        .part("any inseparable set")
        .at(draw.inputs(fall))
        .expecting(ratio, Remainders.sum(remains, crossing.rounding, "σ²‖S‖δ, 2log(m/Z), 4e^{−w}"))
        .holds(law)
        .rejects("Z left out", 0.5 * scaled * scaled)
        .rejects("+log Z", 0.5 * scaled * scaled + minimum.logMean())
        .rejects("without ½", scaled * scaled - minimum.logMean());
    Check.of(claim, "error of the law where r log(1/ε) > 30")
        .part("any inseparable set")
        .at(draw.inputs(fall))
        .expectingAtMost(1e-6, new Tolerance.Exact())
        .holds(Math.abs(ratio - law))
        .rejects("Z left out", Math.abs(ratio - 0.5 * scaled * scaled));
  }

  /** λ = d/N up to 0.42, where most sets are inseparable. */
  @Provide
  Arbitrary<Draw> draws() {
    return Combinators.combine(
            Arbitraries.integers().between(20, 60),
            Arb.uniform(0.2, 0.42),
            Arb.logUniform(0.5, 4),
            Arbitraries.longs(),
            Arb.uniform(30.5, 60),
            Arb.logUniform(1e-3, 10))
        .as(
            (n, lambda, sigma, seed, relaxation, eta) ->
                new Draw(n, Math.max(4, (int) (lambda * n)), sigma, seed, relaxation, eta));
  }
}
