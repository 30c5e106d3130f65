package org.grokcheck.beck;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;
import org.apache.commons.math3.linear.Array2DRowFieldMatrix;
import org.apache.commons.math3.linear.ArrayFieldVector;
import org.apache.commons.math3.linear.FieldDecompositionSolver;
import org.apache.commons.math3.linear.FieldLUDecomposition;

/** Exact vectors, a list of fractions each. */
final class RationalVectors {
  private static final MathContext QUOTIENT = new MathContext(40);
  private static final MathContext SHOWN = new MathContext(4);

  /** Exact arithmetic with more digits would take hours. */
  private static final int MOST_DIGITS = 1000;

  private RationalVectors() {}

  /**
   * The exact value of a decimal.
   *
   * @throws IllegalArgumentException if it has too many digits before or after the point
   */
  static BigFraction exact(BigDecimal value) {
    if (value.precision() + Math.abs((long) value.scale()) > MOST_DIGITS) {
      throw new IllegalArgumentException(
          "X (coordinate): need at most "
              + MOST_DIGITS
              + " digits before and after the point, got "
              + value.round(SHOWN));
    }
    BigDecimal whole = value.scale() > 0 ? value : value.setScale(0);
    return new BigFraction(whole.unscaledValue(), BigInteger.TEN.pow(whole.scale()));
  }

  /** A fraction to 40 digits. */
  static BigDecimal decimal(BigFraction value) {
    return new BigDecimal(value.getNumerator())
        .divide(new BigDecimal(value.getDenominator()), QUOTIENT);
  }

  /** The double nearest to a fraction. */
  static double toDouble(BigFraction value) {
    return decimal(value).doubleValue();
  }

  static BigFraction dot(List<BigFraction> a, List<BigFraction> b) {
    BigFraction sum = BigFraction.ZERO;
    for (int j = 0; j < a.size(); j++) {
      sum = sum.add(a.get(j).multiply(b.get(j)));
    }
    return sum;
  }

  static List<BigFraction> scaled(List<BigFraction> a, BigFraction factor) {
    return a.stream().map(value -> value.multiply(factor)).toList();
  }

  /** Σ weightsᵢ vectorsᵢ. */
  static List<BigFraction> combination(List<BigFraction> weights, List<List<BigFraction>> vectors) {
    List<BigFraction> sum = new ArrayList<>();
    for (int j = 0; j < vectors.get(0).size(); j++) {
      int column = j;
      sum.add(dot(weights, vectors.stream().map(v -> v.get(column)).toList()));
    }
    return List.copyOf(sum);
  }

  /** The solution of a square linear system; empty where the matrix is singular. */
  static List<BigFraction> solve(BigFraction[][] matrix, BigFraction[] right) {
    FieldDecompositionSolver<BigFraction> solver =
        new FieldLUDecomposition<>(new Array2DRowFieldMatrix<>(matrix)).getSolver();
    return solver.isNonSingular()
        ? List.of(solver.solve(new ArrayFieldVector<>(right)).toArray())
        : List.of();
  }

  /** The rank of some vectors, by elimination. */
  static int rank(List<List<BigFraction>> vectors) {
    BigFraction[][] rows =
        vectors.stream().map(v -> v.toArray(BigFraction[]::new)).toArray(BigFraction[][]::new);
    int rank = 0;
    for (int column = 0; column < rows[0].length && rank < rows.length; column++) {
      int pivot = rank;
      while (pivot < rows.length && rows[pivot][column].equals(BigFraction.ZERO)) {
        pivot++;
      }
      if (pivot < rows.length) {
        BigFraction[] swapped = rows[pivot];
        rows[pivot] = rows[rank];
        rows[rank] = swapped;
        eliminate(rows, rank, column);
        rank++;
      }
    }
    return rank;
  }

  private static void eliminate(BigFraction[][] rows, int pivot, int column) {
    for (int i = pivot + 1; i < rows.length; i++) {
      BigFraction factor = rows[i][column].divide(rows[pivot][column]);
      for (int j = column; j < rows[i].length; j++) {
        rows[i][j] = rows[i][j].subtract(factor.multiply(rows[pivot][j]));
      }
    }
  }

  /** An array of zeros. */
  static BigFraction[] zeros(int size) {
    BigFraction[] zeros = new BigFraction[size];
    Arrays.fill(zeros, BigFraction.ZERO);
    return zeros;
  }

  /** Whether all components vanish. */
  static boolean isZero(List<BigFraction> vector) {
    return vector.stream().allMatch(BigFraction.ZERO::equals);
  }

  /** Whether a fraction is below zero. */
  static boolean isNegative(BigFraction value) {
    return value.getNumerator().signum() < 0;
  }
}
