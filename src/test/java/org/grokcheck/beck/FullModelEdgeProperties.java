package org.grokcheck.beck;

import java.util.random.RandomGenerator;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.RunSettings;
import org.grokcheck.oracle.DataMinimum;
import org.grokcheck.oracle.GordonLimit;
import org.junit.jupiter.api.Test;

/**
 * The d-dimensional model as λ = d/N → ½ from below: ‖S_∞‖ grows like (1 − 2λ)^{−1/2}, not like a
 * logarithm, and with it the delay. The limit N → ∞ comes from two scalar equations, whose solution
 * is compared with minimisers of random data.
 */
class FullModelEdgeProperties {
  private static final double FALSE_ALARM = 1e-9;

  /** Norms s, doubling; the last three are extrapolated. */
  private static final double[] NORMS = {500, 1000, 2000};

  /** A limit from three values at h, h/2, h/4 with corrections h and, nearly, h². */
  private record Extrapolated(double value, double error) {
    static Extrapolated of(double coarse, double middle, double fine) {
      double first = 2 * middle - coarse;
      double second = 2 * fine - middle;
      // The h² term may carry a logarithm, so what the second step changes is the error bar.
      double value = (4 * second - first) / 3;
      return new Extrapolated(value, Math.abs(value - second));
    }

    Tolerance tolerance() {
      return Tolerance.remainder(
          error, "change by the second Richardson step in 1/s, at s = 500, 1000, 2000");
    }
  }

  @Test
  @Checks({"beck.sec4.log-divergence-full", "beck.sec41.universality"})
  void normAndDelayDivergeAsPowersOfTheGap() {
    double[] square = new double[NORMS.length];
    double[] delay = new double[NORMS.length];
    GordonLimit last = new GordonLimit(NORMS[0]);
    for (int k = 0; k < NORMS.length; k++) {
      last = new GordonLimit(NORMS[k]);
      square[k] = last.gap() * NORMS[k] * NORMS[k];
      delay[k] = last.gap() * DelayLaws.logRatio(NORMS[k], last.logMeanExponential());
    }
    checkNorm(Extrapolated.of(square[0], square[1], square[2]), last.gap());
    checkDelay(Extrapolated.of(delay[0], delay[1], delay[2]), last.gap());
  }

  private static void checkNorm(Extrapolated limit, double gap) {
    double coefficient = CriticalNormLaw.normCoefficient(1);
    // The logarithm that runs through λ = 0.3 and 0.4.
    double low = GordonLimit.atRatio(0.3).norm();
    double slope =
        (GordonLimit.atRatio(0.4).norm() - low) / (StrictMath.log(0.4) - StrictMath.log(0.2));
    double logarithm = low + slope * (StrictMath.log(0.4) - StrictMath.log(gap));
    Check.of("beck.sec4.log-divergence-full", "lim (1 − 2λ)‖S̃_∞‖²")
        .part("law of divergence")
        .by(Oracle.LIMIT)
        .at("s", NORMS[2], "1 - 2 lambda", gap)
        .expecting(limit.value(), limit.tolerance())
        .holds(coefficient * coefficient)
        .refutes("logarithm of 1 − 2λ, fitted at λ = 0.3 and 0.4", gap * logarithm * logarithm)
        .refutes("log(1/(1 − 2λ)), as of two points", gap * StrictMath.pow(StrictMath.log(gap), 2))
        .rejects("π²/8 alone", Math.PI * Math.PI / 8);
  }

  private static void checkDelay(Extrapolated limit, double gap) {
    double coefficient = CriticalNormLaw.normCoefficient(1);
    double logGap = StrictMath.log(gap);
    Check.of("beck.sec41.universality", "lim (1 − 2λ) log(t_gen/t_tr)")
        .part("law of divergence")
        .by(Oracle.LIMIT)
        .at("s", NORMS[2], "1 - 2 lambda", gap)
        .expecting(limit.value(), limit.tolerance())
        .holds(0.5 * coefficient * coefficient)
        .refutes("½ log²(1 − 2λ), eq. (16)", gap * 0.5 * logGap * logGap)
        .refutes("log 2 + ½ log²(1 − 2λ)", gap * (0.5 * logGap * logGap + StrictMath.log(2)))
        .rejects("without the ½", coefficient * coefficient);
  }

  @Test
  @Checks("beck.sec4.log-divergence-full")
  void randomDataFollowTheScalarEquations() {
    compareNorms(150, 0.2, 60);
    compareNorms(150, 0.3, 110);
  }

  /** Means at N and 2N, extrapolated to N → ∞ at first order in 1/N. */
  private static void compareNorms(int points, double lambda, int draws) {
    double[] small = norms(points, lambda, draws);
    double[] large = norms(2 * points, lambda, draws);
    double value = 2 * mean(large) - mean(small);
    double standardError = StrictMath.hypot(2 * standardError(large), standardError(small));
    // Welch's degrees of freedom are at least those of one sample.
    double quantile =
        new TDistribution(draws - 1).inverseCumulativeProbability(1 - FALSE_ALARM / 2);
    double limit = GordonLimit.atRatio(lambda).norm();
    double rival = TwoPoints.of(1 - 2 * lambda).stationaryWeight();
    double power =
        new NormalDistribution()
            .cumulativeProbability(Math.abs(limit - rival) / standardError - quantile);
    Check.of("beck.sec4.log-divergence-full", "mean ‖S̃_∞‖ of random data")
        .part("full model at finite size")
        .by(Oracle.STATISTICAL)
        .at("N", 2 * points, "lambda", lambda, "draws", draws)
        .expecting(
            value,
            new Tolerance.Clt(
                standardError,
                FALSE_ALARM,
                quantile,
                "Student's law, samples at N and 2N combined to cancel 1/N"))
        .power(power)
        .holds(limit)
        .rejects("log(1/(1 − 2λ))/(2(1 − λ)), of two points", rival);
  }

  private static double[] norms(int points, double lambda, int draws) {
    RandomGenerator random =
        RunSettings.seeds().stream("beck.sec4.log-divergence-full/" + points + "-" + lambda);
    double[] norms = new double[draws];
    for (int k = 0; k < draws; k++) {
      int dimension = (int) Math.round(lambda * points);
      norms[k] = DataMinimum.ofGaussianPoints(random, points, dimension).norm();
    }
    return norms;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double standardError(double[] values) {
    double mean = mean(values);
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return Math.sqrt(sum / (values.length - 1) / values.length);
  }
}
