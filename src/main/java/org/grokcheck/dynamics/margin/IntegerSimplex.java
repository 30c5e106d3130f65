package org.grokcheck.dynamics.margin;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Decides in integers whether Aβ = c has a solution β ≥ 0: phase one of the simplex method with
 * Bland's rule, which ends, and with pivots that keep every entry an integer (J. Edmonds): all
 * entries share one denominator, the last pivot.
 */
final class IntegerSimplex {
  private final int rows;
  private final int variables;

  /** Rows of B⁻¹[A | I | c], and below them the reduced costs of phase one. */
  private final BigInteger[][] tableau;

  private final int[] basis;
  private BigInteger denominator = BigInteger.ONE;

  /**
   * Sets up the problem and solves it.
   *
   * @param columns the columns of A, one for each variable
   * @param right c
   */
  IntegerSimplex(BigInteger[][] columns, BigInteger[] right) {
    rows = right.length;
    variables = columns.length;
    tableau = new BigInteger[rows + 1][variables + rows + 1];
    basis = new int[rows];
    for (int r = 0; r < rows; r++) {
      boolean flip = right[r].signum() < 0;
      for (int v = 0; v < variables; v++) {
        tableau[r][v] = flip ? columns[v][r].negate() : columns[v][r];
      }
      for (int k = 0; k < rows; k++) {
        // The artificial columns carry the sign, so that they hold B⁻¹ of the rows as given.
        tableau[r][variables + k] =
            k != r ? BigInteger.ZERO : flip ? BigInteger.ONE.negate() : BigInteger.ONE;
      }
      tableau[r][variables + rows] = right[r].abs();
      basis[r] = variables + r;
    }
    for (int c = 0; c <= variables + rows; c++) {
      BigInteger sum = BigInteger.ZERO;
      for (int r = 0; r < rows; r++) {
        sum = sum.subtract(tableau[r][c]);
      }
      tableau[rows][c] = sum;
    }
    solve();
  }

  private void solve() {
    for (int entering = entering(); entering >= 0; entering = entering()) {
      pivot(leaving(entering), entering);
    }
  }

  /** The first variable whose increase lowers the sum of the artificial ones. */
  private int entering() {
    for (int v = 0; v < variables; v++) {
      if (tableau[rows][v].signum() < 0) {
        return v;
      }
    }
    return -1;
  }

  private int leaving(int entering) {
    int best = -1;
    for (int r = 0; r < rows; r++) {
      if (tableau[r][entering].signum() <= 0) {
        continue;
      }
      int order = best < 0 ? -1 : compareRatios(r, best, entering);
      if (order < 0 || order == 0 && basis[r] < basis[best]) {
        best = r;
      }
    }
    return best;
  }

  private int compareRatios(int r, int best, int entering) {
    int last = variables + rows;
    return tableau[r][last]
        .multiply(tableau[best][entering])
        .compareTo(tableau[best][last].multiply(tableau[r][entering]));
  }

  private void pivot(int row, int column) {
    BigInteger p = tableau[row][column];
    for (int r = 0; r <= rows; r++) {
      BigInteger factor = tableau[r][column];
      if (r == row) {
        continue;
      }
      for (int c = 0; c <= variables + rows; c++) {
        tableau[r][c] =
            p.multiply(tableau[r][c])
                .subtract(factor.multiply(tableau[row][c]))
                .divide(denominator);
      }
    }
    denominator = p;
    basis[row] = column;
  }

  /** Whether a solution exists. */
  boolean feasible() {
    return tableau[rows][variables + rows].signum() == 0;
  }

  /** A solution β times {@link #denominator}, which is positive. */
  BigInteger[] solution() {
    BigInteger[] beta = new BigInteger[variables];
    Arrays.fill(beta, BigInteger.ZERO);
    for (int r = 0; r < rows; r++) {
      if (basis[r] < variables) {
        beta[basis[r]] = tableau[r][variables + rows];
      }
    }
    return beta;
  }

  /** The common denominator of all results. */
  BigInteger denominator() {
    return denominator;
  }

  /**
   * Where there is no solution, a vector y with y·Aₖ ≤ 0 for every column and y·c &gt; 0, up to a
   * positive factor.
   */
  BigInteger[] obstruction() {
    // The reduced cost of a unit column without cost is the negative of its dual variable.
    BigInteger[] y = new BigInteger[rows];
    for (int k = 0; k < rows; k++) {
      y[k] = tableau[rows][variables + k].negate();
    }
    return y;
  }
}
