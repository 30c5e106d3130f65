package org.grokcheck.beck;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Where the origin lies with respect to the convex hull of the training points, in exact rationals
 * (claims {@code beck.def.separable}, {@code beck.intro.iff-hull}, {@code beck.eq11}).
 *
 * <p>The hull's point closest to the origin is found by Wolfe's algorithm, which ends after
 * finitely many steps where arithmetic is exact; at the end c·xᵢ ≥ ‖c‖² for all i, which proves it.
 * The data are separable iff c ≠ 0. Exact numbers grow: 40 points in 30 dimensions take seconds, a
 * hundred in 50 dimensions minutes. Source: Wolfe, Finding the nearest point in a polytope, Math.
 * Prog. 11 (1976) 128.
 */
public final class OriginHull {
  private final List<List<BigFraction>> points;

  /** Points whose weights in the current combination are positive, and these weights. */
  private final List<Integer> support = new ArrayList<>();

  private final List<BigFraction> weights = new ArrayList<>();
  private List<BigFraction> closest;

  private OriginHull(List<List<BigFraction>> points) {
    this.points = points;
    int start = 0;
    for (int i = 1; i < points.size(); i++) {
      if (squared(points.get(i)).compareTo(squared(points.get(start))) < 0) {
        start = i;
      }
    }
    support.add(start);
    weights.add(BigFraction.ONE);
    closest = points.get(start);
    approach();
  }

  /**
   * Returns the hull of exact decimals.
   *
   * @param points N ≥ 1 rows of d ≥ 1 coordinates each
   * @throws IllegalArgumentException if there is no point, or the rows differ in length
   */
  public static OriginHull of(List<List<BigDecimal>> points) {
    if (points.isEmpty() || points.get(0).isEmpty()) {
      throw new IllegalArgumentException("X (points): need at least one row of coordinates");
    }
    int dimension = points.get(0).size();
    for (List<BigDecimal> row : points) {
      if (row.size() != dimension) {
        throw new IllegalArgumentException(
            "X (points): need rows of one length, got " + dimension + " and " + row.size());
      }
    }
    return new OriginHull(
        points.stream().map(row -> row.stream().map(RationalVectors::exact).toList()).toList());
  }

  /** Whether some S has S·xᵢ &lt; 0 for all i: the origin lies outside the closed hull. */
  public boolean isSeparable() {
    return !RationalVectors.isZero(closest);
  }

  /** Returns the point c of the hull closest to the origin; M = ‖c‖. */
  public List<BigFraction> closest() {
    return closest;
  }

  /** Returns ‖c‖² = M², 0 for inseparable data. */
  public BigFraction squaredDistance() {
    return squared(closest);
  }

  /** Returns weights qᵢ ≥ 0 with Σ qᵢ = 1 and Σ qᵢxᵢ = c, at most d + 1 of them positive. */
  public List<BigFraction> representation() {
    List<BigFraction> all = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      int k = support.indexOf(i);
      all.add(k < 0 ? BigFraction.ZERO : weights.get(k));
    }
    return List.copyOf(all);
  }

  private static BigFraction squared(List<BigFraction> a) {
    return RationalVectors.dot(a, a);
  }

  private void approach() {
    while (true) {
      int next = 0;
      BigFraction least = RationalVectors.dot(closest, points.get(0));
      for (int i = 1; i < points.size(); i++) {
        BigFraction height = RationalVectors.dot(closest, points.get(i));
        if (height.compareTo(least) < 0) {
          next = i;
          least = height;
        }
      }
      if (least.compareTo(squared(closest)) >= 0) {
        return;
      }
      support.add(next);
      weights.add(BigFraction.ZERO);
      settle();
    }
  }

  /** Moves to the point of the support's affine hull closest to 0, dropping points on the way. */
  private void settle() {
    while (true) {
      List<BigFraction> target = affineMinimum();
      BigFraction step = BigFraction.ONE;
      for (int k = 0; k < target.size(); k++) {
        if (target.get(k).compareTo(BigFraction.ZERO) <= 0) {
          BigFraction reach = weights.get(k).divide(weights.get(k).subtract(target.get(k)));
          step = reach.compareTo(step) < 0 ? reach : step;
        }
      }
      for (int k = 0; k < target.size(); k++) {
        BigFraction change = target.get(k).subtract(weights.get(k));
        weights.set(k, weights.get(k).add(step.multiply(change)));
      }
      boolean dropped = dropZeros();
      if (!dropped) {
        closest = RationalVectors.combination(weights, support.stream().map(points::get).toList());
        return;
      }
    }
  }

  private boolean dropZeros() {
    boolean dropped = false;
    for (int k = support.size() - 1; k >= 0; k--) {
      if (weights.get(k).equals(BigFraction.ZERO)) {
        support.remove(k);
        weights.remove(k);
        dropped = true;
      }
    }
    return dropped;
  }

  /**
   * Weights of the affine hull's point closest to 0: Σ v = 1 and equal products with the points.
   */
  private List<BigFraction> affineMinimum() {
    int n = support.size();
    BigFraction[][] matrix = new BigFraction[n + 1][n + 1];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        matrix[i][j] = RationalVectors.dot(points.get(support.get(i)), points.get(support.get(j)));
      }
      matrix[i][n] = BigFraction.ONE;
      matrix[n][i] = BigFraction.ONE;
    }
    matrix[n][n] = BigFraction.ZERO;
    BigFraction[] right = RationalVectors.zeros(n + 1);
    right[n] = BigFraction.ONE;
    return RationalVectors.solve(matrix, right).subList(0, n);
  }
}
