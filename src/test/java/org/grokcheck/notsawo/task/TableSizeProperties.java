package org.grokcheck.notsawo.task;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Infrastructure;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.math.Seeds;
import org.grokcheck.notsawo.task.Pairs.Pair;
import org.junit.jupiter.api.Assertions;

/** Sec. 2: how many equations there are, and how they are divided. */
class TableSizeProperties {
  private static final String SIZE = "notsawo.sec2.dataset_size";
  private static final String GROUP = "notsawo.sec2.s5_size";
  private static final String SPLIT = "notsawo.sec2.split";

  /** Pairs are listed once; of two mirror images the unordered table holds one. */
  @Property(tries = 1)
  @Checks(SIZE)
  void countsAreThoseOfTheLists() {
    for (int p = 1; p <= 200; p++) {
      Set<Pair> ordered = new HashSet<>(Pairs.ORDERED.of(p));
      Set<Pair> unordered = new HashSet<>(Pairs.UNORDERED.of(p));
      Check.of(SIZE, "ordered pairs")
          .by(Oracle.EXACT)
          .at("p", p)
          .expectingExactly((long) ordered.size())
          .holds(Pairs.ORDERED.count(p))
          .rejects("p(p−1)", (long) p * (p - 1));
      Check.of(SIZE, "unordered pairs")
          .by(Oracle.EXACT)
          .at("p", p)
          .expectingExactly((long) unordered.size())
          .holds(Pairs.UNORDERED.count(p))
          .rejects("without the diagonal", (long) p * (p - 1) / 2);
      unordered.forEach(pair -> ordered.removeAll(List.of(pair, pair.mirror())));
      long both =
          unordered.stream()
              .filter(x -> x.a() != x.b())
              .map(Pair::mirror)
              .filter(unordered::contains)
              .count();
      Check.of(SIZE, "ordered pairs without image, and images listed twice")
          .by(Oracle.EXACT)
          .at("p", p)
          .expectingExactly(List.of(0, 0L))
          .holds(List.of(ordered.size(), both));
    }
  }

  @Provide
  Arbitrary<Long> operands() {
    return Arbitraries.oneOf(
        Arbitraries.longs().between(1, Pairs.MAX_OPERANDS),
        Arbitraries.longs().between(46_330, 46_350));
  }

  @Property(tries = 100)
  @Checks(SIZE)
  void countsOfLargeTables(@ForAll("operands") long p) {
    BigInteger exact = BigInteger.valueOf(p);
    int side = (int) p;
    int square = side * side;
    int unordered = side * (side + 1) / 2;
    Check.of(SIZE, "ordered and unordered pairs")
        .by(Oracle.EXACT)
        .at("p", p)
        .expectingExactly(
            List.of(exact.pow(2), exact.multiply(exact.add(BigInteger.ONE)).shiftRight(1)))
        .holds(
            List.of(
                BigInteger.valueOf(Pairs.ORDERED.count(p)),
                BigInteger.valueOf(Pairs.UNORDERED.count(p))))
        .rejects("in 32 bits", List.of(BigInteger.valueOf(square), BigInteger.valueOf(unordered)));
  }

  /**
   * Commuting pairs by trying all, classes as partitions of n, neither of S_n symmetric from 3 on.
   */
  @Property(tries = 1)
  @Checks(GROUP)
  void permutationGroups() {
    int[] partitions = {1, 1, 2, 3, 5, 7, 11};
    long order = 1;
    for (int n = 1; n <= 6; n++) {
      order *= n;
      FiniteGroup group = FiniteGroup.symmetric(n);
      long commuting = commuting(group);
      Check.of(GROUP, "order, ordered pairs, commuting pairs, classes, symmetric")
          .part(n == 5 ? "S_5" : "S_n")
          .by(Oracle.EXACT)
          .at("n", n)
          .expectingExactly(
              List.of(order, order * order, commuting, partitions[n], commuting == order * order))
          .holds(
              List.of(
                  (long) group.order(),
                  Pairs.ORDERED.count(group.order()),
                  group.commutingPairs(),
                  group.conjugacyClasses(),
                  group.symmetric()))
          .rejects(
              "as if the product were symmetric",
              List.of(order, Pairs.UNORDERED.count(order), order * order, (int) order, true));
    }
    Check.of(GROUP, "|D| of S_5")
        .part("S_5")
        .by(Oracle.EXACT)
        .expectingExactly(14_400L)
        .holds(Pairs.ORDERED.count(FiniteGroup.symmetric(5).order()))
        .rejects("unordered pairs", Pairs.UNORDERED.count(120));
  }

  static long commuting(Operation operation) {
    long count = 0;
    for (int a = 0; a < operation.operands(); a++) {
      for (int b = 0; b < operation.operands(); b++) {
        count += operation.answer(a, b) == operation.answer(b, a) ? 1 : 0;
      }
    }
    return count;
  }

