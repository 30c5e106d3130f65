package org.grokcheck.math;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.function.Executable;

/** Checks that bad input is refused by name. */
final class Refusals {
  private Refusals() {}

  /** The call throws {@link IllegalArgumentException} with a message that starts so. */
  static void assertRefused(String start, Executable call) {
    String message = assertThrows(IllegalArgumentException.class, call).getMessage();
    assertTrue(message.startsWith(start), message);
  }

  /** The call throws {@link ArithmeticException} with a message that contains the text. */
  static void assertFails(String text, Executable call) {
    String message = assertThrows(ArithmeticException.class, call).getMessage();
    assertTrue(message.contains(text), message);
  }
}
