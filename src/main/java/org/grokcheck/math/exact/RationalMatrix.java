package org.grokcheck.math.exact;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A matrix of rationals; rank and linear systems are in {@link Elimination}.
 *
 * @param rows the rows, at least one, all of the same size
 */
public record RationalMatrix(List<RationalVector> rows) {
  /** An entry by row and column, both counted from 0. */
  @FunctionalInterface
  public interface Entry {
    /** Returns the entry in row i and column j. */
    Rational at(int i, int j);
  }

  /**
   * Copies the rows.
   *
   * @throws IllegalArgumentException if there are none, or their sizes differ
   */
  public RationalMatrix {
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("rows: need at least one row, got none");
    }
    rows = List.copyOf(rows);
    int width = rows.get(0).size();
    for (RationalVector row : rows) {
      if (row.size() != width) {
        throw new IllegalArgumentException(
            "rows: need " + width + " entries in each, as in the first, got " + row.size());
      }
    }
  }

  /** Returns the matrix whose entries a function gives. */
  public static RationalMatrix of(int height, int width, Entry entry) {
    return new RationalMatrix(
        IntStream.range(0, height)
            .mapToObj(i -> RationalVector.of(width, j -> entry.at(i, j)))
            .toList());
  }

  /** Returns the matrix of the decimals as they are written, row by row. */
  public static RationalMatrix ofDecimals(List<List<BigDecimal>> rows) {
    return new RationalMatrix(rows.stream().map(RationalVector::ofDecimals).toList());
  }

  /** Returns the identity. */
  public static RationalMatrix identity(int size) {
    return of(size, size, (i, j) -> i == j ? Rational.ONE : Rational.ZERO);
  }

  /** Returns the zero matrix. */
  public static RationalMatrix zero(int height, int width) {
    return of(height, width, (i, j) -> Rational.ZERO);
  }

  /** Returns the square matrix with the given diagonal and zeros elsewhere. */
  public static RationalMatrix diagonal(RationalVector diagonal) {
    int n = diagonal.size();
    return of(n, n, (i, j) -> i == j ? diagonal.get(i) : Rational.ZERO);
  }

  /** Returns the number of rows. */
  public int height() {
    return rows.size();
  }

  /** Returns the number of columns. */
  public int width() {
    return rows.get(0).size();
  }

  /** Returns the entry in row i and column j, counted from 0. */
  public Rational get(int i, int j) {
    return rows.get(i).get(j);
  }

  /** Returns row i. */
  public RationalVector row(int i) {
    return rows.get(i);
  }

  /** Returns column j. */
  public RationalVector column(int j) {
    return RationalVector.of(height(), i -> get(i, j));
  }

  /**
   * Returns this + other.
   *
   * @throws IllegalArgumentException if the shapes differ
   */
  public RationalMatrix plus(RationalMatrix other) {
    requireSameShape(other);
    return of(height(), width(), (i, j) -> get(i, j).plus(other.get(i, j)));
  }

  /**
   * Returns this − other.
   *
   * @throws IllegalArgumentException if the shapes differ
   */
  public RationalMatrix minus(RationalMatrix other) {
    return plus(other.times(Rational.of(-1)));
  }

  /** Returns c · this. */
  public RationalMatrix times(Rational c) {
    return of(height(), width(), (i, j) -> get(i, j).times(c));
  }

  /**
   * Returns the matrix-vector product.
   *
   * @throws IllegalArgumentException if the sizes don't match
   */
  public RationalVector times(RationalVector vector) {
    return RationalVector.of(height(), i -> row(i).dot(vector));
  }

  /**
   * Returns the matrix product this · other.
   *
   * @throws IllegalArgumentException if the sizes don't match
   */
  public RationalMatrix times(RationalMatrix other) {
    List<RationalVector> columns =
        IntStream.range(0, other.width()).mapToObj(other::column).toList();
    return of(height(), other.width(), (i, j) -> row(i).dot(columns.get(j)));
  }

  /** Returns the transpose. */
  public RationalMatrix transpose() {
    return of(width(), height(), (i, j) -> get(j, i));
  }

  /**
   * Returns the trace.
   *
   * @throws IllegalArgumentException if the matrix isn't square
   */
  public Rational trace() {
    requireSquare();
    return RationalVector.sum(height(), i -> get(i, i));
  }

  /** Returns the sum of the squares of all entries, |this|_F². */
  public Rational frobeniusSquared() {
    return rows.stream().map(RationalVector::normSquared).reduce(Rational.ZERO, Rational::plus);
  }

  /**
   * Returns uᵀ · this · v.
   *
   * @throws IllegalArgumentException if the sizes don't match
   */
  public Rational bilinear(RationalVector u, RationalVector v) {
    return u.dot(times(v));
  }

  /** Whether this equals its transpose. */
  public boolean isSymmetric() {
    return height() == width() && equals(transpose());
  }

  private void requireSquare() {
    if (height() != width()) {
      throw new IllegalArgumentException(
          "matrix: need as many rows as columns, got " + height() + " x " + width());
    }
  }

  private void requireSameShape(RationalMatrix other) {
    if (height() != other.height() || width() != other.width()) {
      throw new IllegalArgumentException(
          "matrix: need the shape %d x %d of the other one, got %d x %d"
              .formatted(height(), width(), other.height(), other.width()));
    }
  }

  @Override
  public String toString() {
    return rows.stream().map(RationalVector::toString).collect(Collectors.joining(", ", "[", "]"));
  }
}