  @Property(tries = 200)
  @Checks(SPLIT)
  void partsAreDisjointAndOfTheirSize(
      @ForAll @IntRange(min = 2, max = 60) int p,
      @ForAll @DoubleRange(min = 0.2, max = 0.95) double r,
      @ForAll long seed) {
    List<Pair> all = Pairs.ORDERED.of(p);
    Split<Pair> split = Split.draw(all, Math.min(r, 0.7), new Seeds(seed).stream("split"));
    double fraction = Math.min(r, 0.7);
    Set<Pair> union = new HashSet<>(split.training());
    union.addAll(split.validation());
    int training = split.training().size();
    boolean nearest =
        Math.abs((double) training / all.size() - fraction) <= 0.5 / all.size() + 1e-15;
    Split<Pair> again = Split.draw(all, fraction, new Seeds(seed).stream("split"));
    Check.of(SPLIT, "pairs together, overlap, |r − n/|D|| ≤ 1/(2|D|), same seed same split")
        .by(Oracle.EXACT)
        .at("p", p, "r", fraction, "seed", seed)
        .expectingExactly(List.of(all.size(), 0, true, true))
        .holds(
            List.of(
                union.size(),
                training + split.validation().size() - union.size(),
                nearest,
                split.equals(again)))
        .rejects(
            "validation on all items",
            List.of(union.size(), training + all.size() - union.size(), nearest, true));
  }

  /** All C(5, 2) subsets are equally likely: a χ² of 9 degrees of freedom over 20000 draws. */
  @Property(tries = 1)
  @Checks(SPLIT)
  void subsetsAreEquallyLikely() {
    java.util.random.RandomGenerator random =
        org.grokcheck.harness.RunSettings.seeds().stream("notsawo.sec2.split");
    int draws = 20_000;
    java.util.Map<Set<Integer>, Integer> counts = new java.util.HashMap<>();
    for (int k = 0; k < draws; k++) {
      Split<Integer> split = Split.draw(List.of(0, 1, 2, 3, 4), 0.4, random);
      counts.merge(new HashSet<>(split.training()), 1, Integer::sum);
    }
    double expected = draws / 10.0;
    double statistic =
        counts.values().stream().mapToDouble(c -> (c - expected) * (c - expected) / expected).sum()
            + (10 - counts.size()) * expected;
    double most =
        new org.apache.commons.math3.distribution.ChiSquaredDistribution(null, 9)
            .inverseCumulativeProbability(1 - 1e-9);
    Check.of(SPLIT, "χ² of the drawn subsets")
        .by(Oracle.STATISTICAL)
        .at("draws", draws)
        .expectingAtMost(
            0,
            new org.grokcheck.evidence.Tolerance.Clt(
                1, 1e-9, most, "quantile of χ² with 9 degrees of freedom"))
        .holds(statistic)
        .rejects("first items always", 9.0 * draws);
  }

  @Property(tries = 1)
  @Infrastructure("messages for sizes that leave nothing to learn or to test")
  void emptyPartsAreRefused() {
    refused("r: need a fraction", () -> Split.trainingSize(10, 1));
    refused("r: 0.01 of 10 items", () -> Split.trainingSize(10, 0.01));
    refused("r: 0.99 of 10 items", () -> Split.trainingSize(10, 0.99));
    refused("items: need a whole number", () -> Split.trainingSize(1, 0.5));
    refused("p (operands): need", () -> Pairs.ORDERED.count(0));
    refused("p (operands): need", () -> Pairs.UNORDERED.of(10_001));
    refused("n (letters): need", () -> FiniteGroup.symmetric(8));
    refused("order: need an even", () -> FiniteGroup.dihedral(5));
    refused("order: need a whole", () -> FiniteGroup.dihedral(0));
    refused("a: need", () -> ModularSum.of(5).answer(5, 0));
    refused("b: need", () -> FiniteGroup.symmetric(2).answer(0, 2));
    refused("q (classes): need", () -> new ModularSum(3, 0));
    refused("n_train: need", () -> MirrorPlateau.ofSymmetric(3, 9));
    refused("k (conjugacy classes): need", () -> MirrorPlateau.ofGroup(3, 4, 2));
    refused("n_train: need", () -> new ConstantGuess(10, 2).probabilityOfNoHit(11));
    refused("class_count", () -> new ConstantGuess(10, 11));
    refused("S (tokens): need", () -> new TrainingCost(1, 1, 0, 1));
  }

  private static void refused(String start, org.junit.jupiter.api.function.Executable call) {
    String message =
        String.valueOf(Assertions.assertThrows(IllegalArgumentException.class, call).getMessage());
    Assertions.assertTrue(message.startsWith(start), message);
  }
}
