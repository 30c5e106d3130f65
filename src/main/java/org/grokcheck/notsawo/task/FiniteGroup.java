package org.grokcheck.notsawo.task;

import java.util.function.IntBinaryOperator;

/**
 * A finite group as its table of products; the classes of a ∘ b are its elements (claims {@code
 * notsawo.sec2.s5_size}, {@code notsawo.ext.group_mirror}).
 */
public final class FiniteGroup implements Operation {
  /** The largest n of S_n: 7! = 5040 elements, 25 million products. */
  public static final int MAX_LETTERS = 7;

  /** The largest number of elements. */
  public static final int MAX_ORDER = 5040;

  private final int order;
  private final IntBinaryOperator product;

  private FiniteGroup(int order, IntBinaryOperator product) {
    this.order = order;
    this.product = product;
  }

  /**
   * Returns S_n, the permutations of n letters in lexicographic order; the product ab applies b
   * first: (ab)(i) = a(b(i)). The paper doesn't say which factor comes first; the other order gives
   * the mirror image of the table.
   *
   * @param letters n, from 1 to {@value #MAX_LETTERS}
   * @throws IllegalArgumentException if n is out of range
   */
  public static FiniteGroup symmetric(int letters) {
    Require.between("n (letters)", letters, 1, MAX_LETTERS);
    int[][] elements = Permutations.all(letters);
    return new FiniteGroup(
        elements.length, (a, b) -> Permutations.rank(Permutations.after(elements[a], elements[b])));
  }

  /**
   * Returns the symmetries of a regular polygon with m corners: rotations 0, …, m − 1, then
   * reflections m, …, 2m − 1.
   *
   * @param order 2m, even, from 2 to {@value #MAX_ORDER}
   * @throws IllegalArgumentException if the order is odd or out of range
   */
  public static FiniteGroup dihedral(int order) {
    Require.between("order", order, 2, MAX_ORDER);
    if (order % 2 != 0) {
      throw new IllegalArgumentException("order: need an even number, got " + order);
    }
    int m = order / 2;
    return new FiniteGroup(
        order,
        (a, b) -> {
          int turn = a < m ? a + b % m : a - m - b % m;
          return Math.floorMod(turn, m) + (a < m == b < m ? 0 : m);
        });
  }

  /** Returns |G|. */
  public int order() {
    return order;
  }

  @Override
  public int operands() {
    return order;
  }

  @Override
  public int classes() {
    return order;
  }

  @Override
  public int answer(int a, int b) {
    Require.between("a", a, 0, order - 1);
    Require.between("b", b, 0, order - 1);
    return product.applyAsInt(a, b);
  }

  /**
   * Returns k(G), the number of conjugacy classes {gag⁻¹}, by forming them.
   *
   * <p>The ordered pairs that commute number k(G)·|G|, since Σ_a |C(a)| = Σ_a |G|/|class of a|.
   */
  public int conjugacyClasses() {
    boolean[] seen = new boolean[order];
    int[] inverse = inverses();
    int classes = 0;
    for (int a = 0; a < order; a++) {
      if (!seen[a]) {
        classes++;
        for (int g = 0; g < order; g++) {
          seen[product.applyAsInt(product.applyAsInt(g, a), inverse[g])] = true;
        }
      }
    }
    return classes;
  }

  /** Returns the number of ordered pairs (a, b) with ab = ba, k(G)·|G|. */
  public long commutingPairs() {
    return (long) conjugacyClasses() * order;
  }

  /** gʰ⁻¹ where h is the order of g. */
  private int[] inverses() {
    int identity = 0;
    while (product.applyAsInt(identity, identity) != identity) {
      identity++;
    }
    int[] inverse = new int[order];
    for (int g = 0; g < order; g++) {
      int power = identity;
      for (int next = g; next != identity; next = product.applyAsInt(next, g)) {
        power = next;
      }
      inverse[g] = power;
    }
    return inverse;
  }
}
