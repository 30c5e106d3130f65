package org.grokcheck.notsawo.dimension;

import java.util.ArrayList;
import java.util.List;

/**
 * Ratios μ_i = r_i(2)/r_i(1) of the distances of each point to its second and first neighbour,
 * steps 1 to 3 of the algorithm in App. H.1 (claims {@code notsawo.apph.step2} and {@code
 * notsawo.apph.step3}).
 */
public final class TwoNearest {
  private TwoNearest() {}

  /**
   * The ratios in the order of the points, by comparing all pairs. A point that coincides with an
   * earlier one is left out as a point and as a neighbour, since its ratio would be 0/0 or ∞.
   *
   * @param points n points of equal dimension, at least three of them distinct
   * @throws IllegalArgumentException if there are less than three distinct points or dimensions
   *     differ
   */
  public static List<Double> ratios(double[][] points) {
    return ratios(points, TwoNearest::euclidean);
  }

  /** A squared distance. */
  public interface SquaredDistance {
    /** |x − y|². */
    double between(double[] x, double[] y);
  }

  /**
   * As {@link #ratios(double[][])}, for another distance, such as that on a torus.
   *
   * @throws IllegalArgumentException if there are less than three distinct points
   */
  public static List<Double> ratios(double[][] points, SquaredDistance distance) {
    List<double[]> distinct = distinct(points, distance);
    if (distinct.size() < 3) {
      throw new IllegalArgumentException(
          "points: need at least 3 distinct ones, got " + distinct.size());
    }
    List<Double> ratios = new ArrayList<>();
    for (double[] point : distinct) {
      double first = Double.POSITIVE_INFINITY;
      double second = Double.POSITIVE_INFINITY;
      for (double[] other : distinct) {
        double d = other == point ? Double.POSITIVE_INFINITY : distance.between(point, other);
        second = Math.min(second, Math.max(first, d));
        first = Math.min(first, d);
      }
      ratios.add(StrictMath.sqrt(second / first));
    }
    return ratios;
  }

  private static List<double[]> distinct(double[][] points, SquaredDistance distance) {
    List<double[]> distinct = new ArrayList<>();
    for (double[] point : points) {
      if (distinct.stream().noneMatch(other -> distance.between(point, other) == 0)) {
        distinct.add(point);
      }
    }
    return distinct;
  }

  private static double euclidean(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "points: need equal dimensions, got %d and %d".formatted(x.length, y.length));
    }
    double sum = 0;
    for (int k = 0; k < x.length; k++) {
      double gap = x[k] - y[k];
      sum += gap * gap;
    }
    return sum;
  }
}
