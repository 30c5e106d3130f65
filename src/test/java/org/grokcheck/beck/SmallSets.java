package org.grokcheck.beck;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** A few exact points in up to three dimensions, degenerate ones included. */
record SmallSets(List<List<BigDecimal>> points) {
  int size() {
    return points.size();
  }

  int dimension() {
    return points.get(0).size();
  }

  double[][] rows() {
    return points.stream()
        .map(p -> p.stream().mapToDouble(BigDecimal::doubleValue).toArray())
        .toArray(double[][]::new);
  }

  SmallSets scaled(BigDecimal factor) {
    return new SmallSets(
        points.stream().map(p -> p.stream().map(factor::multiply).toList()).toList());
  }

  SmallSets negated() {
    return scaled(BigDecimal.ONE.negate());
  }

  /** Each coordinate moved by another amount. */
  SmallSets shifted(List<BigDecimal> by) {
    List<List<BigDecimal>> moved = new ArrayList<>();
    for (List<BigDecimal> point : points) {
      List<BigDecimal> row = new ArrayList<>();
      for (int j = 0; j < point.size(); j++) {
        row.add(point.get(j).add(by.get(j)));
      }
      moved.add(row);
    }
    return new SmallSets(moved);
  }

  /**
   * One to seven points, a third of them on the lattice {−2, …, 2}ᵈ, where the origin lies often on
   * a face, is a point, or is missed by an edge; the others with three decimals, wide or thin.
   */
  static Arbitrary<SmallSets> all() {
    return Arbitraries.integers()
        .between(1, 3)
        .flatMap(
            d ->
                Arbitraries.frequencyOf(
                    Tuple.of(2, points(d, Arbitraries.integers().between(-2, 2), 0)),
                    Tuple.of(3, points(d, Arbitraries.integers().between(-3000, 3000), 3)),
                    Tuple.of(1, lifted(d))));
  }

  /** Points all of whose first coordinates are at least 1e-6 above 0. */
  private static Arbitrary<SmallSets> lifted(int dimension) {
    return Combinators.combine(
            points(dimension, Arbitraries.integers().between(-500, 500), 2),
            Arbitraries.of("1e-6", "0.01", "1", "7"))
        .as((set, height) -> set.lift(new BigDecimal(height)));
  }

  private SmallSets lift(BigDecimal height) {
    List<List<BigDecimal>> rows = new ArrayList<>();
    for (List<BigDecimal> point : points) {
      List<BigDecimal> row = new ArrayList<>(point);
      row.set(0, row.get(0).abs().add(height));
      rows.add(row);
    }
    return new SmallSets(rows);
  }

  private static Arbitrary<SmallSets> points(
      int dimension, Arbitrary<Integer> coordinates, int decimals) {
    return coordinates
        .map(k -> BigDecimal.valueOf(k, decimals))
        .list()
        .ofSize(dimension)
        .list()
        .ofMinSize(1)
        .ofMaxSize(7)
        .map(SmallSets::new);
  }

  @Override
  public String toString() {
    return points.toString();
  }
}
