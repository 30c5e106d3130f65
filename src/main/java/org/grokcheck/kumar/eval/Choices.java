package org.grokcheck.kumar.eval;

/** Checks of inputs that name a convention. */
final class Choices {
  private Choices() {}

  static void require(String name, String given, String only) {
    if (!given.equals(only)) {
      throw new IllegalArgumentException(
          name + ": need \"" + only + "\", the one convention it has, got \"" + given + "\"");
    }
  }
}
