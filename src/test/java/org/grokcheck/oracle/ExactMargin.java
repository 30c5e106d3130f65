package org.grokcheck.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * argmin{‖w‖ : xᵢ·w ≥ 1} for integer points in exact rationals, by trying every support F of at
 * most d points: with X_F X_Fᵀa = 1, a ≥ 0 and w = X_Fᵀa feasible, w is the solution.
 */
public final class ExactMargin {
  private final long[][] points;

  private ExactMargin(long[][] points) {
    this.points = points;
  }

  /** The solution w; empty where the points aren't separable. */
  public static Optional<List<BigFraction>> solve(long[][] points) {
    ExactMargin problem = new ExactMargin(points);
    for (int set = 1; set < 1 << points.length; set++) {
      if (Integer.bitCount(set) <= points[0].length) {
        Optional<List<BigFraction>> w = problem.trySupport(members(set));
        if (w.isPresent()) {
          return w;
        }
      }
    }
    return Optional.empty();
  }

  /** ‖w‖². */
  public static BigFraction squaredNorm(List<BigFraction> w) {
    return w.stream().map(c -> c.multiply(c)).reduce(BigFraction.ZERO, BigFraction::add);
  }

  private static List<Integer> members(int set) {
    List<Integer> members = new ArrayList<>();
    for (int i = 0; set >> i != 0; i++) {
      if ((set >> i & 1) == 1) {
        members.add(i);
      }
    }
    return members;
  }

  private Optional<List<BigFraction>> trySupport(List<Integer> support) {
    int k = support.size();
    BigFraction[][] system = new BigFraction[k][k + 1];
    for (int p = 0; p < k; p++) {
      for (int q = 0; q < k; q++) {
        long sum = 0;
        for (int j = 0; j < points[0].length; j++) {
          sum += points[support.get(p)][j] * points[support.get(q)][j];
        }
        system[p][q] = new BigFraction(sum);
      }
      system[p][k] = BigFraction.ONE;
    }
    return eliminate(system)
        .filter(a -> a.stream().allMatch(c -> c.compareTo(BigFraction.ZERO) >= 0))
        .map(a -> combine(support, a))
        .filter(this::isFeasible);
  }

  private List<BigFraction> combine(List<Integer> support, List<BigFraction> a) {
    List<BigFraction> w = new ArrayList<>();
    for (int j = 0; j < points[0].length; j++) {
      BigFraction sum = BigFraction.ZERO;
      for (int p = 0; p < a.size(); p++) {
        sum = sum.add(a.get(p).multiply(points[support.get(p)][j]));
      }
      w.add(sum);
    }
    return w;
  }

  private boolean isFeasible(List<BigFraction> w) {
    for (long[] point : points) {
      BigFraction z = BigFraction.ZERO;
      for (int j = 0; j < point.length; j++) {
        z = z.add(w.get(j).multiply(point[j]));
      }
      if (z.compareTo(BigFraction.ONE) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Gauss-Jordan elimination; empty for a singular matrix. */
  private static Optional<List<BigFraction>> eliminate(BigFraction[][] a) {
    int n = a.length;
    for (int k = 0; k < n; k++) {
      int pivot = k;
      while (pivot < n && a[pivot][k].equals(BigFraction.ZERO)) {
        pivot++;
      }
      if (pivot == n) {
        return Optional.empty();
      }
      BigFraction[] row = a[pivot];
      a[pivot] = a[k];
      a[k] = row;
      for (int i = 0; i < n; i++) {
        BigFraction factor = a[i][k].divide(row[k]);
        for (int j = k; i != k && j <= n; j++) {
          a[i][j] = a[i][j].subtract(factor.multiply(row[j]));
        }
      }
    }
    List<BigFraction> solution = new ArrayList<>();
    for (int k = 0; k < n; k++) {
      solution.add(a[k][n].divide(a[k][k]));
    }
    return Optional.of(solution);
  }
}
