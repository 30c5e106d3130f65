package org.grokcheck.notsawo.task;

/**
 * A binary operation a ∘ b on the numbers 0, …, p − 1, whose answers are classes 0, …, q − 1 (claim
 * {@code notsawo.sec2.task}).
 */
public interface Operation {
  /** Returns p, the number of operands. */
  int operands();

  /** Returns q, the number of classes of answers. */
  int classes();

  /**
   * Returns a ∘ b.
   *
   * @param a 0 ≤ a &lt; p
   * @param b 0 ≤ b &lt; p
   */
  int answer(int a, int b);

  /** Whether a ∘ b = b ∘ a for all pairs, by trying them. */
  default boolean symmetric() {
    for (int a = 0; a < operands(); a++) {
      for (int b = 0; b < a; b++) {
        if (answer(a, b) != answer(b, a)) {
          return false;
        }
      }
    }
    return true;
  }
}
