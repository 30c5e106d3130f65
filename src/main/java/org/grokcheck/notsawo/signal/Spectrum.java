package org.grokcheck.notsawo.signal;

/**
 * The power spectrum |X_k|², X_k = Σ_t x_t e^{−2πikt/N} without a prefactor (claims {@code
 * notsawo.sec3.moment}, {@code notsawo.sec3.parseval}).
 */
public final class Spectrum {
  private final double[] power;
  private final int samples;

  private Spectrum(double[] power, int samples) {
    this.power = power;
    this.samples = samples;
  }

  /**
   * Transforms a signal by the definition, in time N².
   *
   * @param signal at least one finite sample
   * @throws IllegalArgumentException if there is none, or one isn't finite
   */
  public static Spectrum of(double[] signal) {
    Require.samples(signal, 1);
    int n = signal.length;
    double[] cosines = new double[n];
    double[] sines = new double[n];
    for (int j = 0; j < n; j++) {
      cosines[j] = StrictMath.cos(2 * Math.PI * j / n);
      sines[j] = StrictMath.sin(2 * Math.PI * j / n);
    }
    double[] power = new double[n];
    for (int k = 0; k < n; k++) {
      double re = 0;
      double im = 0;
      for (int t = 0; t < n; t++) {
        int j = (int) ((long) k * t % n);
        re += signal[t] * cosines[j];
        im += signal[t] * sines[j];
      }
      power[k] = re * re + im * im;
    }
    return new Spectrum(power, n);
  }

  /** Returns |X_k|², k from 0 to N − 1. */
  public double power(int k) {
    return power[k];
  }

  /** Returns Σ_k |X_k|², which is N Σ x². */
  public double total() {
    double sum = 0;
    for (double p : power) {
      sum += p;
    }
    return sum;
  }

  /** Returns the same total from the bins 0, …, ⌊N/2⌋: those strictly between count twice. */
  public double oneSidedTotal() {
    double sum = power[0];
    for (int k = 1; 2 * k < samples; k++) {
      sum += 2 * power[k];
    }
    return samples % 2 == 0 ? sum + power[samples / 2] : sum;
  }

  /**
   * Returns (1/N) Σ_k ω_k^n |X_k|² over both signs of frequency, −π &lt; ω ≤ π a sample; at odd n
   * the Nyquist bin, which has either sign, counts 0.
   *
   * @param order n, from 0
   */
  public double moment(int order) {
    double sum = order == 0 ? power[0] : 0;
    for (int k = 1; k < samples; k++) {
      double frequency = 2 * Math.PI * (2 * k <= samples ? k : k - samples) / samples;
      boolean cancels = order % 2 == 1 && 2 * k == samples;
      sum += cancels ? 0 : StrictMath.pow(frequency, order) * power[k];
    }
    return sum / samples;
  }
}
