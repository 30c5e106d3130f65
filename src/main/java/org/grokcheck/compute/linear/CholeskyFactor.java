package org.grokcheck.compute.linear;

import java.util.Arrays;
import java.util.Optional;

/**
 * The factor R of a symmetric positive definite matrix A = RᵀR.
 *
 * <p>Every entry comes from a² − Σ rr and at most one square root or division, in some order of
 * summation, and from nothing else (no inverse of a block). So the textbook bound holds: if the
 * factorisation completes, then A + E is positive semidefinite for some E with ‖E‖ ≤ γₙ₊₁/(1 −
 * γₙ₊₁)·tr A, γₖ = k·2⁻⁵³/(1 − k·2⁻⁵³); {@link EigenvalueBound} rests on it.
 */
public final class CholeskyFactor {
  private static final int BLOCK = 64;

  private final int size;
  private final double[] factor;

  private CholeskyFactor(int size, double[] factor) {
    this.size = size;
    this.factor = factor;
  }

  /**
   * Factors a matrix; empty where a pivot isn't positive.
   *
   * @param matrix row-major, length n·n; only the upper triangle is read, and the array is
   *     overwritten and kept
   * @param size n ≥ 1
   */
  public static Optional<CholeskyFactor> of(double[] matrix, int size) {
    Shapes.length("matrix", matrix, Math.multiplyExact(size, size));
    double[] minusOnes = new double[size];
    Arrays.fill(minusOnes, -1);
    for (int from = 0; from < size; from += BLOCK) {
      int to = Math.min(size, from + BLOCK);
      RankUpdate.upper(matrix, size, 0, from, minusOnes, from, to, matrix);
      if (!factorRows(matrix, size, from, to)) {
        return Optional.empty();
      }
    }
    return Optional.of(new CholeskyFactor(size, matrix));
  }

  private static boolean factorRows(double[] a, int n, int from, int to) {
    for (int k = from; k < to; k++) {
      int row = k * n;
      double pivot = a[row + k];
      if (!(pivot > 0 && pivot < Double.POSITIVE_INFINITY)) {
        return false;
      }
      double root = Math.sqrt(pivot);
      a[row + k] = root;
      for (int j = k + 1; j < n; j++) {
        a[row + j] /= root;
      }
      for (int i = k + 1; i < to; i++) {
        subtract(a, a[row + i], row, i * n, i, n);
      }
    }
    return true;
  }

  /** Subtracts a multiple of one row from another, from column {@code first} on. */
  private static void subtract(double[] a, double multiple, int row, int target, int first, int n) {
    for (int j = first; j < n; j++) {
      a[target + j] -= multiple * a[row + j];
    }
  }

  /** Returns n. */
  public int size() {
    return size;
  }

  /**
   * Returns A⁻¹b.
   *
   * @param b length n
   */
  public double[] solve(double[] b) {
    Shapes.length("b", b, size);
    double[] x = b.clone();
    for (int k = 0; k < size; k++) {
      int row = k * size;
      double value = x[k] / factor[row + k];
      x[k] = value;
      for (int j = k + 1; j < size; j++) {
        x[j] -= value * factor[row + j];
      }
    }
    for (int k = size - 1; k >= 0; k--) {
      int row = k * size;
      double sum = x[k];
      for (int j = k + 1; j < size; j++) {
        sum -= factor[row + j] * x[j];
      }
      x[k] = sum / factor[row + k];
    }
    return x;
  }
}
