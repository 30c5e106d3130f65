package org.grokcheck.kumar.experiment;

import java.util.Arrays;

/**
 * The accuracy of a regression, acc_θ = (1/n) Σ 1[e_i ≤ θ] (claim {@code kumar.sec16.2.threshold}):
 * the share of samples whose error e_i is at most θ.
 */
public final class ThresholdedAccuracy {
  private ThresholdedAccuracy() {}

  /**
   * Returns the share; an error that is NaN counts as wrong.
   *
   * @param errors one a sample, at least one
   * @param threshold θ ≥ 0; may be infinite
   * @throws IllegalArgumentException if there is no sample or θ is negative or NaN
   */
  public static double of(double[] errors, double threshold) {
    if (errors.length == 0) {
      throw new IllegalArgumentException("errors: need at least one, got none");
    }
    if (!(threshold >= 0)) {
      throw new IllegalArgumentException("theta: need a number of at least 0, got " + threshold);
    }
    return (double) Arrays.stream(errors).filter(e -> e <= threshold).count() / errors.length;
  }
}
