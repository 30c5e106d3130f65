package org.grokcheck.notsawo.eval;

import java.math.BigDecimal;
import java.math.MathContext;
import org.grokcheck.math.exact.Rational;

/** Exact numbers on their way out. */
final class Exact {
  /** Digits of an output, so many that its nearest double is that of the exact number. */
  private static final MathContext OUTPUT = new MathContext(40);

  private Exact() {}

  /** The number to 40 digits. */
  static BigDecimal out(Rational value) {
    return value.toDecimal(OUTPUT);
  }
}
