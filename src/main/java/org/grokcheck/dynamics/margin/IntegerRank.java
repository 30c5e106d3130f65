package org.grokcheck.dynamics.margin;

import java.math.BigInteger;
import java.util.stream.IntStream;

/** Independent columns of an integer matrix by elimination without fractions (Bareiss). */
final class IntegerRank {
  private IntegerRank() {}

  /** The first columns that span all others; their number is the rank. */
  static int[] independentColumns(BigInteger[][] matrix) {
    BigInteger[][] a = new BigInteger[matrix.length][];
    for (int i = 0; i < a.length; i++) {
      a[i] = matrix[i].clone();
    }
    BigInteger last = BigInteger.ONE;
    int rank = 0;
    IntStream.Builder pivots = IntStream.builder();
    for (int column = 0; column < a[0].length && rank < a.length; column++) {
      int pivot = rank;
      while (pivot < a.length && a[pivot][column].signum() == 0) {
        pivot++;
      }
      if (pivot == a.length) {
        continue;
      }
      BigInteger[] row = a[pivot];
      a[pivot] = a[rank];
      a[rank] = row;
      for (int i = rank + 1; i < a.length; i++) {
        eliminate(a[i], row, column, last);
      }
      last = row[column];
      rank++;
      pivots.add(column);
    }
    return pivots.build().toArray();
  }

  private static void eliminate(
      BigInteger[] target, BigInteger[] row, int column, BigInteger last) {
    BigInteger factor = target[column];
    for (int j = column; j < row.length; j++) {
      target[j] = target[j].multiply(row[column]).subtract(factor.multiply(row[j])).divide(last);
    }
  }
}
