package org.grokcheck.math.exact;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix to 40 digits, by cyclic rotations of Jacobi in
 * decimals of 60; eigenvalues that are far smaller than the largest one keep 40 − log₁₀ of the
 * ratio.
 */
public final class SymmetricEigen {
  private static final MathContext WORK = new MathContext(60);
  private static final int MOST_SWEEPS = 40;

  /** Squares of what is left off the diagonal, as a power of ten: five digits above rounding. */
  private static final int NEGLIGIBLE = 110;

  private final int size;
  private final BigDecimal[][] matrix;
  private final BigDecimal[][] vectors;

  /**
   * Finds all of them.
   *
   * @param symmetric a symmetric matrix
   * @throws IllegalArgumentException if it isn't symmetric
   */
  public SymmetricEigen(RationalMatrix symmetric) {
    if (!symmetric.isSymmetric()) {
      throw new IllegalArgumentException("matrix: need a symmetric matrix, got " + symmetric);
    }
    size = symmetric.height();
    matrix = decimals(symmetric);
    vectors = decimals(RationalMatrix.identity(size));
    BigDecimal negligible =
        symmetric.frobeniusSquared().toDecimal(WORK).scaleByPowerOfTen(-NEGLIGIBLE);
    for (int sweep = 0; offDiagonal().compareTo(negligible) > 0; sweep++) {
      if (sweep == MOST_SWEEPS) {
        throw new ArithmeticException("rotations don't converge in " + MOST_SWEEPS + " sweeps");
      }
      sweep();
    }
  }

  /** Returns the number of eigenvalues. */
  public int size() {
    return size;
  }

  /** Returns eigenvalue k, in no particular order. */
  public BigDecimal value(int k) {
    return matrix[k][k];
  }

  /** Returns the component along axis i of the unit eigenvector of eigenvalue k. */
  public BigDecimal component(int k, int i) {
    return vectors[i][k];
  }

  private static BigDecimal[][] decimals(RationalMatrix matrix) {
    return matrix.rows().stream()
        .map(
            row ->
                row.entries().stream()
                    .map(entry -> entry.toDecimal(WORK))
                    .toArray(BigDecimal[]::new))
        .toArray(BigDecimal[][]::new);
  }

  private BigDecimal offDiagonal() {
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < i; j++) {
        sum = sum.add(matrix[i][j].multiply(matrix[i][j], WORK), WORK);
      }
    }
    return sum;
  }

  private void sweep() {
    for (int p = 0; p < size; p++) {
      for (int q = p + 1; q < size; q++) {
        if (matrix[p][q].signum() != 0) {
          rotate(p, q);
        }
      }
    }
  }

  /** tan of the angle that clears entry (p, q) is the smaller root of t² + 2θt − 1. */
  private void rotate(int p, int q) {
    BigDecimal theta =
        matrix[q][q]
            .subtract(matrix[p][p])
            .divide(matrix[p][q].multiply(BigDecimal.valueOf(2)), WORK);
    BigDecimal root = theta.multiply(theta).add(BigDecimal.ONE).sqrt(WORK);
    BigDecimal tangent = BigDecimal.ONE.divide(theta.abs().add(root), WORK);
    tangent = theta.signum() < 0 ? tangent.negate() : tangent;
    BigDecimal cosine =
        BigDecimal.ONE.divide(tangent.multiply(tangent).add(BigDecimal.ONE).sqrt(WORK), WORK);
    BigDecimal sine = tangent.multiply(cosine, WORK);
    for (int k = 0; k < size; k++) {
      turn(matrix[k], p, q, cosine, sine);
      turn(vectors[k], p, q, cosine, sine);
    }
    for (int k = 0; k < size; k++) {
      BigDecimal first = matrix[p][k];
      BigDecimal second = matrix[q][k];
      matrix[p][k] = difference(first, cosine, second, sine);
      matrix[q][k] = difference(second, cosine, first, sine.negate());
    }
  }

  private static void turn(BigDecimal[] row, int p, int q, BigDecimal cosine, BigDecimal sine) {
    BigDecimal first = row[p];
    BigDecimal second = row[q];
    row[p] = difference(first, cosine, second, sine);
    row[q] = difference(second, cosine, first, sine.negate());
  }

  private static BigDecimal difference(BigDecimal a, BigDecimal b, BigDecimal c, BigDecimal d) {
    return a.multiply(b).subtract(c.multiply(d), WORK);
  }
}
