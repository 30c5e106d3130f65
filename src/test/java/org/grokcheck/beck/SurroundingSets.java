package org.grokcheck.beck;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.apache.commons.math3.fraction.BigFraction;
import org.grokcheck.evidence.Tolerance;

/** Exact points around the origin: the last one is fixed by positive weights of all. */
final class SurroundingSets {
  private static final int[] ROUND = {1, 2, 5, 10, 100, 1000};

  /** A triangle with its centroid at the origin. */
  private static final SmallSets CENTRED =
      new SmallSets(List.of(row(2, 1), row(-3, 1), row(1, -2)));

  private SurroundingSets() {}

  /** d + 1 to seven points in up to three dimensions, the origin inside, barely or not. */
  static Arbitrary<SmallSets> all() {
    return Arbitraries.frequencyOf(
        Tuple.of(1, Arbitraries.just(CENTRED)), Tuple.of(30, sets(0, 3)));
  }

  /** The corners of simplices in up to three dimensions. */
  static Arbitrary<SmallSets> simplices() {
    return sets(0, 0);
  }

  private static Arbitrary<SmallSets> sets(int least, int most) {
    return Combinators.combine(
            Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(1)),
                Tuple.of(3, Arbitraries.just(2)),
                Tuple.of(2, Arbitraries.just(3))),
            Arbitraries.integers().between(least, most))
        .as((d, more) -> new int[] {d, d + more})
        .flatMap(
            shape ->
                Combinators.combine(
                        rows(shape[0]).list().ofSize(shape[1]),
                        weights().list().ofSize(shape[1]),
                        Arbitraries.integers().between(0, ROUND.length - 1),
                        Arbitraries.randomValue(random -> random.nextLong()))
                    .as(SurroundingSets::closed))
        .filter(set -> spans(set));
  }

  private static Arbitrary<List<BigDecimal>> rows(int dimension) {
    Arbitrary<BigDecimal> lattice = Arbitraries.integers().between(-2, 2).map(BigDecimal::new);
    Arbitrary<BigDecimal> fine =
        Arbitraries.integers().between(-3000, 3000).map(k -> BigDecimal.valueOf(k, 3));
    return Arbitraries.oneOf(
        fine.list().ofSize(dimension),
        fine.list().ofSize(dimension),
        lattice.list().ofSize(dimension));
  }

  private static Arbitrary<Integer> weights() {
    return Arbitraries.oneOf(Arbitraries.just(1), Arbitraries.integers().between(1, 60));
  }

  private static SmallSets closed(
      List<List<BigDecimal>> rows, List<Integer> weights, int round, long order) {
    int d = rows.get(0).size();
    List<BigDecimal> last = new ArrayList<>();
    for (int j = 0; j < d; j++) {
      BigDecimal sum = BigDecimal.ZERO;
      for (int i = 0; i < rows.size(); i++) {
        sum = sum.subtract(rows.get(i).get(j).multiply(BigDecimal.valueOf(weights.get(i))));
      }
      last.add(sum.divide(BigDecimal.valueOf(ROUND[round])));
    }
    List<List<BigDecimal>> all = new ArrayList<>(rows);
    all.add(last);
    Collections.shuffle(all, new Random(order));
    return new SmallSets(List.copyOf(all));
  }

  private static List<BigDecimal> row(int x, int y) {
    return List.of(BigDecimal.valueOf(x), BigDecimal.valueOf(y));
  }

  private static boolean spans(SmallSets set) {
    List<List<BigFraction>> exact =
        set.points().stream().map(p -> p.stream().map(RationalVectors::exact).toList()).toList();
    return RationalVectors.rank(exact) == set.dimension();
  }

  /** A number of points from 1 to N − 1. */
  static int facet(SmallSets set, int choice) {
    return 1 + choice % (set.size() - 1);
  }

  /** Rounding of a quotient of logarithms and roots, of terms of these sizes. */
  static Tolerance rounding(double... sizes) {
    double scale = 0;
    for (double size : sizes) {
      scale += Math.abs(size);
    }
    return new Tolerance.Rounding(12, scale, "roots of rounded squares, log, quotient");
  }
}
