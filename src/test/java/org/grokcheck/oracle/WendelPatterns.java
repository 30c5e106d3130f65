package org.grokcheck.oracle;

import java.util.ArrayList;
import java.util.List;

/**
 * Sign patterns of integer points and whether a half-space holds them, decided exactly. Products
 * that don't fit a long throw.
 */
public final class WendelPatterns {
  private WendelPatterns() {}

  /**
   * The number of the 2^N sign patterns s for which some w has w·(sᵢxᵢ) &gt; 0 for all i.
   *
   * @param points N vectors of the same length
   */
  public static long separable(long[][] points) {
    int n = points.length;
    long count = 0;
    for (int pattern = 0; pattern < 1 << n; pattern++) {
      List<long[]> signed = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        signed.add((pattern >> i & 1) == 0 ? points[i] : negated(points[i]));
      }
      count += hasSolution(signed, points[0].length) ? 1 : 0;
    }
    return count;
  }

  /** Whether every min(N, d) of the points are linearly independent. */
  public static boolean inGeneralPosition(long[][] points) {
    int size = Math.min(points.length, points[0].length);
    for (int subset = 0; subset < 1 << points.length; subset++) {
      if (Integer.bitCount(subset) == size && !areIndependent(chosen(points, subset))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether some w has w·r &gt; 0 for all rows r, by Fourier's and Motzkin's elimination of the last
   * coordinate: it can be chosen iff each lower limit lies below each upper one.
   */
  private static boolean hasSolution(List<long[]> rows, int coordinates) {
    if (coordinates == 0) {
      return rows.isEmpty();
    }
    int last = coordinates - 1;
    List<long[]> rest = new ArrayList<>();
    for (long[] row : rows) {
      if (row[last] == 0) {
        rest.add(row);
      }
      for (long[] other : rows) {
        if (row[last] > 0 && other[last] < 0) {
          rest.add(eliminated(row, other, last));
        }
      }
    }
    return hasSolution(rest, last);
  }

  /** The combination pa − qb, without coordinate {@code last} in which it vanishes. */
  private static long[] eliminated(long[] a, long[] b, int last) {
    long[] row = new long[last];
    for (int j = 0; j < last; j++) {
      row[j] = minor(a, b, j, last);
    }
    return row;
  }

  /** bⱼ·a_k − aⱼ·b_k with a sign that makes both factors of the rows positive. */
  private static long minor(long[] a, long[] b, int j, int last) {
    return Math.subtractExact(
        Math.multiplyExact(a[last], b[j]), Math.multiplyExact(b[last], a[j]));
  }

  private static boolean areIndependent(List<long[]> rows) {
    List<long[]> left = new ArrayList<>(rows);
    for (int column = rows.get(0).length - 1; column >= 0 && !left.isEmpty(); column--) {
      int at = column;
      long[] pivot = left.stream().filter(r -> r[at] != 0).findFirst().orElse(null);
      if (pivot != null) {
        left.remove(pivot);
        left.replaceAll(r -> eliminated(pivot, r, at));
      }
    }
    return left.isEmpty();
  }

  private static List<long[]> chosen(long[][] points, int subset) {
    List<long[]> rows = new ArrayList<>();
    for (int i = 0; i < points.length; i++) {
      if ((subset >> i & 1) == 1) {
        rows.add(points[i]);
      }
    }
    return rows;
  }

  private static long[] negated(long[] point) {
    long[] opposite = new long[point.length];
    for (int j = 0; j < point.length; j++) {
      opposite[j] = -point[j];
    }
    return opposite;
  }
}
