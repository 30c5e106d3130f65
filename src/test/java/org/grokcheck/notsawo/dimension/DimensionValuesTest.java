package org.grokcheck.notsawo.dimension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.apache.commons.math3.special.Gamma;
import org.grokcheck.evidence.Infrastructure;
import org.grokcheck.math.exact.Rational;
import org.junit.jupiter.api.Test;

/** Volumes, ratios and estimates where they are known by hand, and where a branch ends. */
@Infrastructure("plain values at which each formula is known without it; its claims have their own")
class DimensionValuesTest {
  private static final BigDecimal ONE = BigDecimal.ONE;
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final double LOG_2 = StrictMath.log(2);

  /** Some ten roundings of doubles. */
  private static void near(double expected, double actual) {
    assertEquals(expected, actual, 1e-14 * Math.max(1, Math.abs(expected)));
  }

  @Test
  void balls() {
    double[] volumes = {1, 2, Math.PI, 4 * Math.PI / 3, Math.PI * Math.PI / 2};
    for (int d = 0; d < volumes.length; d++) {
      near(volumes[d], new BallVolume(d).unit().doubleValue());
      near(StrictMath.log(volumes[d]), new BallVolume(d).logUnit());
    }
    // Γ(1.25) of commons-math is right to 1e-15 or so; half a dimension takes the other branch.
    double half = StrictMath.pow(Math.PI, 0.25) / Gamma.gamma(1.25);
    near(half, new BallVolume(0.5).unit().doubleValue());
    near(StrictMath.log(half), new BallVolume(0.5).logUnit());
    near(4 * Math.PI, new BallVolume(2).shell(0, 2));
    near(3 * Math.PI, new BallVolume(2).shell(1, 2));
    near(half, new BallVolume(0.5).shell(1, 4));
    near(2 * half, new BallVolume(0.5).shell(0, 4));
    assertEquals(0, new BallVolume(3).shell(2, 2));
  }

  @Test
  void ratiosOfNeighbours() {
    NeighbourRatio plane = new NeighbourRatio(2);
    near(0.25, plane.density(TWO).doubleValue());
    near(0.75, plane.distribution(TWO));
    near(-2 * LOG_2, plane.logSurvival(TWO));
    near(3, plane.shellRatio(TWO));
    near(2, NeighbourRatio.dimensionAt(TWO, new BigDecimal("0.75")));
    // 1000/10^1001, beyond doubles; a logarithm of 2305 costs some 2305 roundings.
    BigDecimal small = new NeighbourRatio(1000).density(BigDecimal.TEN).movePointRight(998);
    assertEquals(1, small.doubleValue(), 1e-12);
    assertEquals(0.25, ShellRatio.density(ONE).doubleValue());
    assertEquals(0.75, ShellRatio.distribution(BigDecimal.valueOf(3)).doubleValue());
    assertEquals(List.of(3.0, 2.0, 1.5), TwoNearest.ratios(new double[][] {{0}, {1}, {3}, {1}}));
    near(2 * StrictMath.sqrt(2), TwoNearest.ratios(new double[][] {{0, 0}, {1, 0}, {2, 2}}).get(0));
  }

  @Test
  void estimates() {
    LocalEstimate local = new LocalEstimate(List.of(ONE, TWO, BigDecimal.valueOf(4)));
    near(3 * LOG_2, local.sumOfLogs());
    near(2 / (3 * LOG_2), local.mostLikely());
    near(1 / (3 * LOG_2), local.unbiased());
    GlobalEstimate both = new GlobalEstimate(List.of(1.0, 3.0));
    assertEquals(2, both.levinaBickel());
    near(1.5, both.mackay());
    near(1, LogRatioMean.of(1, 2, 1));
    near(11 / 12.0, LogRatioMean.of(1, 4, 2));
  }

  /** Sums with Kahan's correction, on both sides of 100 000 terms and of j = 100. */
  @Test
  void harmonicNumbers() {
    long[][] ranges = {{1, 100_001}, {1, 100_002}, {30, 300_000}, {100, 200_000}, {5000, 900_000}};
    for (long[] range : ranges) {
      double expected = 0;
      double rest = 0;
      for (long i = range[0]; i < range[1]; i++) {
        double term = 1.0 / i - rest;
        double sum = expected + term;
        rest = sum - expected - term;
        expected = sum;
      }
      // Terms are rounded each, and the tested sum adds up to 100 000 of them.
      assertEquals(expected, LogRatioMean.of(range[0], range[1], 1), 1e-13 * expected);
      assertEquals(expected / 4, LogRatioMean.of(range[0], range[1], 4), 1e-13 * expected);
    }
  }

