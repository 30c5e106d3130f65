package org.grokcheck.compute.reference;

import org.ejml.data.DMatrixRMaj;

/** −log softmax(f)_y and its slope softmax(f) − e_y, both without cancellation. */
final class CrossEntropy {
  private CrossEntropy() {}

  /**
   * (f_m − f_y) + log(1 + Σ_{j≠m} e^{f_j − f_m}), m the largest: small losses keep their digits.
   */
  static double loss(double[] f, int label) {
    int largest = 0;
    for (int j = 1; j < f.length; j++) {
      largest = f[j] > f[largest] ? j : largest;
    }
    double rest = 0;
    for (int j = 0; j < f.length; j++) {
      rest += j == largest ? 0 : StrictMath.exp(f[j] - f[largest]);
    }
    return f[largest] - f[label] + StrictMath.log1p(rest);
  }

  /** p_j for j ≠ y, and −Σ_{j≠y} p_j for p_y − 1. */
  static Dual slope(Dual f, int label) {
    Dual shares = f.softmax(row -> f.columns());
    negateRest(shares.value(), label);
    negateRest(shares.tangent(), label);
    return shares;
  }

  private static void negateRest(DMatrixRMaj row, int label) {
    double rest = 0;
    for (int j = 0; j < row.numCols; j++) {
      rest += j == label ? 0 : row.get(0, j);
    }
    row.set(0, label, -rest);
  }
}
