package org.grokcheck.kumar.eval;

import java.math.BigDecimal;
import java.math.MathContext;
import org.grokcheck.math.exact.Rational;

/** Exact numbers on their way in and out. */
final class Exact {
  /** Digits of an output, so many that its nearest double is that of the exact number. */
  private static final MathContext OUTPUT = new MathContext(40);

  private Exact() {}

  /** The decimal as it is written. */
  static Rational of(BigDecimal decimal) {
    return Rational.of(decimal);
  }

  /** The number to 40 digits. */
  static BigDecimal out(Rational value) {
    return value.toDecimal(OUTPUT);
  }

  /** The root of a square to 40 digits, with the sign of another number. */
  static BigDecimal root(Rational square, int signum) {
    BigDecimal root = square.sqrt(OUTPUT.getPrecision());
    return signum < 0 ? root.negate() : root;
  }
}
