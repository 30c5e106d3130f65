package org.grokcheck.notsawo.experiment;

import java.util.Arrays;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;

/** Student's 95 percent interval of the mean of independent values, such as one a run. */
final class StudentInterval {
  private StudentInterval() {}

  /** Mean less t₀.₉₇₅ s/√n. */
  static double lower(double[] values) {
    double quantile = new TDistribution(values.length - 1.0).inverseCumulativeProbability(0.975);
    return StatUtils.mean(values)
        - quantile * Math.sqrt(StatUtils.variance(values) / values.length);
  }

  /** Mean plus t₀.₉₇₅ s/√n. */
  static double upper(double[] values) {
    return -lower(Arrays.stream(values).map(x -> -x).toArray());
  }

  /** Both ends. */
  static double[] of(double[] values) {
    return new double[] {lower(values), upper(values)};
  }
}
