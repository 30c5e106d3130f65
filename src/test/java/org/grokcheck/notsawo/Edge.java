package org.grokcheck.notsawo;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.function.Executable;

/**
 * An edge of a formula's domain.
 *
 * @param refusal how the message begins: which input, and what it needs
 * @param inside the last input that is taken
 * @param outside the first that isn't
 */
record Edge(String refusal, Executable inside, Executable outside) {

  void check() {
    assertDoesNotThrow(inside, refusal);
    String message = assertThrows(IllegalArgumentException.class, outside, refusal).getMessage();
    assertTrue(message.startsWith(refusal), message);
  }
}
