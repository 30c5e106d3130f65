package org.grokcheck.beck;

import java.math.BigDecimal;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.ejml.data.DMatrixRMaj;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.RunSettings;
import org.grokcheck.oracle.DataMinimum;
import org.junit.jupiter.api.Test;

/**
 * Random data against the limit N → ∞ below λ = ½: norm, mean exponential, and the law of the
 * projections S_∞·xᵢ, each averaged over independent draws at N and 2N, from which terms of order
 * 1/N cancel.
 */
class ProportionalDataProperties {
  private static final double FALSE_ALARM = 1e-9;
  private static final BigDecimal LAMBDA = new BigDecimal("0.3");
  private static final int POINTS = 100;
  private static final int DRAWS = 300;

  /** Statistics of one draw: ‖S‖, log Z, and shares of projections below 0, s/4 and s/2. */
  private static double[] statistics(RandomGenerator random, int points, double norm) {
    DataMinimum minimum =
        DataMinimum.ofGaussianPoints(random, points, (int) Math.round(0.3 * points));
    DMatrixRMaj x = minimum.points();
    double[] s = minimum.minimiser();
    double[] statistics = new double[5];
    statistics[0] = minimum.norm();
    statistics[1] = minimum.logMean();
    for (int i = 0; i < points; i++) {
      double projection = 0;
      for (int j = 0; j < s.length; j++) {
        projection += s[j] * x.unsafe_get(i, j);
      }
      statistics[2] += projection <= 0 ? 1.0 / points : 0;
      statistics[3] += projection <= norm / 4 ? 1.0 / points : 0;
      statistics[4] += projection <= norm / 2 ? 1.0 / points : 0;
    }
    return statistics;
  }

  private static double[][] draws(int points, double norm) {
    RandomGenerator random = RunSettings.seeds().stream("beck.ext.cgmt/" + points);
    double[][] columns = new double[5][DRAWS];
    for (int k = 0; k < DRAWS; k++) {
      double[] row = statistics(random, points, norm);
      for (int c = 0; c < row.length; c++) {
        columns[c][k] = row[c];
      }
    }
    return columns;
  }

  @Test
  @Checks({"beck.ext.cgmt", "beck.ext.cgmt-law", "beck.sec32.train-not-gaussian"})
  void randomDataApproachTheLimit() {
    ProportionalMinimum limit = ProportionalMinimum.ofLambda(LAMBDA);
    double s = limit.norm();
    double[][] small = draws(POINTS, s);
    double[][] large = draws(2 * POINTS, s);
    compare(
        "beck.ext.cgmt", "mean ‖S_∞‖", small[0], large[0], s, TwoPoints.of(0.4).stationaryWeight());
    compare(
        "beck.ext.cgmt",
        "mean log Z",
        small[1],
        large[1],
        limit.logMeanExponential(),
        // Projections of Gaussian law would give s²/2.
        0.5 * s * s);
    double[] ends = {0, s / 4, s / 2};
    String[] names = {"P(S_∞·x ≤ 0)", "P(S_∞·x ≤ s/4)", "P(S_∞·x ≤ s/2)"};
    for (int k = 0; k < ends.length; k++) {
      double gaussian = new NormalDistribution().cumulativeProbability(ends[k] / s);
      double share = limit.projectionCdf(ends[k]);
      for (String claim : new String[] {"beck.ext.cgmt-law", "beck.sec32.train-not-gaussian"}) {
        compare(claim, names[k], small[2 + k], large[2 + k], share, gaussian);
      }
    }
  }

  private static void compare(
      String claim, String quantity, double[] small, double[] large, double limit, double rival) {
    double value = 2 * StatUtils.mean(large) - StatUtils.mean(small);
    double error = StrictMath.hypot(2 * standardError(large), standardError(small));
    // Welch's degrees of freedom are at least those of one sample.
    double quantile =
        new TDistribution(small.length - 1).inverseCumulativeProbability(1 - FALSE_ALARM / 2);
    double power =
        new NormalDistribution().cumulativeProbability(Math.abs(limit - rival) / error - quantile);
    Check.of(claim, quantity)
        .part("random data")
        .by(Oracle.STATISTICAL)
        .at("N", 2 * POINTS, "lambda", LAMBDA, "draws", small.length)
        .expecting(
            value,
            new Tolerance.Clt(
                error, FALSE_ALARM, quantile, "Student's law, samples at N and 2N cancel 1/N"))
        .power(power)
        .holds(limit)
        .rejects("two points, or projections of Gaussian law", rival);
  }

  private static double standardError(double[] values) {
    return Math.sqrt(StatUtils.variance(values) / values.length);
  }

  @Test
  @Checks("beck.sec32.train-not-gaussian")
  void projectionsOfTheTrainingSetSumUpDifferently() {
    // Σ e^{v}v = 0 at the minimum, so the projections can't be symmetric about 0 unless all are 0.
    RandomGenerator random = RunSettings.seeds().stream("beck.sec32.train-not-gaussian");
    DataMinimum minimum = DataMinimum.ofGaussianPoints(random, POINTS, 30);
    double[] s = minimum.minimiser();
    double pull = 0;
    double size = 0;
    double mean = 0;
    for (int i = 0; i < POINTS; i++) {
      double v = 0;
      for (int j = 0; j < s.length; j++) {
        v += s[j] * minimum.points().unsafe_get(i, j);
      }
      pull += v * StrictMath.exp(v);
      size += Math.abs(v) * StrictMath.exp(v);
      mean += v * v * StrictMath.exp(0.5 * minimum.norm() * minimum.norm());
    }
    Check.of("beck.sec32.train-not-gaussian", "Σ v e^v over the training set")
        .by(Oracle.INVARIANT)
        .part("exact sum")
        .at("N", POINTS, "d", 30)
        .expecting(
            0, new Tolerance.Rounding(64.0 * s.length, size, "products of d terms, Newton's end"))
        .holds(pull)
        .rejects("s² e^{s²/2} each, Gaussian", mean);
  }
}
