package org.grokcheck.notsawo.curve;

/**
 * Accuracies at rising steps, and when they pass a threshold (claims {@code notsawo.sec2.t1_t3},
 * {@code notsawo.sec2.t2_t4}). A time that isn't reached is ∞.
 */
public final class AccuracyCurve {
  private final long[] steps;
  private final double[] accuracies;

  /**
   * Takes a curve.
   *
   * @param steps strictly rising, at least one
   * @param accuracies fractions from 0 to 1, as many
   * @throws IllegalArgumentException if one of this fails, naming the place
   */
  public AccuracyCurve(long[] steps, double[] accuracies) {
    Require.that(
        steps.length == accuracies.length && steps.length > 0,
        "steps, accuracies: need as many of each and at least one, got %d and %d"
            .formatted(steps.length, accuracies.length));
    for (int i = 0; i < steps.length; i++) {
      Require.that(
          i == 0 || steps[i] > steps[i - 1],
          "steps[%d]: need more than the step before, %d, got %d"
              .formatted(i, i == 0 ? 0 : steps[i - 1], steps[i]));
      Require.that(
          accuracies[i] >= 0 && accuracies[i] <= 1,
          "accuracies[%d]: need a fraction from 0 to 1, got %s"
              .formatted(i, Double.toString(accuracies[i])));
    }
    this.steps = steps.clone();
    this.accuracies = accuracies.clone();
  }

  /** Returns the number of records. */
  public int size() {
    return steps.length;
  }

  /** Returns the last step. */
  public long lastStep() {
    return steps[steps.length - 1];
  }

  /** Returns the largest accuracy. */
  public double largest() {
    double largest = 0;
    for (double accuracy : accuracies) {
      largest = Math.max(largest, accuracy);
    }
    return largest;
  }

  /** Returns the first step with an accuracy above the threshold. */
  public double firstAbove(double threshold) {
    return first(Math.nextUp(threshold));
  }

  /** Returns the first step with an accuracy of at least the threshold. */
  public double first(double threshold) {
    for (int i = 0; i < steps.length; i++) {
      if (accuracies[i] >= threshold) {
        return steps[i];
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  /** Returns the first step from which on no accuracy is below the threshold. */
  public double sustained(double threshold) {
    double since = Double.POSITIVE_INFINITY;
    for (int i = steps.length - 1; i >= 0 && accuracies[i] >= threshold; i--) {
      since = steps[i];
    }
    return since;
  }

  /**
   * Returns how far the accuracy falls below the threshold within so many steps after it was first
   * reached; 0 if it doesn't, or if it was never reached.
   */
  public double dropBack(double threshold, long within) {
    double reached = first(threshold);
    double lowest = threshold;
    for (int i = 0; i < steps.length; i++) {
      if (steps[i] >= reached && steps[i] - reached <= within) {
        lowest = Math.min(lowest, accuracies[i]);
      }
    }
    return threshold - lowest;
  }
}
