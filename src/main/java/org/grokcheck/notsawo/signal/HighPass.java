package org.grokcheck.notsawo.signal;

/**
 * What is left of a signal without its slow part (claims {@code notsawo.appf.lowpass}, {@code
 * notsawo.appf.fn2}): the paper speaks of a low-pass filter, which keeps the constant, trend and
 * smooth parts that it means to remove.
 */
public final class HighPass {
  /** The window of the moving average that is taken off. */
  public static final int WINDOW = 11;

  private HighPass() {}

  /**
   * Returns the moving average, over {@value #WINDOW} samples about each, fewer at the ends, where
   * the window is cut on both sides alike so that a straight line is its own average.
   *
   * @param signal at least one finite sample
   */
  public static double[] trend(double[] signal) {
    Require.samples(signal, 1);
    double[] trend = new double[signal.length];
    for (int t = 0; t < signal.length; t++) {
      int half = Math.min(WINDOW / 2, Math.min(t, signal.length - 1 - t));
      double sum = 0;
      for (int i = t - half; i <= t + half; i++) {
        sum += signal[i];
      }
      trend[t] = sum / (2 * half + 1);
    }
    return trend;
  }

  /** Returns the signal without its moving average. */
  public static double[] oscillation(double[] signal) {
    double[] rest = trend(signal);
    for (int t = 0; t < signal.length; t++) {
      rest[t] = signal[t] - rest[t];
    }
    return rest;
  }
}
