package org.grokcheck.notsawo.task;

import java.util.ArrayList;
import java.util.List;

/**
 * Which pairs (a, b) of p operands a table holds (claim {@code notsawo.sec2.dataset_size}). The
 * paper counts one order of each pair for a symmetric operation; the plateau of its Fig. 23 needs
 * both.
 */
public enum Pairs {
  /** All p² ordered pairs. */
  ORDERED,
  /** The p(p+1)/2 pairs with a ≤ b. */
  UNORDERED;

  /** The largest p whose p² fits a long. */
  public static final long MAX_OPERANDS = 3_037_000_499L;

  /** The largest p whose pairs are listed. */
  public static final int MAX_LISTED = 10_000;

  /** Two operands. */
  public record Pair(int a, int b) {
    /** Returns (b, a). */
    public Pair mirror() {
      return new Pair(b, a);
    }
  }

  /**
   * Returns the number of pairs.
   *
   * @param operands p, from 1 to {@value #MAX_OPERANDS}
   * @throws IllegalArgumentException if p is out of range
   */
  public long count(long operands) {
    Require.between("p (operands)", operands, 1, MAX_OPERANDS);
    if (this == ORDERED) {
      return operands * operands;
    }
    return operands % 2 == 0 ? operands / 2 * (operands + 1) : (operands + 1) / 2 * operands;
  }

  /**
   * Returns the pairs, a first, b within.
   *
   * @param operands p, from 1 to {@value #MAX_LISTED}
   * @throws IllegalArgumentException if p is out of range
   */
  public List<Pair> of(int operands) {
    Require.between("p (operands)", operands, 1, MAX_LISTED);
    List<Pair> pairs = new ArrayList<>();
    for (int a = 0; a < operands; a++) {
      for (int b = this == ORDERED ? 0 : a; b < operands; b++) {
        pairs.add(new Pair(a, b));
      }
    }
    return pairs;
  }
}
