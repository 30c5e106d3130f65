package org.grokcheck.notsawo.task;

/**
 * (a + b) mod q for a, b in 0, …, p − 1 (claims {@code notsawo.sec2.task}, {@code
 * notsawo.appd.operations}); the paper has p = q = 97.
 *
 * @param operands p, from 1 to 10⁹
 * @param classes q, from 1 to 10⁹
 */
public record ModularSum(int operands, int classes) implements Operation {
  /** The largest p and q: a + b must fit an int. */
  public static final int MAX = 1_000_000_000;

  /**
   * Checks the sizes.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public ModularSum {
    Require.between("p (operands)", operands, 1, MAX);
    Require.between("q (classes)", classes, 1, MAX);
  }

  /** Returns addition mod p. */
  public static ModularSum of(int p) {
    return new ModularSum(p, p);
  }

  @Override
  public int answer(int a, int b) {
    Require.between("a", a, 0, operands - 1);
    Require.between("b", b, 0, operands - 1);
    return (a + b) % classes;
  }

  /** Sums don't depend on the order. */
  @Override
  public boolean symmetric() {
    return true;
  }
}
