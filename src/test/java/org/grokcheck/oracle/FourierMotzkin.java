package org.grokcheck.oracle;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the origin lies for points with integer components, by eliminating one variable after the
 * other from the inequalities xᵢ·w &gt; 0 or ≥ 0. Exact; for a dozen points in a few dimensions.
 */
public final class FourierMotzkin {
  private FourierMotzkin() {}

  /** The three cases of Gordan and Stiemke. */
  public enum Origin {
    /** Some w has all xᵢ·w &gt; 0. */
    OUTSIDE,
    /** Some w has all xᵢ·w ≥ 0 and not all zero, but none has all positive. */
    BOUNDARY,
    /** Every w with all xᵢ·w ≥ 0 has all of them zero. */
    INSIDE
  }

  /** Decides for points, one a row. */
  public static Origin locate(long[][] points) {
    List<Row> strict = Arrays.stream(points).map(p -> new Row(integers(p), true)).toList();
    if (feasible(strict, points[0].length)) {
      return Origin.OUTSIDE;
    }
    for (int k = 0; k < points.length; k++) {
      List<Row> rows = new ArrayList<>();
      for (int i = 0; i < points.length; i++) {
        rows.add(new Row(integers(points[i]), i == k));
      }
      if (feasible(rows, points[0].length)) {
        return Origin.BOUNDARY;
      }
    }
    return Origin.INSIDE;
  }

  /** The inequality row·w &gt; 0, or ≥ 0 where it isn't strict. */
  private record Row(List<BigInteger> vector, boolean strict) {
    BigInteger at(int variable) {
      return vector.get(variable);
    }
  }

  private static List<BigInteger> integers(long[] point) {
    return Arrays.stream(point).mapToObj(BigInteger::valueOf).toList();
  }

  private static boolean feasible(List<Row> rows, int dimension) {
    Collection<Row> left = rows;
    for (int variable = 0; variable < dimension; variable++) {
      left = eliminate(left, variable);
    }
    // All vectors are zero now: 0 > 0 has no solution.
    return left.stream().noneMatch(Row::strict);
  }

  private static Collection<Row> eliminate(Collection<Row> rows, int variable) {
    Map<List<BigInteger>, Row> next = new LinkedHashMap<>();
    for (Row p : rows) {
      if (p.at(variable).signum() == 0) {
        add(next, p.vector(), p.strict());
      }
      for (Row q : rows) {
        if (p.at(variable).signum() > 0 && q.at(variable).signum() < 0) {
          add(next, combination(p, q, variable), p.strict() || q.strict());
        }
      }
    }
    return next.values();
  }

  private static List<BigInteger> combination(Row p, Row q, int variable) {
    List<BigInteger> sum = new ArrayList<>();
    for (int j = 0; j < p.vector().size(); j++) {
      BigInteger left = q.at(variable).negate().multiply(p.at(j));
      sum.add(left.add(p.at(variable).multiply(q.at(j))));
    }
    return sum;
  }

  private static void add(Map<List<BigInteger>, Row> rows, List<BigInteger> v, boolean strict) {
    BigInteger divisor = v.stream().reduce(BigInteger.ZERO, BigInteger::gcd);
    List<BigInteger> reduced =
        divisor.signum() == 0 ? v : v.stream().map(c -> c.divide(divisor)).toList();
    rows.merge(
        reduced, new Row(reduced, strict), (a, b) -> new Row(reduced, a.strict() || b.strict()));
  }
}
