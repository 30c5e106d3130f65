package org.grokcheck.notsawo.task;

/** Checks of arguments: an {@link IllegalArgumentException} names the argument and its range. */
final class Require {
  private Require() {}

  static void between(String name, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s: need a whole number from %d to %d, got %d".formatted(name, least, most, value));
    }
  }
}
