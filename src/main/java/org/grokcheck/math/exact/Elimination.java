package org.grokcheck.math.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The reduced row echelon form of a matrix: what rank, determinant and linear systems are read
 * from. Exact, so a pivot is either zero or not.
 */
public final class Elimination {
  private final Rational[][] reduced;
  private final List<Integer> pivots = new ArrayList<>();
  private Rational product = Rational.ONE;

  private Elimination(Rational[][] reduced, int columns) {
    this.reduced = reduced;
    for (int column = 0; column < columns && pivots.size() < reduced.length; column++) {
      int pivot = nonzeroBelow(pivots.size(), column);
      if (pivot >= 0) {
        swap(pivot, pivots.size());
        clear(pivots.size(), column);
        pivots.add(column);
      }
    }
  }

  /** Returns the rank. */
  public static int rank(RationalMatrix matrix) {
    return new Elimination(copy(matrix), matrix.width()).pivots.size();
  }

  /**
   * Returns the determinant.
   *
   * @throws IllegalArgumentException if the matrix isn't square
   */
  public static Rational determinant(RationalMatrix matrix) {
    if (matrix.height() != matrix.width()) {
      throw new IllegalArgumentException(
          "matrix: need as many rows as columns, got " + matrix.height() + " x " + matrix.width());
    }
    Elimination done = new Elimination(copy(matrix), matrix.width());
    return done.pivots.size() == matrix.width() ? done.product : Rational.ZERO;
  }

  /**
   * Returns one solution z of A z = b, or nothing if there is none. Where there are many, the free
   * components are 0.
   *
   * @param matrix A
   * @param right b, with a component for each row of A
   * @throws IllegalArgumentException if the sizes differ
   */
  public static Optional<RationalVector> solve(RationalMatrix matrix, RationalVector right) {
    if (right.size() != matrix.height()) {
      throw new IllegalArgumentException(
          "right side: need " + matrix.height() + " components, got " + right.size());
    }
    int n = matrix.width();
    RationalMatrix extended =
        RationalMatrix.of(
            matrix.height(), n + 1, (i, j) -> j < n ? matrix.get(i, j) : right.get(i));
    Elimination done = new Elimination(copy(extended), n);
    return done.isConsistent(n) ? Optional.of(done.solution(n)) : Optional.empty();
  }

  private boolean isConsistent(int column) {
    for (int i = pivots.size(); i < reduced.length; i++) {
      if (reduced[i][column].signum() != 0) {
        return false;
      }
    }
    return true;
  }

  private RationalVector solution(int n) {
    return RationalVector.of(
        n, j -> pivots.contains(j) ? reduced[pivots.indexOf(j)][n] : Rational.ZERO);
  }

  private int nonzeroBelow(int row, int column) {
    for (int i = row; i < reduced.length; i++) {
      if (reduced[i][column].signum() != 0) {
        return i;
      }
    }
    return -1;
  }

  private void swap(int i, int j) {
    Rational[] row = reduced[i];
    reduced[i] = reduced[j];
    reduced[j] = row;
    product = i == j ? product : product.negate();
  }

  /** Scales the pivot's row to 1 in its column, and clears that column in all other rows. */
  private void clear(int row, int column) {
    Rational pivot = reduced[row][column];
    product = product.times(pivot);
    for (int j = 0; j < reduced[row].length; j++) {
      reduced[row][j] = reduced[row][j].over(pivot);
    }
    for (int i = 0; i < reduced.length; i++) {
      Rational factor = reduced[i][column];
      if (i != row && factor.signum() != 0) {
        for (int j = 0; j < reduced[i].length; j++) {
          reduced[i][j] = reduced[i][j].minus(factor.times(reduced[row][j]));
        }
      }
    }
  }

  private static Rational[][] copy(RationalMatrix matrix) {
    return matrix.rows().stream()
        .map(row -> row.entries().toArray(new Rational[0]))
        .toArray(Rational[][]::new);
  }
}
