package org.grokcheck.compute.linear;

import java.util.Arrays;

/**
 * A data matrix in one row-major array of doubles.
 *
 * <p>Products run over eight rows at a time, which stay in the cache between the two halves of
 * {@link #weightedSum}. Sums have a fixed order, so results are the same on every machine.
 */
public final class PlainMatrix implements DataMatrix {
  private final int rows;
  private final int columns;
  private final double[] data;

  private PlainMatrix(int rows, int columns, double[] data) {
    this.rows = rows;
    this.columns = columns;
    this.data = data;
  }

  /**
   * Copies points, one a row.
   *
   * @throws IllegalArgumentException if there is no row or column, rows differ in length, or an
   *     entry isn't finite
   */
  public static PlainMatrix of(double[][] points) {
    if (points.length == 0 || points[0].length == 0) {
      throw new IllegalArgumentException(
          "points: need at least one row and one column, got "
              + points.length
              + " rows"
              + (points.length == 0 ? "" : " of length 0"));
    }
    int d = points[0].length;
    double[] data = new double[Math.multiplyExact(points.length, d)];
    for (int i = 0; i < points.length; i++) {
      if (points[i].length != d) {
        throw new IllegalArgumentException(
            "points: row "
                + i
                + " has length "
                + points[i].length
                + ", row 0 has "
                + d
                + "; all rows need the same length");
      }
      System.arraycopy(points[i], 0, data, i * d, d);
    }
    return wrap(points.length, d, data);
  }

  /**
   * Uses a row-major array without copying it; the caller no longer changes it.
   *
   * @param rows N ≥ 1
   * @param columns d ≥ 1
   * @param data length N·d
   * @throws IllegalArgumentException if a size doesn't fit or an entry isn't finite
   */
  public static PlainMatrix wrap(int rows, int columns, double[] data) {
    if (rows < 1 || columns < 1) {
      throw new IllegalArgumentException(
          "rows, columns: need at least 1 of each, got " + rows + " and " + columns);
    }
    Shapes.length("data", data, Math.multiplyExact(rows, columns));
    for (int k = 0; k < data.length; k++) {
      if (!Double.isFinite(data[k])) {
        throw new IllegalArgumentException(
            "data: row "
                + k / columns
                + ", column "
                + k % columns
                + " is "
                + data[k]
                + "; all entries need to be finite");
      }
    }
    return new PlainMatrix(rows, columns, data);
  }

  /** Copies any matrix. */
  public static PlainMatrix copyOf(DataMatrix x) {
    double[] data = new double[Math.multiplyExact(x.rows(), x.columns())];
    double[] row = new double[x.columns()];
    for (int i = 0; i < x.rows(); i++) {
      x.row(i, row);
      System.arraycopy(row, 0, data, i * row.length, row.length);
    }
    return new PlainMatrix(x.rows(), x.columns(), data);
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int columns() {
    return columns;
  }

  /** Returns component j of point i, both from 0. */
  public double at(int i, int j) {
    Shapes.index("i (row)", i, rows);
    Shapes.index("j (column)", j, columns);
    return data[i * columns + j];
  }

  @Override
  public void row(int i, double[] out) {
    Shapes.index("i (row)", i, rows);
    Shapes.length("out", out, columns);
    System.arraycopy(data, i * columns, out, 0, columns);
  }

  @Override
  public void times(double[] s, double[] out) {
    Shapes.length("s", s, columns);
    Shapes.length("out", out, rows);
    for (int i = 0; i < rows; i += RowKernels.BLOCK) {
      RowKernels.dots(data, columns, i, Math.min(rows, i + RowKernels.BLOCK), s, out);
    }
  }

  @Override
  public void transposeTimes(double[] weights, double[] out) {
    Shapes.length("weights", weights, rows);
    Shapes.length("out", out, columns);
    Arrays.fill(out, 0);
    for (int i = 0; i < rows; i += RowKernels.BLOCK) {
      RowKernels.addRows(data, columns, i, Math.min(rows, i + RowKernels.BLOCK), weights, out);
    }
  }

  @Override
  public void weightedSum(double[] s, PointWeight weight, double[] margins, double[] out) {
    Shapes.length("s", s, columns);
    Shapes.length("margins", margins, rows);
    Shapes.length("out", out, columns);
    Arrays.fill(out, 0);
    double[] a = new double[RowKernels.BLOCK];
    for (int from = 0; from < rows; from += RowKernels.BLOCK) {
      int to = Math.min(rows, from + RowKernels.BLOCK);
      RowKernels.dots(data, columns, from, to, s, margins);
      for (int i = from; i < to; i++) {
        a[i - from] = weight.at(i, margins[i]);
      }
      RowKernels.addBlock(data, columns, from, to, a, 0, out);
    }
  }
}
