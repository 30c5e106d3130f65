package org.grokcheck.notsawo.signal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.grokcheck.evidence.Infrastructure;
import org.grokcheck.math.Seeds;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.notsawo.signal.ForecastCalibration.Run;
import org.junit.jupiter.api.Test;

/** Forecasts of few runs, areas of few scores, and their intervals. */
@Infrastructure("what forecasts are worth, in cases that can be counted")
class ForecastValuesTest {
  private static final double[] ENDS = {0, 1};

  private static ForecastCalibration runs(double[] generalised, double[] others) {
    List<Run> runs = new ArrayList<>();
    for (double score : generalised) {
      runs.add(new Run(score, true));
    }
    for (double score : others) {
      runs.add(new Run(score, false));
    }
    return new ForecastCalibration(runs);
  }

  @Test
  void thresholds() {
    // 1.5 gives rates of 3/3 + 1/3, 2.5 of 2/3 + 1/3, 4.5 of 2/3 + 3/3, 7.5 of 1/3 + 3/3.
    ForecastCalibration mixed = runs(new double[] {2, 6, 9}, new double[] {1, 3, 3});
    assertEquals(4.5, mixed.threshold());
    assertArrayEquals(new double[] {2, 6, 9}, mixed.scores(true));
    assertArrayEquals(new double[] {1, 3, 3}, mixed.scores(false));
    assertEquals(7 / 9.0, mixed.area());
    // Both 3/2 and 7/2 give 3/2: the lower one is taken.
    assertEquals(1.5, runs(new double[] {2, 4}, new double[] {1, 3}).threshold());
    // Nothing better than to let all pass.
    assertEquals(1, runs(new double[] {1, 2}, new double[] {3, 4}).threshold());
  }

  /** Wilson's ends are the p at which the share lies z standard errors of p away. */
  @Test
  void intervalsOfShares() {
    double square = 3.841458820694124;
    for (int all : new int[] {1, 7, 40}) {
      for (int right = 0; right <= all; right++) {
        double share = (double) right / all;
        double[] ends = ForecastCalibration.interval(right, all);
        double[] mirrored = ForecastCalibration.interval(all - right, all);
        for (int k = 0; k < 2; k++) {
          double gap = share - ends[k];
          assertEquals(square * ends[k] * (1 - ends[k]) / all, gap * gap, 1e-14);
          assertEquals(1 - ends[k], mirrored[1 - k], 1e-14);
        }
        assertTrue(ends[0] < share + 1e-15 && share < ends[1] + 1e-15 && ends[0] < ends[1]);
      }
    }
  }

  @Test
  void runsThatComeWithTheProgram() {
    ForecastCalibration small = ForecastCalibration.ofSmallRuns();
    double[] yes = small.scores(true);
    double[] no = small.scores(false);
    assertEquals(small.runs().size(), yes.length + no.length);
    assertEquals(48, small.runs().size());
    assertEquals(0.00011464446585284379, small.runs().get(0).score());
    double twice = 0;
    for (double y : yes) {
      for (double n : no) {
        twice += 1 + Math.signum(y - n);
      }
    }
    assertEquals(twice / (2.0 * yes.length * no.length), small.area(), 1e-15);
  }

  /** Of the orders of two and two, 1, 1, 2, 1, 1 have 0 to 4 pairs in order. */
  @Test
  void lawOfTheArea() {
    assertEquals(1, RocArea.of(new double[] {2}, new double[] {1}));
    assertEquals(0.5, RocArea.of(ENDS, ENDS));
    assertEquals(0.875, RocArea.of(new double[] {1, 2}, ENDS));
    assertEquals(Rational.ONE.over(12), RocArea.nullVariance(2, 3));
    assertEquals(Rational.ONE.over(10), RocArea.perfectProbability(2, 3));
    assertEquals(Rational.ONE.over(10), RocArea.perfectProbability(3, 2));
    long[] thirds = {1, 2, 3, 2, 1};
    for (int u = 0; u < thirds.length; u++) {
      assertEquals(Rational.of(thirds[u]).over(3), RocArea.twoSidedProbability(2, 2, u));
    }
  }

  /** Drawn anew, two scores about one have an area of 0, ½ and 1 in the ratio 1 : 2 : 1. */
  @Test
  void bootstrap() {
    double[] middle = {0.5};
    var inner = RocArea.bootstrap(ENDS, middle, 0.4, 2000, new Seeds(3).stream("inner"));
    assertEquals(new RocArea.Interval(0.5, 0.5, 0.5), inner);
    var outer = RocArea.bootstrap(ENDS, middle, 0.6, 2000, new Seeds(3).stream("outer"));
    assertEquals(new RocArea.Interval(0.5, 0, 1), outer);
    var swapped = RocArea.bootstrap(middle, ENDS, 0.6, 2000, new Seeds(3).stream("swapped"));
    assertEquals(new RocArea.Interval(0.5, 0, 1), swapped);
    RocArea.Interval interval = new RocArea.Interval(0.5, 0.25, 0.75);
    assertTrue(interval.holds(0.25) && interval.holds(0.75));
    assertFalse(interval.holds(Math.nextDown(0.25)) || interval.holds(Math.nextUp(0.75)));
  }
}
