package org.grokcheck.beck;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.math3.fraction.BigFraction;
import org.apache.commons.math3.util.CombinatoricsUtils;

/**
 * All representations Σ qᵢxᵢ = 0, qᵢ ≥ 0, Σ qᵢ = 1 of the origin, eq. (25), in exact rationals: the
 * polytope spanned by those with affinely independent points, of which there are finitely many
 * (claims {@code beck.appd.definition}, {@code beck.eq25}).
 *
 * <p>They are found by trying every set of d + 1 points or fewer: for small training sets only.
 */
public final class OriginRepresentations {
  private static final int MOST_SUPPORTS = 100_000;
  private final List<List<BigFraction>> vertices;
  private final List<List<BigFraction>> points;

  private OriginRepresentations(List<List<BigFraction>> points) {
    this.points = points;
    Set<List<BigFraction>> found = new LinkedHashSet<>();
    search(0, new ArrayList<>(), found);
    vertices = List.copyOf(found);
  }

  /**
   * Returns the representations by exact points.
   *
   * @param points N ≥ 1 rows of d ≥ 1 coordinates each; the search takes about (N choose d + 1)
   *     small linear systems
   * @throws IllegalArgumentException if that number exceeds a hundred thousand
   */
  public static OriginRepresentations of(List<List<BigDecimal>> points) {
    double supports =
        CombinatoricsUtils.binomialCoefficientDouble(
            points.size(), Math.min(points.size(), points.get(0).size() + 1));
    if (supports > MOST_SUPPORTS) {
      throw new IllegalArgumentException(
          "X (points): need (N choose d + 1) of at most "
              + MOST_SUPPORTS
              + " for a search through all supports, got N = "
              + points.size()
              + " and d = "
              + points.get(0).size());
    }
    return new OriginRepresentations(
        points.stream().map(row -> row.stream().map(RationalVectors::exact).toList()).toList());
  }

  /** Returns the extreme representations, each with a weight for every point; none if separable. */
  public List<List<BigFraction>> vertices() {
    return vertices;
  }

  /**
   * Returns ε = the largest total weight that a representation puts on the points beyond the first
   * k: the origin is ε-close to the boundary by way of these k.
   *
   * @param inside k, from 1 to N − 1
   * @throws IllegalArgumentException if k is out of range, or the data are separable
   */
  public BigFraction largestWeightBeyond(int inside) {
    if (inside < 1 || inside >= points.size()) {
      throw new IllegalArgumentException(
          "k (points of the facet): need 1 to N - 1 = " + (points.size() - 1) + ", got " + inside);
    }
    return vertices.stream()
        .map(q -> total(q.subList(inside, q.size())))
        .max(BigFraction::compareTo)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "X (points): need the origin in the convex hull; these are separable"));
  }

  /**
   * Whether the origin is interior to the hull, where Σ e^{S·xᵢ} has its unique minimum: the points
   * span the space and some representation has all weights positive.
   */
  public boolean isInterior() {
    boolean all = true;
    for (int i = 0; i < points.size(); i++) {
      int point = i;
      all &= vertices.stream().anyMatch(q -> !q.get(point).equals(BigFraction.ZERO));
    }
    return all && RationalVectors.rank(points) == points.get(0).size();
  }

  private static BigFraction total(List<BigFraction> weights) {
    return weights.stream().reduce(BigFraction.ZERO, BigFraction::add);
  }

  private void search(int from, List<Integer> support, Set<List<BigFraction>> found) {
    if (!support.isEmpty()) {
      weights(support).ifPresent(found::add);
    }
    if (support.size() <= points.get(0).size()) {
      for (int i = from; i < points.size(); i++) {
        support.add(i);
        search(i + 1, support, found);
        support.remove(support.size() - 1);
      }
    }
  }

  /** The weights, if these points are affinely independent and represent the origin. */
  private Optional<List<BigFraction>> weights(List<Integer> support) {
    int n = support.size();
    // Normal equations of (xᵢ, 1)·q = (0, 1), whose matrix is regular iff the points are
    // affinely independent; the solution is then checked.
    BigFraction[][] matrix = new BigFraction[n][n];
    BigFraction[] right = new BigFraction[n];
    Arrays.fill(right, BigFraction.ONE);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        matrix[i][j] =
            RationalVectors.dot(points.get(support.get(i)), points.get(support.get(j)))
                .add(BigFraction.ONE);
      }
    }
    List<BigFraction> q = RationalVectors.solve(matrix, right);
    boolean convex =
        !q.isEmpty()
            && q.stream().noneMatch(RationalVectors::isNegative)
            && total(q).equals(BigFraction.ONE)
            && RationalVectors.isZero(
                RationalVectors.combination(q, support.stream().map(points::get).toList()));
    return convex ? Optional.of(spread(support, q)) : Optional.empty();
  }

  private List<BigFraction> spread(List<Integer> support, List<BigFraction> weights) {
    List<BigFraction> all = new ArrayList<>(List.of(RationalVectors.zeros(points.size())));
    for (int k = 0; k < weights.size(); k++) {
      all.set(support.get(k), weights.get(k));
    }
    return List.copyOf(all);
  }
}
