package org.grokcheck.beck;

import java.util.random.RandomGenerator;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Comparison;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.RunSettings;
import org.grokcheck.oracle.DataFlow;
import org.grokcheck.oracle.DataMinimum;
import org.junit.jupiter.api.Test;

/**
 * The delay by loss of Gaussian data sets: gradient flows to t = 1e60 and beyond against
 * exp(σ²‖S_∞‖²/2)/Z, S_∞ and Z from Newton's method.
 *
 * <p>With δ = ‖S̃ − S̃_∞‖, μ = log(m/Z) ≥ 0 and ν = −b − log(ηZt) ≥ 0, which all decrease along the
 * flow: log t_tr = −log(ηε) + μ − ν and log t_gen = −log(ηZε) + ‖S̃‖²/2 − ν, each at its own time;
 * so their values at t_tr bound what the laws leave out.
 */
class FullModelDelayProperties {
  /** Errors of b decay as 1/t, so two runs keep those of some ten steps of 1e-12·|b|, |b| < 150. */
  private static final double FLOW_ERROR = 3e-9;

  @Test
  @Checks({"beck.ext.ratio-general", "beck.sec41.universality"})
  void delayFollowsFromTheMinimum() {
    compare(20, 5, 1.0, 40);
    compare(20, 4, 7.0, 40);
    compare(40, 12, 2.0, 40);
    compare(60, 22, 3.0, 60);
  }

  private static void compare(int points, int dimension, double sigma, int decades) {
    RandomGenerator random =
        RunSettings.seeds().stream("beck.ext.ratio-general/" + points + "-" + dimension);
    DataMinimum minimum = DataMinimum.ofGaussianPoints(random, points, dimension);
    DataFlow flow = new DataFlow(minimum.points(), sigma);
    double logThreshold = -decades * StrictMath.log(10);
    DataFlow.State trained = flow.whenTrainingLossIs(logThreshold);
    DataFlow.State generalized = flow.whenPopulationLossIs(logThreshold);
    Rest rest = Rest.of(minimum, trained, logThreshold);
    Object[] at = {"N", points, "d", dimension, "sigma", sigma, "log10 epsilon", -decades};
    double delay = generalized.logTime() - trained.logTime();
    checkRatio("beck.ext.ratio-general", minimum, delay, rest, at)
        .rejects("‖S_∞‖ not scaled by σ", unscaled(minimum, sigma));
    checkRatio("beck.sec41.universality", minimum, delay, rest, at)
        .refutes("two points at λ = d/N", twoPoints(dimension / (double) points));
    Check.of("beck.ext.ratio-general", "log t_tr")
        .part("training time")
        .by(Oracle.LIMIT)
        .at(at)
        .expecting(
            trained.logTime(),
            Tolerance.sum(
                Tolerance.remainder(rest.loss(), "μ at t_tr"),
                Tolerance.remainder(rest.bias(), "ν at t_tr"),
                Tolerance.remainder(FLOW_ERROR, "flow to 3e-9")))
        .holds(new DelayLaws(TwoPoints.of(0.5)).logTrainingTime(1, logThreshold))
        .rejects("1/(ηZε)", -logThreshold - minimum.logMean());
  }

  private static Comparison checkRatio(
      String claim, DataMinimum minimum, double delay, Rest rest, Object[] at) {
    double squared = minimum.norm() * minimum.norm();
    return Check.of(claim, "log(t_gen/t_tr) of a data set")
        .part("any inseparable set")
        .by(Oracle.LIMIT)
        .at(at)
        .expecting(
            delay,
            Tolerance.sum(
                Tolerance.remainder(rest.total(minimum.norm()), "‖S̃_∞‖δ + δ²/2 + μ + ν at t_tr"),
                Tolerance.remainder(FLOW_ERROR, "flow to 3e-9")))
        .holds(DelayLaws.logRatio(minimum.norm(), minimum.logMean()))
        .rejects("without Z", DelayLaws.logRatio(minimum.norm(), 0))
        .rejects("‖S̃_∞‖² without ½", squared - minimum.logMean());
  }

  private static double unscaled(DataMinimum minimum, double sigma) {
    return DelayLaws.logRatio(minimum.norm() / sigma, minimum.logMean());
  }

  private static double twoPoints(double lambda) {
    return new DelayLaws(TwoPoints.of(1 - 2 * lambda)).logRatio();
  }

  /** δ, μ and ν. */
  private record Rest(double distance, double loss, double bias) {
    static Rest of(DataMinimum minimum, DataFlow.State state, double logLoss) {
      double sum = 0;
      double[] limit = minimum.minimiser();
      for (int j = 0; j < limit.length; j++) {
        sum += (state.weight()[j] - limit[j]) * (state.weight()[j] - limit[j]);
      }
      return new Rest(
          Math.sqrt(sum),
          Math.abs(logLoss - state.bias() - minimum.logMean()),
          Math.abs(state.bias() + minimum.logMean() + state.logTime()));
    }

    double total(double norm) {
      return norm * distance + distance * distance / 2 + loss + bias;
    }
  }
}
