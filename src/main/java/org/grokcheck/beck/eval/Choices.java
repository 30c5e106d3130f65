package org.grokcheck.beck.eval;

/** Checks of inputs that name a convention or a limit. */
final class Choices {
  private Choices() {}

  static void require(String name, String given, String only) {
    if (!given.equals(only)) {
      throw new IllegalArgumentException(
          name + ": need \"" + only + "\", the one convention it has, got \"" + given + "\"");
    }
  }

  /** σ of a result that doesn't depend on it: above 0, infinity included. */
  static void requireScale(double sigma) {
    if (!(sigma > 0)) {
      throw new IllegalArgumentException("sigma: need a number above 0 or inf, got " + sigma);
    }
  }
}
