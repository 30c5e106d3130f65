package org.grokcheck.oracle;

import java.util.BitSet;
import java.util.function.Consumer;

/**
 * Which of the 2^N sign patterns ε of fixed integer points xᵢ in general position let some S have
 * S·(εᵢxᵢ) &lt; 0 for all i. Integer determinants decide, so the answer is exact; coordinates must
 * stay below 2^14 in size for d up to 4.
 *
 * <p>Bit i of a pattern is set where εᵢ = −1. Both sides come with their certificate, and a pattern
 * has exactly one of them.
 */
public final class Dichotomies {
  private final long[][] points;
  private final int dimension;

  /** The dichotomies of these points, N ≥ d. */
  public Dichotomies(long[][] points) {
    this.points = points;
    this.dimension = points[0].length;
  }

  /** Whether every d of the points are linearly independent. */
  public boolean isGeneralPosition() {
    boolean[] general = {true};
    forSubsets(
        dimension,
        chosen -> {
          long[][] rows = new long[dimension][];
          for (int k = 0; k < dimension; k++) {
            rows[k] = points[chosen[k]];
          }
          general[0] &= determinant(rows) != 0;
        });
    return general[0];
  }

  /**
   * Patterns with a separating S. The closed cone of such S has an extreme ray, orthogonal to d − 1
   * points and of the wanted sign on the others; a small turn gives those d − 1 any signs.
   */
  public BitSet separable() {
    BitSet patterns = new BitSet(1 << points.length);
    forSubsets(dimension - 1, chosen -> addAround(chosen, patterns));
    return patterns;
  }

  private void addAround(int[] chosen, BitSet patterns) {
    int free = 0;
    for (int index : chosen) {
      free |= 1 << index;
    }
    int pattern = 0;
    for (int i = 0; i < points.length; i++) {
      if ((free >> i & 1) == 0 && determinantWith(chosen, points[i]) > 0) {
        pattern |= 1 << i;
      }
    }
    int fixed = (1 << points.length) - 1 & ~free;
    for (int signs = free; ; signs = signs - 1 & free) {
      patterns.set(pattern | signs);
      patterns.set(pattern ^ fixed | signs);
      if (signs == 0) {
        break;
      }
    }
  }

  /**
   * Patterns without one: by Gordan and Carathéodory, some d + 1 of the points εᵢxᵢ have the origin
   * as a combination with positive weights.
   */
  public BitSet inseparable() {
    BitSet patterns = new BitSet(1 << points.length);
    forSubsets(dimension + 1, chosen -> addSurrounded(chosen, patterns));
    return patterns;
  }

  private void addSurrounded(int[] chosen, BitSet patterns) {
    int mask = 0;
    int pattern = 0;
    for (int k = 0; k <= dimension; k++) {
      mask |= 1 << chosen[k];
      // Cramer: the weight of point k is (−1)^k times the determinant of the others.
      long weight = minor(chosen, k) * (k % 2 == 0 ? 1 : -1);
      if (weight < 0) {
        pattern |= 1 << chosen[k];
      }
    }
    int free = (1 << points.length) - 1 & ~mask;
    for (int signs = free; ; signs = signs - 1 & free) {
      patterns.set(pattern | signs);
      patterns.set(pattern ^ mask | signs);
      if (signs == 0) {
        break;
      }
    }
  }

  private long minor(int[] chosen, int left) {
    long[][] rows = new long[dimension][];
    for (int k = 0, row = 0; k <= dimension; k++) {
      if (k != left) {
        rows[row++] = points[chosen[k]];
      }
    }
    return determinant(rows);
  }

  private long determinantWith(int[] chosen, long[] last) {
    long[][] rows = new long[dimension][];
    for (int k = 0; k < dimension - 1; k++) {
      rows[k] = points[chosen[k]];
    }
    rows[dimension - 1] = last;
    return determinant(rows);
  }

  /** By cofactors of the first row. */
  private static long determinant(long[][] rows) {
    int size = rows.length;
    if (size == 1) {
      return rows[0][0];
    }
    long sum = 0;
    for (int column = 0; column < size; column++) {
      long[][] rest = new long[size - 1][size - 1];
      for (int r = 1; r < size; r++) {
        for (int c = 0, to = 0; c < size; c++) {
          if (c != column) {
            rest[r - 1][to++] = rows[r][c];
          }
        }
      }
      sum += (column % 2 == 0 ? 1 : -1) * rows[0][column] * determinant(rest);
    }
    return sum;
  }

  private void forSubsets(int size, Consumer<int[]> visit) {
    if (size <= points.length) {
      choose(new int[size], 0, 0, visit);
    }
  }

  private void choose(int[] chosen, int filled, int from, Consumer<int[]> visit) {
    if (filled == chosen.length) {
      visit.accept(chosen);
      return;
    }
    for (int i = from; i < points.length; i++) {
      chosen[filled] = i;
      choose(chosen, filled + 1, i + 1, visit);
    }
  }
}
