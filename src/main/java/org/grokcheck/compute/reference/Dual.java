package org.grokcheck.compute.reference;

import java.util.Arrays;
import java.util.function.BinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * A matrix X + ε Ẋ with ε² = 0: a value and its derivative in one direction. Whatever is computed
 * with dual numbers, a gradient included, carries its own directional derivative along.
 */
record Dual(DMatrixRMaj value, DMatrixRMaj tangent) {
  static Dual constant(DMatrixRMaj value) {
    return new Dual(value, new DMatrixRMaj(value.numRows, value.numCols));
  }

  /** A constant matrix of equal entries. */
  static Dual filled(int rows, int columns, double entry) {
    DMatrixRMaj matrix = new DMatrixRMaj(rows, columns);
    Arrays.fill(matrix.data, entry);
    return constant(matrix);
  }

  int rows() {
    return value.numRows;
  }

  int columns() {
    return value.numCols;
  }

  Dual plus(Dual other) {
    return new Dual(
        CommonOps_DDRM.add(value, other.value, null),
        CommonOps_DDRM.add(tangent, other.tangent, null));
  }

  Dual scaled(double factor) {
    return linear(
        x -> {
          DMatrixRMaj product = new DMatrixRMaj(x.numRows, x.numCols);
          CommonOps_DDRM.scale(factor, x, product);
          return product;
        });
  }

  Dual minus(Dual other) {
    return plus(other.scaled(-1));
  }

  Dual transposed() {
    return linear(x -> CommonOps_DDRM.transpose(x, null));
  }

  /** The matrix product. */
  Dual times(Dual other) {
    return bilinear(other, (a, b) -> CommonOps_DDRM.mult(a, b, null));
  }

  /** The product entry by entry. */
  Dual elementTimes(Dual other) {
    return bilinear(other, (a, b) -> CommonOps_DDRM.elementMult(a, b, null));
  }

  /** f entry by entry; its derivative makes the tangent. */
  Dual map(DoubleUnaryOperator f, DoubleUnaryOperator derivative) {
    DMatrixRMaj image = new DMatrixRMaj(rows(), columns());
    DMatrixRMaj slope = new DMatrixRMaj(rows(), columns());
    for (int i = 0; i < image.data.length; i++) {
      image.data[i] = f.applyAsDouble(value.data[i]);
      slope.data[i] = derivative.applyAsDouble(value.data[i]) * tangent.data[i];
    }
    return new Dual(image, slope);
  }

  /** The rows with these numbers, in this order. */
  Dual rows(int[] numbers) {
    return linear(
        x -> {
          DMatrixRMaj picked = new DMatrixRMaj(numbers.length, x.numCols);
          for (int i = 0; i < numbers.length; i++) {
            CommonOps_DDRM.extract(x, numbers[i], numbers[i] + 1, 0, x.numCols, picked, i, 0);
          }
          return picked;
        });
  }

  /** The adjoint of {@link #rows}: adds row i to row {@code numbers[i]} of a zero matrix. */
  Dual scattered(int[] numbers, int height) {
    return linear(
        x -> {
          DMatrixRMaj sums = new DMatrixRMaj(height, x.numCols);
          for (int i = 0; i < numbers.length; i++) {
            for (int j = 0; j < x.numCols; j++) {
              sums.add(numbers[i], j, x.get(i, j));
            }
          }
          return sums;
        });
  }

  /** Columns from (inclusive) to (exclusive). */
  Dual columns(int from, int to) {
    return linear(x -> CommonOps_DDRM.extract(x, 0, x.numRows, from, to));
  }

  /** The adjoint of {@link #columns}: the matrix at column {@code from} of a zero matrix. */
  Dual padded(int from, int width) {
    return linear(
        x -> {
          DMatrixRMaj wide = new DMatrixRMaj(x.numRows, width);
          CommonOps_DDRM.insert(x, wide, 0, from);
          return wide;
        });
  }

  /** Softmax of row i over its first {@code visible(i)} entries, 0 elsewhere. */
  Dual softmax(IntUnaryOperator visible) {
    DMatrixRMaj shares = new DMatrixRMaj(rows(), columns());
    DMatrixRMaj moves = new DMatrixRMaj(rows(), columns());
    for (int i = 0; i < rows(); i++) {
      int seen = visible.applyAsInt(i);
      double largest = Double.NEGATIVE_INFINITY;
      for (int j = 0; j < seen; j++) {
        largest = Math.max(largest, value.get(i, j));
      }
      double sum = 0;
      for (int j = 0; j < seen; j++) {
        shares.set(i, j, StrictMath.exp(value.get(i, j) - largest));
        sum += shares.get(i, j);
      }
      double mean = 0;
      for (int j = 0; j < seen; j++) {
        shares.set(i, j, shares.get(i, j) / sum);
        mean += shares.get(i, j) * tangent.get(i, j);
      }
      for (int j = 0; j < seen; j++) {
        moves.set(i, j, shares.get(i, j) * (tangent.get(i, j) - mean));
      }
    }
    return new Dual(shares, moves);
  }

  private Dual linear(UnaryOperator<DMatrixRMaj> map) {
    return new Dual(map.apply(value), map.apply(tangent));
  }

  private Dual bilinear(Dual other, BinaryOperator<DMatrixRMaj> product) {
    DMatrixRMaj moved =
        CommonOps_DDRM.add(
            product.apply(tangent, other.value), product.apply(value, other.tangent), null);
    return new Dual(product.apply(value, other.value), moved);
  }
}
