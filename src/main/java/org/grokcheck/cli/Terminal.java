package org.grokcheck.cli;

import java.io.Console;

/** Tells whether a person sits at both ends of the program. */
final class Terminal {
  private Terminal() {}

  /** From Java 22 on there is a console without a terminal, and a method that tells. */
  @SuppressWarnings("SystemConsoleNull")
  static boolean present() {
    Console console = System.console();
    if (console == null || Runtime.version().feature() < 22) {
      return console != null;
    }
    try {
      return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Java " + Runtime.version() + " lacks Console.isTerminal", e);
    }
  }
}
