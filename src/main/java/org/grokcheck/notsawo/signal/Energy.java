package org.grokcheck.notsawo.signal;

/**
 * The energy of a signal, which the paper calls its activity m₀ (claims {@code
 * notsawo.sec3.parseval}, {@code notsawo.sec3.activity}, {@code notsawo.ext.m0_mean}): T samples
 * have Σx² = T(variance + mean²), so that mean and trend outweigh any oscillation.
 */
public final class Energy {
  private Energy() {}

  /** Returns Σ x_t². */
  public static double of(double[] signal) {
    double sum = 0;
    for (double x : signal) {
      sum += x * x;
    }
    return sum;
  }

  /** Returns Σ (x_t − mean)² = T · variance. */
  public static double aboutTheMean(double[] signal) {
    return signal.length * Hjorth.variance(signal);
  }
}
