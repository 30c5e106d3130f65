package org.grokcheck.compute;

/** Checks of arguments; a message names the input, its value and what is accepted. */
final class Require {
  private Require() {}

  static void that(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }

  static double finite(String name, double value) {
    that(Double.isFinite(value), name + " = " + value + " must be a finite number");
    return value;
  }

  static double notNegative(String name, double value) {
    that(
        value >= 0 && value < Double.POSITIVE_INFINITY,
        name + " = " + value + " must be finite and >= 0");
    return value;
  }

  static double positive(String name, double value) {
    that(
        value > 0 && value < Double.POSITIVE_INFINITY,
        name + " = " + value + " must be finite and > 0");
    return value;
  }

  static double fraction(String name, double value) {
    that(value >= 0 && value < 1, name + " = " + value + " must lie in [0, 1)");
    return value;
  }

  static int atLeast(String name, int value, int least) {
    that(value >= least, name + " = " + value + " must be at least " + least);
    return value;
  }
}
