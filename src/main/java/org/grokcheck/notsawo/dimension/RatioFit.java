package org.grokcheck.notsawo.dimension;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.grokcheck.math.Decimals;

/**
 * The fit of −log(1 − F_i) = d log μ_i through the origin, steps 2 to 5 of the algorithm in App.
 * H.1 (claims {@code notsawo.apph.least_squares}, {@code notsawo.apph.residual}), beside the
 * estimate of largest likelihood at k = 2.
 */
public final class RatioFit {
  private final double[] logs;
  private final double[] survivals;

  private RatioFit(double[] sortedLogs, PlottingPosition rule, int kept) {
    int n = sortedLogs.length;
    logs = Arrays.copyOf(sortedLogs, kept);
    survivals = new double[kept];
    Arrays.setAll(survivals, i -> rule.logSurvival(i + 1, n));
  }

  /**
   * A fit to ratios.
   *
   * @param ratios μ_1, ..., μ_n in any order, each at least 1, n ≥ 2
   * @throws IllegalArgumentException if there are too few, or one is below 1
   */
  public static RatioFit of(List<BigDecimal> ratios, PlottingPosition rule) {
    double[] logs = new double[ratios.size()];
    for (int i = 0; i < logs.length; i++) {
      BigDecimal ratio = ratios.get(i);
      if (ratio.compareTo(BigDecimal.ONE) < 0) {
        throw new IllegalArgumentException("mu[" + i + "]: need at least 1, got " + ratio);
      }
      logs[i] = Decimals.logRatio(ratio, BigDecimal.ONE);
    }
    return ofLogs(logs, rule);
  }

  /**
   * A fit to logarithms of ratios.
   *
   * @param logs log μ_i in any order, each at least 0, n ≥ 2; not changed
   * @throws IllegalArgumentException if there are too few
   */
  public static RatioFit ofLogs(double[] logs, PlottingPosition rule) {
    requireTwo(logs.length);
    return new RatioFit(sorted(logs), rule, rule.kept(logs.length));
  }

  /**
   * A fit to the lowest ratios alone, F_i = i/n with the n of all.
   *
   * @param logs log μ_i of all, in any order
   * @param kept number that enters, from 1 to n − 1
   * @throws IllegalArgumentException if it is out of range
   */
  public static RatioFit ofLowest(double[] logs, int kept) {
    requireTwo(logs.length);
    if (kept < 1 || kept >= logs.length) {
      throw new IllegalArgumentException(
          "kept: need a number from 1 to " + (logs.length - 1) + ", got " + kept);
    }
    return new RatioFit(sorted(logs), PlottingPosition.LARGEST_DROPPED, kept);
  }

  private static void requireTwo(int n) {
    if (n < 2) {
      throw new IllegalArgumentException("mu: need at least 2 ratios, got " + n);
    }
  }

  private static double[] sorted(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  /** d* = −Σ log μ_i log(1 − F_i)/Σ (log μ_i)²; NaN where all ratios are 1. */
  public double dimension() {
    double products = 0;
    double squares = 0;
    for (int i = 0; i < logs.length; i++) {
      products -= logs[i] * survivals[i];
      squares += logs[i] * logs[i];
    }
    return products / squares;
  }

  /**
   * Σ (log(1 − F_i) + d* log μ_i)², which is Σ log²(1 − F_i) − d*² Σ log² μ_i without its
   * cancellation.
   */
  public double residual() {
    double dimension = dimension();
    double sum = 0;
    for (int i = 0; i < logs.length; i++) {
      double error = survivals[i] + dimension * logs[i];
      sum += error * error;
    }
    return sum;
  }

  /** n/Σ log μ_i over the ratios that enter: MacKay and Ghahramani's estimate at k = 2. */
  public double mostLikely() {
    return logs.length / Arrays.stream(logs).sum();
  }
}
