package org.grokcheck.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Comparisons within a bound, which may be 0. */
final class Near {
  private Near() {}

  static void near(double expected, double actual, double bound, String what) {
    if (!(Math.abs(actual - expected) <= bound)) {
      throw new AssertionError(
          "%s = %s, expected %s, error %.3g > bound %.3g"
              .formatted(what, actual, expected, Math.abs(actual - expected), bound));
    }
  }

  static void near(double[] expected, double[] actual, double bound, String what) {
    assertEquals(expected.length, actual.length, what + ": length");
    for (int i = 0; i < expected.length; i++) {
      near(expected[i], actual[i], bound, what + "[" + i + "]");
    }
  }

  /** γ_n = n u/(1 − n u). */
  static double gamma(double n, double unitRoundoff) {
    return n * unitRoundoff / (1 - n * unitRoundoff);
  }
}
