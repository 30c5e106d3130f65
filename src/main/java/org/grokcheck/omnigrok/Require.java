package org.grokcheck.omnigrok;

import org.grokcheck.math.Real;

/** Checks of arguments: an {@link IllegalArgumentException} names the argument and its range. */
final class Require {
  private Require() {}

  static void positive(String name, Real value) {
    if (value.signum() <= 0) {
      throw new IllegalArgumentException(name + ": need a number above 0, got " + value);
    }
  }

  static void notNegative(String name, Real value) {
    if (value.signum() < 0) {
      throw new IllegalArgumentException(name + ": need a number of at least 0, got " + value);
    }
  }

  static void notZero(String name, Real value) {
    if (value.signum() == 0) {
      throw new IllegalArgumentException(name + ": need a number other than 0, got 0");
    }
  }

  static void between(String name, Real value, Real low, Real high) {
    if (value.compareTo(low) <= 0 || value.compareTo(high) >= 0) {
      throw new IllegalArgumentException(
          name + ": need a number between " + low + " and " + high + ", got " + value);
    }
  }

  static void atLeast(String name, Real value, String other, Real least) {
    if (value.compareTo(least) < 0) {
      throw new IllegalArgumentException(
          name + ": need at least " + other + " = " + least + ", got " + value);
    }
  }

  static void atLeast(String name, long value, long least) {
    if (value < least) {
      throw new IllegalArgumentException(
          name + ": need a whole number of at least " + least + ", got " + value);
    }
  }

  static void sameSize(String name, int size, String other, int wanted) {
    if (size != wanted) {
      throw new IllegalArgumentException(
          name + ": need " + wanted + " components, as " + other + " has, got " + size);
    }
  }
}
