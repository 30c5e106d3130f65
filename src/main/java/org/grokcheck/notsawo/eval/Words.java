package org.grokcheck.notsawo.eval;

/** Text inputs that name the only convention there is. */
final class Words {
  private Words() {}

  static void require(String name, String given, String accepted) {
    if (!given.equals(accepted)) {
      throw new IllegalArgumentException(name + ": need '" + accepted + "', got '" + given + "'");
    }
  }
}
