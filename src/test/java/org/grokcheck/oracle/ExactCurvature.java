package org.grokcheck.oracle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;

/**
 * The Hessian of a polynomial of degree four, from differences of its gradient that are exact for
 * cubics, and its inertia by elimination at 60 digits.
 */
public final class ExactCurvature {
  private static final int[] WEIGHTS = {1, -8, 0, 8, -1};
  private static final BigDecimal TWELVE = BigDecimal.valueOf(12);

  private final BigDecimal[][] twelvefold;

  private ExactCurvature(BigDecimal[][] twelvefold) {
    this.twelvefold = twelvefold;
  }

  /** The Hessian at x. */
  public static ExactCurvature of(UnaryOperator<List<BigDecimal>> gradient, List<BigDecimal> x) {
    int n = x.size();
    BigDecimal[][] rows = new BigDecimal[n][n];
    for (int i = 0; i < n; i++) {
      Arrays.fill(rows[i], BigDecimal.ZERO);
      for (int k = -2; k <= 2; k++) {
        List<BigDecimal> moved = new ArrayList<>(x);
        moved.set(i, x.get(i).add(BigDecimal.valueOf(k)));
        List<BigDecimal> g = gradient.apply(moved);
        for (int j = 0; j < n; j++) {
          BigDecimal weight = BigDecimal.valueOf(WEIGHTS[k + 2]);
          rows[i][j] = rows[i][j].add(weight.multiply(g.get(j)));
        }
      }
    }
    return new ExactCurvature(rows);
  }

  /** Number of eigenvalues below a shift: negative pivots, by Sylvester's law of inertia. */
  public int below(BigDecimal shift) {
    int n = twelvefold.length;
    BigDecimal[][] a = new BigDecimal[n][];
    for (int i = 0; i < n; i++) {
      a[i] = twelvefold[i].clone();
      a[i][i] = a[i][i].subtract(TWELVE.multiply(shift));
    }
    int negative = 0;
    for (int k = 0; k < n; k++) {
      negative += a[k][k].signum() < 0 ? 1 : 0;
      for (int i = k + 1; i < n; i++) {
        BigDecimal factor = Decimal.over(a[i][k], a[k][k]);
        for (int j = k; j < n; j++) {
          a[i][j] = Decimal.minus(a[i][j], Decimal.times(factor, a[k][j]));
        }
      }
    }
    return negative;
  }

  /** The unit eigenvector of an eigenvalue in doubles, by inverse iteration. */
  public double[] eigenvector(double eigenvalue) {
    int n = twelvefold.length;
    DMatrixRMaj shifted = new DMatrixRMaj(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double entry = twelvefold[i][j].doubleValue() / 12;
        shifted.set(i, j, entry - (i == j ? eigenvalue * (1 - 1e-10) : 0));
      }
    }
    DMatrixRMaj vector = new DMatrixRMaj(n, 1);
    CommonOps_DDRM.fill(vector, 1);
    vector.set(0, 0, 2);
    for (int k = 0; k < 6; k++) {
      DMatrixRMaj next = new DMatrixRMaj(n, 1);
      CommonOps_DDRM.solve(shifted, vector, next);
      NormOps_DDRM.normalizeF(next);
      vector = next;
    }
    return vector.data;
  }
}
