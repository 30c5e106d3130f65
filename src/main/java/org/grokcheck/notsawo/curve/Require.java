package org.grokcheck.notsawo.curve;

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

  static void notNegative(String name, BigDecimal value) {
    if (value.signum() < 0) {
      throw new IllegalArgumentException(
          name + ": need a number of at least 0, got " + value.round(SHORT));
    }
  }

  static void that(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
