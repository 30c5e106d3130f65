package org.grokcheck.dynamics.margin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.grokcheck.compute.linear.DataMatrix;
import org.grokcheck.dynamics.margin.Separability.Inseparable;
import org.grokcheck.dynamics.margin.Separability.OnBoundary;
import org.grokcheck.dynamics.margin.Separability.Separable;

/** Checks what a result says of itself in exact decimals. */
final class ExactProof {
  private ExactProof() {}

  /** Every margin is at least the stated one times ‖w‖, and positive. */
  static void check(DataMatrix x, Separable result) {
    double[] w = result.direction();
    BigDecimal square = dot(w, w);
    BigDecimal margin = new BigDecimal(result.margin());
    boolean underflow = result.margin() == Double.MIN_VALUE;
    double[] row = new double[x.columns()];
    for (int i = 0; i < x.rows(); i++) {
      x.row(i, row);
      BigDecimal z = dot(row, w);
      assertTrue(z.signum() > 0, "margin of point " + i + " is " + z);
      assertTrue(
          underflow || z.multiply(z).compareTo(margin.multiply(margin).multiply(square)) >= 0,
          "point " + i + " is nearer than " + result.margin());
    }
  }

  /** The weights are positive, their sum of points is no longer than stated, the error below 1. */
  static void check(DataMatrix x, Inseparable result) {
    for (double weight : result.weights()) {
      assertTrue(weight > 0 && weight < 4, "weight " + weight);
    }
    assertTrue(result.relativeError() < 1, "relative error " + result.relativeError());
    BigDecimal most = new BigDecimal(result.residual());
    BigDecimal square = squaredSum(x, result.weights(), result.exponents());
    assertTrue(square.compareTo(most.multiply(most)) <= 0, square + " > " + most + " squared");
  }

  /** Weights live on the face and nearly represent the origin; the direction doesn't fall. */
  static void check(DataMatrix x, OnBoundary result) {
    boolean[] onFace = new boolean[x.rows()];
    for (int i : result.face()) {
      onFace[i] = true;
    }
    double[] row = new double[x.columns()];
    double size = 0;
    for (int i = 0; i < x.rows(); i++) {
      assertEquals(onFace[i], result.weights()[i] > 0);
      x.row(i, row);
      double z = dot(row, result.direction()).doubleValue();
      double rounding = 0;
      for (double component : row) {
        rounding += 0x1p-52 * Math.abs(component);
      }
      assertTrue(onFace[i] ? Math.abs(z) <= rounding : z > -rounding, "point " + i + ": " + z);
      size += Math.scalb(rounding, -result.exponents()[i]) * result.weights()[i];
    }
    double square = squaredSum(x, result.weights(), result.exponents()).doubleValue();
    assertTrue(Math.sqrt(square) <= 2 * size, "residual " + Math.sqrt(square));
  }

  private static BigDecimal squaredSum(DataMatrix x, double[] weights, int[] exponents) {
    BigDecimal square = BigDecimal.ZERO;
    double[] row = new double[x.columns()];
    for (int j = 0; j < x.columns(); j++) {
      BigDecimal sum = BigDecimal.ZERO;
      for (int i = 0; i < x.rows(); i++) {
        x.row(i, row);
        sum =
            sum.add(
                new BigDecimal(weights[i])
                    .multiply(new BigDecimal(Math.scalb(row[j], -exponents[i]))));
      }
      square = square.add(sum.multiply(sum));
    }
    return square;
  }

  private static BigDecimal dot(double[] x, double[] w) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int j = 0; j < x.length; j++) {
      sum = sum.add(new BigDecimal(x[j]).multiply(new BigDecimal(w[j])));
    }
    return sum;
  }
}
