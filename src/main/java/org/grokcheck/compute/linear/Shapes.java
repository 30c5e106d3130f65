package org.grokcheck.compute.linear;

/** Checks of lengths: an {@link IllegalArgumentException} names the argument. */
final class Shapes {
  private Shapes() {}

  static void length(String name, double[] values, int expected) {
    if (values.length != expected) {
      throw new IllegalArgumentException(
          name + ": need length " + expected + ", got " + values.length);
    }
  }

  static void index(String name, int index, int count) {
    if (index < 0 || index >= count) {
      throw new IllegalArgumentException(
          name + ": need a number from 0 to " + (count - 1) + ", got " + index);
    }
  }
}
