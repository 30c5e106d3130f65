package org.grokcheck.compute.linear;

/**
 * The two inner loops of products with a row-major matrix, over blocks of rows. Several rows at a
 * time share each load of the vector and keep independent sums busy.
 */
final class RowKernels {
  /** Rows of a block: they fit into the second-level cache for a few thousand columns. */
  static final int BLOCK = 8;

  private RowKernels() {}

  /** out[i] = Σ x[i,j] s[j] for the rows of one block. */
  static void dots(double[] x, int columns, int from, int to, double[] s, double[] out) {
    int i = from;
    for (; i + 4 <= to; i += 4) {
      fourDots(x, columns, i, s, out);
    }
    for (; i < to; i++) {
      double sum = 0;
      for (int j = 0, k = i * columns; j < columns; j++, k++) {
        sum += x[k] * s[j];
      }
      out[i] = sum;
    }
  }

  private static void fourDots(double[] x, int columns, int i, double[] s, double[] out) {
    int k0 = i * columns;
    int k1 = k0 + columns;
    int k2 = k1 + columns;
    int k3 = k2 + columns;
    double even0 = 0;
    double even1 = 0;
    double even2 = 0;
    double even3 = 0;
    double odd0 = 0;
    double odd1 = 0;
    double odd2 = 0;
    double odd3 = 0;
    int j = 0;
    for (; j + 1 < columns; j += 2) {
      double a = s[j];
      double b = s[j + 1];
      even0 += x[k0 + j] * a;
      even1 += x[k1 + j] * a;
      even2 += x[k2 + j] * a;
      even3 += x[k3 + j] * a;
      odd0 += x[k0 + j + 1] * b;
      odd1 += x[k1 + j + 1] * b;
      odd2 += x[k2 + j + 1] * b;
      odd3 += x[k3 + j + 1] * b;
    }
    double last = j < columns ? s[j] : 0;
    int end = Math.min(j, columns - 1);
    out[i] = even0 + odd0 + x[k0 + end] * last;
    out[i + 1] = even1 + odd1 + x[k1 + end] * last;
    out[i + 2] = even2 + odd2 + x[k2 + end] * last;
    out[i + 3] = even3 + odd3 + x[k3 + end] * last;
  }

  /** out += Σ a[i] x[i,·] over the rows of one block. */
  static void addRows(double[] x, int columns, int from, int to, double[] a, double[] out) {
    addBlock(x, columns, from, to, a, from, out);
  }

  /** out += Σ a[offset + i − from] x[i,·] over the rows of one block. */
  static void addBlock(
      double[] x, int columns, int from, int to, double[] a, int offset, double[] out) {
    int i = from;
    for (; i + 4 <= to; i += 4) {
      int p = offset + i - from;
      addFour(x, columns, i * columns, a[p], a[p + 1], a[p + 2], a[p + 3], out);
    }
    for (; i < to; i++) {
      double weight = a[offset + i - from];
      int k = i * columns;
      for (int j = 0; j < columns; j++) {
        out[j] += weight * x[k + j];
      }
    }
  }

  private static void addFour(
      double[] x, int columns, int k0, double a0, double a1, double a2, double a3, double[] out) {
    int k1 = k0 + columns;
    int k2 = k1 + columns;
    int k3 = k2 + columns;
    for (int j = 0; j < columns; j++) {
      out[j] += (a0 * x[k0 + j] + a1 * x[k1 + j]) + (a2 * x[k2 + j] + a3 * x[k3 + j]);
    }
  }
}
