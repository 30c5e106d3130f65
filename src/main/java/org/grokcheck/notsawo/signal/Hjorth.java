package org.grokcheck.notsawo.signal;

/**
 * Hjorth's parameters of samples (claims {@code notsawo.appf.mobility}, {@code
 * notsawo.appf.complexity}, {@code notsawo.ext.hjorth_discrete}, {@code
 * notsawo.ext.complexity_window}).
 *
 * <p>Complexity is the mobility of the differences over that of the signal; the paper prints the
 * mobility of the differences alone, which isn't dimensionless.
 *
 * @param activity v₀, the variance about the mean, not divided by n − 1
 * @param mobility √(v₁/v₀), v₁ that of the differences; NaN for 0/0
 * @param complexity √(v₂v₀)/v₁; NaN for 0/0
 * @param printedComplexity √(v₂/v₁); NaN for 0/0
 */
public record Hjorth(
    double activity, double mobility, double complexity, double printedComplexity) {

  /**
   * Returns the parameters of a finite record, from the variances of the signal and of its first
   * and second differences. Complexity can be any number from 0.
   *
   * @param signal at least 3 finite samples
   * @throws IllegalArgumentException if there are fewer, or one isn't finite
   */
  public static Hjorth ofWindow(double[] signal) {
    Require.samples(signal, 3);
    double[] first = differences(signal);
    return of(variance(signal), variance(first), variance(differences(first)));
  }

  /**
   * Returns the parameters of one period of a periodic signal: the last sample is followed by the
   * first. Then Σ|Δ^d x|² = (1/N) Σ (2 sin(ω_k/2))^{2d} |X_k|², so that mobility is at most 2 and
   * complexity at least 1.
   *
   * @param signal at least 2 finite samples
   * @throws IllegalArgumentException if there are fewer, or one isn't finite
   */
  public static Hjorth ofPeriod(double[] signal) {
    Require.samples(signal, 2);
    double[] first = cyclicDifferences(signal);
    return of(variance(signal), meanSquare(first), meanSquare(cyclicDifferences(first)));
  }

  /**
   * Returns the parameters of cos(2πkt/N), t = 0, …, N − 1: mobility 2 sin(πk/N), not 2πk/N, and
   * complexity 1.
   *
   * @param samples N ≥ 1
   * @param turns k, any whole number
   */
  public static Hjorth ofCosine(int samples, long turns) {
    Require.that(samples >= 1, "N: need a whole number of at least 1, got " + samples);
    long k = Math.floorMod(turns, (long) samples);
    if (k == 0) {
      return of(0, 0, 0);
    }
    double mobility = 2 * StrictMath.sin(Math.PI * Math.min(k, samples - k) / samples);
    return new Hjorth(2 * k == samples ? 1 : 0.5, mobility, 1, mobility);
  }

  private static Hjorth of(double v0, double v1, double v2) {
    double mobility = StrictMath.sqrt(v1 / v0);
    double ofDifferences = StrictMath.sqrt(v2 / v1);
    return new Hjorth(v0, mobility, ofDifferences / mobility, ofDifferences);
  }

  /** x_{t+1} − x_t. */
  public static double[] differences(double[] signal) {
    double[] differences = new double[signal.length - 1];
    for (int t = 0; t < differences.length; t++) {
      differences[t] = signal[t + 1] - signal[t];
    }
    return differences;
  }

  private static double[] cyclicDifferences(double[] signal) {
    double[] differences = new double[signal.length];
    for (int t = 0; t < signal.length; t++) {
      differences[t] = signal[(t + 1) % signal.length] - signal[t];
    }
    return differences;
  }

  /**
   * Returns the mean square about the mean. Deviations from a first mean, then their own mean
   * subtracted: the rounding of the first mean drops out.
   */
  public static double variance(double[] signal) {
    double center = mean(signal);
    double[] deviations = new double[signal.length];
    for (int t = 0; t < signal.length; t++) {
      deviations[t] = signal[t] - center;
    }
    double rest = mean(deviations);
    return Math.max(0, meanSquare(deviations) - rest * rest);
  }

  /** Returns Σx/n. */
  public static double mean(double[] signal) {
    double sum = 0;
    for (double x : signal) {
      sum += x;
    }
    return sum / signal.length;
  }

  private static double meanSquare(double[] signal) {
    return Energy.of(signal) / signal.length;
  }
}
