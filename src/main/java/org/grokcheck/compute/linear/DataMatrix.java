package org.grokcheck.compute.linear;

/**
 * A dense N×d matrix X whose rows are points xᵢ. All entries are finite.
 *
 * <p>Products are sums of products in double precision, in any order and grouping: the error bounds
 * of those who use them rest on it and allow for no reduced precision and no fast multiplication.
 *
 * <p>Arguments have the lengths given with each method; an implementation refuses others with an
 * {@link IllegalArgumentException}. Arrays named {@code out} and {@code margins} are overwritten,
 * must not be an argument of the same call in another role, and the matrix keeps no reference to
 * them.
 */
public interface DataMatrix {
  /** Returns N, at least 1. */
  int rows();

  /** Returns d, at least 1. */
  int columns();

  /**
   * Copies one point.
   *
   * @param i the row, from 0
   * @param out xᵢ, length d
   */
  void row(int i, double[] out);

  /**
   * Computes Xs.
   *
   * @param s length d
   * @param out zᵢ = xᵢ·s, length N
   */
  void times(double[] s, double[] out);

  /**
   * Computes Xᵀa.
   *
   * @param weights a, length N
   * @param out Σ aᵢxᵢ, length d
   */
  void transposeTimes(double[] weights, double[] out);

  /**
   * Computes Σ aᵢxᵢ where aᵢ depends on the margin zᵢ = xᵢ·s: one pass over the rows, which is what
   * a gradient costs.
   *
   * @param s length d
   * @param weight gives aᵢ from i and zᵢ; called once a row, in any order
   * @param margins z, length N
   * @param out Σ aᵢxᵢ, length d
   */
  void weightedSum(double[] s, PointWeight weight, double[] margins, double[] out);

  /**
   * Computes Xᵀ diag(a) X = Σ aᵢxᵢxᵢᵀ.
   *
   * @param weights a, length N
   * @param out row-major, length d·d, both triangles
   */
  default void weightedGram(double[] weights, double[] out) {
    Shapes.length("weights", weights, rows());
    Shapes.length("out", out, columns() * columns());
    RankUpdate.weightedGram(this, weights, out);
  }

  /**
   * Returns the k×k matrix of inner products xᵢ·xⱼ of some rows, row-major, both triangles.
   *
   * @param rows k row numbers, in the order of the result
   */
  default double[] gramOf(int[] rows) {
    return RankUpdate.gram(this, rows);
  }
}
