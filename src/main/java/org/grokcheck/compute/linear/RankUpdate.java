package org.grokcheck.compute.linear;

import java.util.Arrays;

/**
 * C += Σ wᵣ xᵣxᵣᵀ over rows of a matrix, by tiles of C that stay in the cache while all rows pass
 * by, four rows at a time.
 */
final class RankUpdate {
  private static final int TILE_HEIGHT = 64;
  private static final int TILE_WIDTH = 256;

  /** Rows that are copied out of a matrix before they are used. */
  private static final int PANEL = 256;

  private RankUpdate() {}

  static void weightedGram(DataMatrix x, double[] weights, double[] out) {
    int d = x.columns();
    int height = Math.min(PANEL, x.rows());
    double[] panel = new double[height * d];
    double[] row = new double[d];
    double[] w = new double[height];
    Arrays.fill(out, 0);
    for (int from = 0; from < x.rows(); from += height) {
      int count = Math.min(height, x.rows() - from);
      for (int r = 0; r < count; r++) {
        x.row(from + r, row);
        System.arraycopy(row, 0, panel, r * d, d);
        w[r] = weights[from + r];
      }
      upper(panel, d, 0, count, w, 0, d, out);
    }
    mirror(out, d);
  }

  static double[] gram(DataMatrix x, int[] rows) {
    int k = rows.length;
    int d = x.columns();
    double[] transposed = new double[Math.multiplyExact(k, d)];
    double[] row = new double[d];
    for (int c = 0; c < k; c++) {
      x.row(rows[c], row);
      for (int j = 0; j < d; j++) {
        transposed[j * k + c] = row[j];
      }
    }
    double[] ones = new double[d];
    Arrays.fill(ones, 1);
    double[] out = new double[Math.multiplyExact(k, k)];
    upper(transposed, k, 0, d, ones, 0, k, out);
    mirror(out, k);
    return out;
  }

  /**
   * Adds Σ wᵣ xᵣᵢxᵣⱼ over rows {@code from ≤ r < to} of x to c[i,j] for {@code top ≤ i < bottom}, j
   * from i to the last column; parts below the diagonal are overwritten too. Both arrays have the
   * same number of columns, and c may be x if the two ranges of rows are disjoint.
   */
  static void upper(
      double[] x, int columns, int from, int to, double[] w, int top, int bottom, double[] c) {
    for (int i0 = top; i0 < bottom; i0 += TILE_HEIGHT) {
      int i1 = Math.min(bottom, i0 + TILE_HEIGHT);
      for (int j0 = i0; j0 < columns; j0 += TILE_WIDTH) {
        tile(x, columns, from, to, w, i0, i1, j0, Math.min(columns, j0 + TILE_WIDTH), c);
      }
    }
  }

  private static void tile(
      double[] x,
      int columns,
      int from,
      int to,
      double[] w,
      int i0,
      int i1,
      int j0,
      int j1,
      double[] c) {
    int r = from;
    for (; r + 4 <= to; r += 4) {
      int k0 = r * columns;
      int k1 = k0 + columns;
      int k2 = k1 + columns;
      int k3 = k2 + columns;
      for (int i = i0; i < i1; i++) {
        double a0 = w[r] * x[k0 + i];
        double a1 = w[r + 1] * x[k1 + i];
        double a2 = w[r + 2] * x[k2 + i];
        double a3 = w[r + 3] * x[k3 + i];
        int m = i * columns;
        for (int j = j0; j < j1; j++) {
          c[m + j] += (a0 * x[k0 + j] + a1 * x[k1 + j]) + (a2 * x[k2 + j] + a3 * x[k3 + j]);
        }
      }
    }
    for (; r < to; r++) {
      int k = r * columns;
      for (int i = i0; i < i1; i++) {
        double a = w[r] * x[k + i];
        int m = i * columns;
        for (int j = j0; j < j1; j++) {
          c[m + j] += a * x[k + j];
        }
      }
    }
  }

  private static void mirror(double[] c, int n) {
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        c[i * n + j] = c[j * n + i];
      }
    }
  }
}
