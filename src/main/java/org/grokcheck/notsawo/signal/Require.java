package org.grokcheck.notsawo.signal;

/** Checks of arguments: an {@link IllegalArgumentException} names the argument and its range. */
final class Require {
  private Require() {}

  static void that(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }

  static void samples(double[] signal, int least) {
    that(
        signal.length >= least,
        "signal: need at least " + least + " samples, got " + signal.length);
    for (int i = 0; i < signal.length; i++) {
      that(Double.isFinite(signal[i]), "signal[" + i + "]: need a finite number, got " + signal[i]);
    }
  }
}