  @Test
  void lawOfAnEstimate() {
    Rational three = Rational.of(3);
    EstimateLaw law = EstimateLaw.pooled(three, 1, 4);
    assertEquals(Rational.of(9).over(2), law.mean());
    assertEquals(Rational.of(81).over(4), law.variance());
    assertEquals(Rational.of(9), law.unbiasedVariance());
    assertEquals(Rational.ONE.over(3), law.meanOfInverse());
    assertEquals(6, EstimateLaw.pooled(three, 3, 3).shape());
    EstimateLaw two = EstimateLaw.local(three, 3);
    assertTrue(two.hasMean());
    assertFalse(two.hasVariance());
    assertTrue(law.hasVariance());
    // At shape 1, m̂ = m/E with E a standard exponential.
    EstimateLaw one = EstimateLaw.local(three, 2);
    assertFalse(one.hasMean());
    assertEquals(-StrictMath.expm1(-0.5), one.survival(6), 1e-12);
    assertEquals(-3 / StrictMath.log(0.3), one.quantile(0.3), 1e-7);
  }

  /** Against log n! of commons-math, on both sides of n = 64. */
  @Test
  void constantsOfTheFit() {
    near(LOG_2, FitConstant.overOneMore(1));
    assertEquals(0, FitConstant.largestDropped(1));
    near(LOG_2 / 2, FitConstant.largestDropped(2));
    for (int n : new int[] {3, 63, 64, 65, 1000}) {
      double mean = Gamma.logGamma(n + 1.0) / n;
      assertEquals(StrictMath.log(n + 1.0) - mean, FitConstant.overOneMore(n), 1e-13);
      assertEquals(StrictMath.log(n) - mean, FitConstant.largestDropped(n), 1e-13);
    }
  }

  /** Moments of min(E, c)² by Simpson's rule, whose error is far below 1e-9. */
  @Test
  void efficiencyOfTheFit() {
    for (double q : new double[] {0.5, 0.8, 0.864, 0.865, 0.97, 0.999, 1 - 1e-12, 1 - 2e-14}) {
      double c = -StrictMath.log1p(-q);
      double mean = moment(2, c);
      double slope = 2 - StrictMath.exp(-c) * (c * c + 2 * c + 2);
      double expected = (moment(4, c) - mean * mean) / (4 * slope * slope);
      FitEfficiency fit = new FitEfficiency(new BigDecimal(q));
      assertEquals(expected, fit.variance(), 1e-8);
      assertEquals(1, fit.variance() * fit.correlation() * fit.correlation(), 1e-14);
    }
    assertEquals(1.25, new FitEfficiency(ONE).variance());
  }

  private static double moment(int power, double c) {
    int panels = 20_000;
    double h = c / panels;
    double sum = StrictMath.pow(c, power) * StrictMath.exp(-c);
    for (int i = 0; i <= panels; i++) {
      double weight = i == 0 || i == panels ? 1 : 2 + 2 * (i % 2);
      sum += weight * h / 3 * StrictMath.pow(i * h, power) * StrictMath.exp(-i * h);
    }
    return sum;
  }

  /** For n = 4 the correlation is uniform on (−1, 1), so that p = 1 − |r|. */
  @Test
  void studentsTest() {
    for (String r : new String[] {"0.5", "-0.25", "0"}) {
      PearsonTest test = new PearsonTest(4, new BigDecimal(r));
      double value = Double.parseDouble(r);
      near(1 - Math.abs(value), test.twoSided());
      near(value * StrictMath.sqrt(2 / (1 - value * value)), test.statistic());
    }
  }

  @Test
  void positionsAndFits() {
    near(StrictMath.log(0.75), PlottingPosition.OVER_ONE_MORE.logSurvival(1, 3));
    near(StrictMath.log(0.25), PlottingPosition.OVER_ONE_MORE.logSurvival(3, 3));
    near(StrictMath.log(0.75), PlottingPosition.MIDPOINT.logSurvival(1, 2));
    near(StrictMath.log(0.25), PlottingPosition.MIDPOINT.logSurvival(2, 2));
    near(StrictMath.log(0.75), PlottingPosition.LARGEST_DROPPED.logSurvival(1, 4));
    near(StrictMath.log(0.25), PlottingPosition.LARGEST_DROPPED.logSurvival(3, 4));
    for (PlottingPosition rule : PlottingPosition.values()) {
      assertEquals(rule == PlottingPosition.LARGEST_DROPPED ? 6 : 7, rule.kept(7));
      assertEquals(rule, PlottingPosition.of(rule.label()));
    }
    RatioFit fit = RatioFit.ofLogs(new double[] {2, 1}, PlottingPosition.MIDPOINT);
    double first = -StrictMath.log(0.75);
    double second = -StrictMath.log(0.25);
    near((first + 2 * second) / 5, fit.dimension());
    // The distance of (s₁, s₂) from the line along (1, 2).
    near((2 * first - second) * (2 * first - second) / 5, fit.residual());
    near(2 / 3.0, fit.mostLikely());
    RatioFit lowest = RatioFit.ofLowest(new double[] {30, 2, 1}, 2);
    near((StrictMath.log(1.5) + 2 * StrictMath.log(3)) / 5, lowest.dimension());
    near(2 / 3.0, lowest.mostLikely());
    BigDecimal four = BigDecimal.valueOf(4);
    RatioFit decimals = RatioFit.of(List.of(four, TWO), PlottingPosition.MIDPOINT);
    near((first + 2 * second) / (5 * LOG_2), decimals.dimension());
  }
}
