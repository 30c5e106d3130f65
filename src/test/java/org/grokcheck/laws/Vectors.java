package org.grokcheck.laws;

import java.util.function.DoubleBinaryOperator;

/** Plain arithmetic of arrays. */
final class Vectors {
  private Vectors() {}

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** Σ |a_i b_i|. */
  static double absoluteDot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.abs(a[i] * b[i]);
    }
    return sum;
  }

  static double norm(double[] a) {
    return Math.sqrt(dot(a, a));
  }

  /** a + s b. */
  static double[] plus(double[] a, double s, double[] b) {
    return combine(a, b, (x, y) -> x + s * y);
  }

  static double[] scaled(double s, double[] a) {
    return combine(a, a, (x, y) -> s * x);
  }

  private static double[] combine(double[] a, double[] b, DoubleBinaryOperator f) {
    double[] result = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      result[i] = f.applyAsDouble(a[i], b[i]);
    }
    return result;
  }
}
