package org.grokcheck.beck;

/** Checks of arguments: an {@link IllegalArgumentException} names the argument and its range. */
final class Require {
  private Require() {}

  static void finite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(name + ": need a finite number, got " + value);
    }
  }

  static void positive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + ": need a finite number above 0, got " + value);
    }
  }

  static void atLeast(String name, double value, double least) {
    if (!(value >= least && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          name + ": need a finite number of at least " + least + ", got " + value);
    }
  }

  static void inside(String name, double value, double low, double high) {
    if (!(value > low && value < high)) {
      throw new IllegalArgumentException(
          name + ": need a number between " + low + " and " + high + " exclusive, got " + value);
    }
  }

  static void within(String name, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw new IllegalArgumentException(
          name + ": need a number from " + low + " to " + high + ", got " + value);
    }
  }
}
