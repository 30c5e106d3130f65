package org.grokcheck.math;

import java.math.BigDecimal;
import java.math.MathContext;

/** The largest and the root mean square error of a function over a table, in ulps of the result. */
final class UlpStatistics {
  private double max;
  private double squares;
  private int count;
  private String worst = "";

  /**
   * Adds one result.
   *
   * @param floor results smaller than this are measured in its ulps; 0 for none
   */
  void add(double actual, BigDecimal expected, double floor, Object input) {
    double error = error(actual, expected, floor);
    if (!(error <= max)) {
      max = error;
      worst = input + " gave " + actual + ", expected " + expected.round(new MathContext(20));
    }
    squares += error * error;
    count++;
  }

  private static double error(double actual, BigDecimal expected, double floor) {
    if (!Double.isFinite(actual)) {
      return Double.POSITIVE_INFINITY;
    }
    double ulp = Math.ulp(Math.max(Math.abs(expected.doubleValue()), floor));
    return new BigDecimal(actual)
        .subtract(expected)
        .abs()
        .divide(new BigDecimal(ulp), MathContext.DECIMAL32)
        .doubleValue();
  }

  double max() {
    return max;
  }

  double rms() {
    return Math.sqrt(squares / count);
  }

  int count() {
    return count;
  }

  String worst() {
    return worst;
  }
}
