package org.grokcheck.notsawo.descent;

import java.math.BigDecimal;
import java.math.MathContext;

/** Checks of arguments: an {@link IllegalArgumentException} names the argument and its range. */
final class Require {
  private static final MathContext SHORT = new MathContext(6);

  private Require() {}

  static void positive(String name, BigDecimal value) {
    if (value.signum() <= 0) {
      throw new IllegalArgumentException(
          name + ": need a number above 0, got " + value.round(SHORT));
    }
  }

  static void between(String name, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s: need a whole number from %d to %d, got %d".formatted(name, least, most, value));
    }
  }

  static void that(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
