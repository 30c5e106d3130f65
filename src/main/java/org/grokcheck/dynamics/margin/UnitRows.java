package org.grokcheck.dynamics.margin;

import java.util.Arrays;
import org.grokcheck.compute.linear.DataMatrix;
import org.grokcheck.compute.linear.PlainMatrix;

/**
 * Points scaled by powers of two, 2^(−eᵢ)xᵢ, so that largest components are of order 1.
 *
 * @param points the scaled points; the matrix itself where no scaling is needed
 * @param exponents e, length N
 */
record UnitRows(DataMatrix points, int[] exponents) {
  /** Scales within this factor of 1, as powers of two, are left alone. */
  private static final int ORDINARY = 12;

  /** Scales each point by itself, which leaves separability as it is. */
  static UnitRows eachOf(DataMatrix x) {
    int[] exponents = exponents(x);
    for (int i = 0; i < exponents.length; i++) {
      // Zero points keep their place.
      exponents[i] = exponents[i] < Double.MIN_EXPONENT - 52 ? 0 : exponents[i];
    }
    return scaled(x, exponents);
  }

  /** Scales all points alike. */
  static UnitRows allOf(DataMatrix x) {
    int[] exponents = exponents(x);
    int most = Arrays.stream(exponents).max().orElseThrow();
    Arrays.fill(exponents, most < Double.MIN_EXPONENT - 52 ? 0 : most);
    return scaled(x, exponents);
  }

  private static UnitRows scaled(DataMatrix x, int[] exponents) {
    if (Arrays.stream(exponents).allMatch(e -> Math.abs(e) <= ORDINARY)) {
      Arrays.fill(exponents, 0);
      return new UnitRows(x, exponents);
    }
    int d = x.columns();
    double[] data = new double[Math.multiplyExact(exponents.length, d)];
    double[] row = new double[d];
    for (int i = 0; i < exponents.length; i++) {
      x.row(i, row);
      for (int j = 0; j < d; j++) {
        data[i * d + j] = Math.scalb(row[j], -exponents[i]);
      }
    }
    return new UnitRows(PlainMatrix.wrap(exponents.length, d, data), exponents);
  }

  /** The binary exponents of the largest components; that of a zero point is below all others. */
  private static int[] exponents(DataMatrix x) {
    int[] exponents = new int[x.rows()];
    double[] row = new double[x.columns()];
    for (int i = 0; i < exponents.length; i++) {
      x.row(i, row);
      double most = 0;
      for (double component : row) {
        most = Math.max(most, Math.abs(component));
      }
      exponents[i] = exponent(most);
    }
    return exponents;
  }

  private static int exponent(double value) {
    if (value == 0) {
      return Integer.MIN_VALUE;
    }
    // Subnormal numbers have no exponent of their own.
    return value < Double.MIN_NORMAL
        ? Math.getExponent(value * 0x1p60) - 60
        : Math.getExponent(value);
  }

  /** max ‖xᵢ‖ of the scaled points, rounded up. */
  double radius() {
    double most = 0;
    double[] row = new double[points.columns()];
    for (int i = 0; i < points.rows(); i++) {
      points.row(i, row);
      double square = 0;
      for (double component : row) {
        square += component * component;
      }
      most = Math.max(most, square);
    }
    return Math.sqrt(most) * (1 + (row.length + 4) * 0x1p-53) + Double.MIN_NORMAL;
  }
}
