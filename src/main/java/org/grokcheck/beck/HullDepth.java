package org.grokcheck.beck;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * How deep the origin lies in the hull of the training points: m = min_{‖e‖=1} max_i e·xᵢ, the
 * distance to the nearest face, above 0 iff the origin is interior. The bias-free loss grows as
 * L_e(αe, 0) ≥ e^{αm}/N in every direction (claim {@code beck.sec33.coercive}).
 *
 * <p>Exact, by trying the plane through every d of the points: for small training sets only.
 */
public final class HullDepth {
  private static final MathContext ROOT = new MathContext(40);
  private final List<List<BigFraction>> points;
  private final List<List<BigFraction>> normals = new ArrayList<>();

  private HullDepth(List<List<BigFraction>> points, boolean interior) {
    this.points = points;
    if (interior) {
      search(0, new ArrayList<>());
    }
  }

  /**
   * Returns the depth for exact points.
   *
   * @param points N ≥ 1 rows of d ≥ 1 coordinates each
   */
  public static HullDepth of(List<List<BigDecimal>> points) {
    return new HullDepth(
        points.stream().map(row -> row.stream().map(RationalVectors::exact).toList()).toList(),
        OriginRepresentations.of(points).isInterior());
  }

  /** Returns m², 0 unless the origin is interior. */
  public BigFraction squared() {
    return normals.stream()
        .map(n -> RationalVectors.dot(n, n).reciprocal())
        .min(BigFraction::compareTo)
        .orElse(BigFraction.ZERO);
  }

  /** Returns m, to 40 digits. */
  public BigDecimal depth() {
    return RationalVectors.decimal(squared()).sqrt(ROOT);
  }

  /** Returns normals n of the faces, scaled so that n·x = 1 on the face; none unless interior. */
  public List<List<BigFraction>> normals() {
    return List.copyOf(normals);
  }

  /**
   * Returns the lower bound αm − log N of log L_e(αe, 0).
   *
   * @param alpha α ≥ 0
   */
  public double logLossBound(double alpha) {
    Require.atLeast("alpha", alpha, 0);
    return depth().multiply(new BigDecimal(alpha)).doubleValue() - StrictMath.log(points.size());
  }

  private void search(int from, List<List<BigFraction>> face) {
    int dimension = points.get(0).size();
    if (face.size() == dimension) {
      List<BigFraction> normal = normal(face);
      if (!normal.isEmpty() && isBeyondAll(normal)) {
        normals.add(normal);
      }
      return;
    }
    for (int i = from; i < points.size(); i++) {
      face.add(points.get(i));
      search(i + 1, face);
      face.remove(face.size() - 1);
    }
  }

  private static List<BigFraction> normal(List<List<BigFraction>> face) {
    int d = face.size();
    BigFraction[][] matrix = new BigFraction[d][];
    BigFraction[] right = new BigFraction[d];
    for (int i = 0; i < d; i++) {
      matrix[i] = face.get(i).toArray(BigFraction[]::new);
      right[i] = BigFraction.ONE;
    }
    return RationalVectors.solve(matrix, right);
  }

  private boolean isBeyondAll(List<BigFraction> normal) {
    return points.stream()
        .allMatch(x -> RationalVectors.dot(normal, x).compareTo(BigFraction.ONE) <= 0);
  }
}
