package org.grokcheck.kumar;

import org.grokcheck.math.exact.Rational;

/**
 * How far train and test loss differ at the start by the finite number of samples alone: the
 * centred network is 0 there, so that the train loss is the mean of y² over P samples (claim {@code
 * kumar.sec8.3.2.fluctuation}).
 */
public final class LossFluctuation {
  private static final int DIGITS = 40;

  /** ⟨y⁴⟩/⟨y²⟩² − 1 = 105/9 − 1, whatever D and β are. */
  private static final Rational EXCESS = Rational.of(32, 3);

  private LossFluctuation() {}

  /**
   * Returns the variance of the initial train loss over its squared mean, 32/(3P).
   *
   * @param samples P ≥ 1
   * @throws IllegalArgumentException if P &lt; 1
   */
  public static Rational relativeVariance(long samples) {
    Require.atLeast("P (samples)", samples, 1);
    return EXCESS.over(samples);
  }

  /**
   * Returns the relative standard deviation √(32/(3P)).
   *
   * @param samples P ≥ 1
   * @throws IllegalArgumentException if P &lt; 1
   */
  public static double relativeDeviation(long samples) {
    return relativeVariance(samples).sqrt(DIGITS).doubleValue();
  }
}
