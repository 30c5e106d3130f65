package org.grokcheck.omnigrok;

/**
 * How many different inputs E_i + E_j the decoder of the toy addition sees (Sec. 2; claim {@code
 * omnigrok.op-vs-op2}).
 *
 * @param symbols p ≥ 1
 */
public record PairSums(int symbols) {
  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if p is below 1
   */
  public PairSums {
    Require.atLeast("p", symbols, 1);
  }

  /** Returns 2p − 1, for embeddings affine in their index. */
  public long linear() {
    return 2L * symbols - 1;
  }

  /** Returns p(p + 1)/2, for embeddings in general position: one sum a pair i ≤ j. */
  public long generic() {
    return symbols * (symbols + 1L) / 2;
  }

  /** Returns p². */
  public long ordered() {
    return (long) symbols * symbols;
  }
}
