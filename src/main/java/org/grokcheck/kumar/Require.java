package org.grokcheck.kumar;

import org.grokcheck.math.exact.Rational;

/** Checks of arguments: an {@link IllegalArgumentException} names the argument and its range. */
final class Require {
  private Require() {}

  static void dimension(long dimension) {
    atLeast("D (input dimension)", dimension, 1);
  }

  static void atLeast(String name, long value, long least) {
    if (value < least) {
      throw new IllegalArgumentException(
          name + ": need a whole number of at least " + least + ", got " + value);
    }
  }

  static void notNegative(String name, Rational value) {
    if (value.signum() < 0) {
      throw new IllegalArgumentException(name + ": need a number of at least 0, got " + value);
    }
  }

  static void notNegative(String name, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          name + ": need a finite number of at least 0, got " + value);
    }
  }

  static void positive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + ": need a finite number above 0, got " + value);
    }
  }

  static void positive(String name, Rational value) {
    if (value.signum() <= 0) {
      throw new IllegalArgumentException(name + ": need a number above 0, got " + value);
    }
  }

  static void notZero(String name, Rational value) {
    if (value.signum() == 0) {
      throw new IllegalArgumentException(name + ": need a number other than 0, got 0");
    }
  }

  static void sameSize(String name, int size, String other, int wanted) {
    if (size != wanted) {
      throw new IllegalArgumentException(
          name + ": need " + wanted + " components, as " + other + " has, got " + size);
    }
  }
}
