package org.grokcheck.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * The hull's point c closest to the origin for a few hundred points in general position, in
 * doubles: non-negative weights α with Σᵢ αᵢ xᵢ·xⱼ ≥ 1 and equality where αⱼ &gt; 0 (Lawson and
 * Hanson), c = Σ αx/Σ α.
 */
public final class ClosestPoint {
  private static final double TOLERANCE = 1e-10;
  private final double[][] gram;
  private final List<Integer> support = new ArrayList<>();
  private double[] weights;

  private ClosestPoint(double[][] points) {
    int n = points.length;
    gram = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int k = 0; k < points[0].length; k++) {
          sum += points[i][k] * points[j][k];
        }
        gram[i][j] = sum;
        gram[j][i] = sum;
      }
    }
    weights = new double[n];
    search();
  }

  /** For N standard Gaussian points in d dimensions, which should be separable. */
  public static ClosestPoint ofGaussianPoints(RandomGenerator random, int points, int dimension) {
    double[][] x = new double[points][dimension];
    for (double[] row : x) {
      for (int j = 0; j < dimension; j++) {
        row[j] = random.nextGaussian();
      }
    }
    return new ClosestPoint(x);
  }

  /** M: by duality Σ α = ‖S*‖² = 1/M². */
  public double margin() {
    double sum = 0;
    for (double alpha : weights) {
      sum += alpha;
    }
    return 1 / Math.sqrt(sum);
  }

  /** The share of points with a positive weight. */
  public double supportShare() {
    return support.size() / (double) weights.length;
  }

  private void search() {
    for (int step = 0; step < 20 * weights.length; step++) {
      int next = -1;
      double most = TOLERANCE;
      for (int i = 0; i < weights.length; i++) {
        double gain = support.contains(i) ? 0 : 1 - output(i);
        if (gain > most) {
          most = gain;
          next = i;
        }
      }
      if (next < 0) {
        return;
      }
      support.add(next);
      settle();
    }
    throw new IllegalStateException("no closest point found");
  }

  private double output(int i) {
    double sum = 0;
    for (int j : support) {
      sum += weights[j] * gram[i][j];
    }
    return sum;
  }

  private void settle() {
    while (true) {
      double[] target = solve();
      double step = 1;
      for (int k = 0; k < target.length; k++) {
        if (target[k] <= 0) {
          double weight = weights[support.get(k)];
          step = Math.min(step, weight / (weight - target[k]));
        }
      }
      for (int k = 0; k < target.length; k++) {
        int i = support.get(k);
        weights[i] += step * (target[k] - weights[i]);
      }
      if (step == 1) {
        return;
      }
      support.removeIf(i -> weights[i] <= 1e-14);
      double[] kept = new double[weights.length];
      support.forEach(i -> kept[i] = weights[i]);
      weights = kept;
    }
  }

  private double[] solve() {
    int n = support.size();
    RealMatrix matrix = new Array2DRowRealMatrix(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        matrix.setEntry(i, j, gram[support.get(i)][support.get(j)]);
      }
    }
    RealVector ones = new ArrayRealVector(n, 1.0);
    return new CholeskyDecomposition(matrix, 1e-9, 1e-12).getSolver().solve(ones).toArray();
  }
}
