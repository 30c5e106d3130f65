package org.grokcheck.oracle;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether some closed half space through the origin holds all points of the line, the plane or the
 * space, by the signs of exact products and determinants: the origin isn't interior to their hull.
 *
 * <p>Such a half space can be turned until its boundary holds d − 1 independent points, unless the
 * points don't span.
 */
public final class ClosedHalfSpace {
  private final List<List<BigDecimal>> points;

  /** Points of one to three coordinates. */
  public ClosedHalfSpace(List<List<BigDecimal>> points) {
    this.points = points;
  }

  /** Whether there is one. */
  public boolean exists() {
    List<BigDecimal> zero = points.get(0).stream().map(x -> BigDecimal.ZERO).toList();
    boolean plane = false;
    for (List<BigDecimal> a : points) {
      for (List<BigDecimal> b : zero.size() == 3 ? points : List.of(zero)) {
        List<BigDecimal> normal = normal(a, b);
        if (normal.equals(zero) || normal.stream().allMatch(x -> x.signum() == 0)) {
          continue;
        }
        plane = true;
        if (oneSided(normal)) {
          return true;
        }
      }
    }
    return !plane;
  }

  private boolean oneSided(List<BigDecimal> normal) {
    int[] signs = points.stream().mapToInt(x -> dot(normal, x).signum()).toArray();
    return IntStream.of(signs).noneMatch(s -> s > 0) || IntStream.of(signs).noneMatch(s -> s < 0);
  }

  /** A vector across the one or two points that span the boundary with the origin. */
  private static List<BigDecimal> normal(List<BigDecimal> a, List<BigDecimal> b) {
    return switch (a.size()) {
      case 1 -> a;
      case 2 -> List.of(a.get(1).negate(), a.get(0));
      default -> List.of(minor(a, b, 1, 2), minor(a, b, 2, 0), minor(a, b, 0, 1));
    };
  }

  private static BigDecimal minor(List<BigDecimal> a, List<BigDecimal> b, int i, int j) {
    return a.get(i).multiply(b.get(j)).subtract(a.get(j).multiply(b.get(i)));
  }

  private static BigDecimal dot(List<BigDecimal> a, List<BigDecimal> b) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int j = 0; j < a.size(); j++) {
      sum = sum.add(a.get(j).multiply(b.get(j)));
    }
    return sum;
  }
}
