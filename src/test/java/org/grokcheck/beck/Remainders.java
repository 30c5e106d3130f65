package org.grokcheck.beck;

import org.grokcheck.evidence.Tolerance;

/** Bounds that add a derived remainder and the rounding of a time. */
final class Remainders {
  /** Accuracy of a quadrature in the log domain, as the product promises it. */
  private static final double QUADRATURE = 1e-14;

  private Remainders() {}

  /** The bound {@code remainder + rounding}, with where the remainder comes from. */
  static Tolerance sum(double remainder, double rounding, String why) {
    return Tolerance.sum(
        Tolerance.remainder(remainder, "derived remainder " + why),
        Tolerance.remainder(rounding, "rounding of log t"));
  }

  /**
   * The error of log t: the quadrature's 1e-14, and four roundings of an exponent of size |log t|.
   */
  static double clockRounding(double logTime) {
    return QUADRATURE + 4 * Tolerance.UNIT_ROUNDOFF * (8 + Math.abs(logTime));
  }

  /** Eight roundings of terms of size 1 + |value|, in which a state is written at given time. */
  static double valueRounding(double value) {
    return 8 * Tolerance.UNIT_ROUNDOFF * (1 + Math.abs(value));
  }
}
