package org.grokcheck.notsawo.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.notsawo.task.Pairs.Pair;

/** What symmetry alone answers, against all subsets of small tables and sums over pairs. */
class MirrorPlateauProperties {
  private static final String MIRROR = "notsawo.ext.mirror_plateau";
  private static final String GROUP = "notsawo.ext.group_mirror";
  private static final String GUESS = "notsawo.ext.t1_degenerate";

  /** The mean over all splits of p = 2 and p = 3, every one of the 2^{p²} subsets looked at. */
  @Property(tries = 1)
  @Checks(MIRROR)
  void meanOverAllSubsets() {
    for (int p = 2; p <= 3; p++) {
      Rational[] means = means(ModularSum.of(p));
      for (int n = 1; n < p * p; n++) {
        Check.of(MIRROR, "expected fraction")
            .by(Oracle.EXACT)
            .at("p", p, "n", n)
            .expectingExactly(means[n])
            .holds(MirrorPlateau.ofSymmetric(p, n))
            .rejects("r", Rational.of(n, (long) p * p))
            .rejects("r(p−1)/p, the diagonal alone", Rational.of(n * (p - 1L), (long) p * p * p))
            .rejects("n/(p(p−1))", Rational.of(n, p * (p - 1L)));
      }
    }
  }

  /**
   * A table of four elements that isn't commutative is too large for all subsets: S_3 by sampling.
   */
  @Property(tries = 1)
  @Checks(GROUP)
  void meanOverAllSubsetsOfSmallGroups() {
    for (int order : new int[] {2, 4}) {
      FiniteGroup group = FiniteGroup.dihedral(order);
      Rational[] means = means(group);
      for (int n = 1; n < order * order; n++) {
        Check.of(GROUP, "expected fraction, abelian")
            .part("expected fraction")
            .by(Oracle.EXACT)
            .at("|G|", order, "n", n)
            .expectingExactly(means[n])
            .holds(MirrorPlateau.ofGroup(order, group.conjugacyClasses(), n))
            .rejects(
                "k for k − 1", MirrorPlateau.ofGroup(order, order, n).times(order).over(order - 1))
            .rejects("r", Rational.of(n, (long) order * order));
      }
    }
  }

  private static Rational[] means(Operation operation) {
    List<Pair> all = Pairs.ORDERED.of(operation.operands());
    int size = all.size();
    Rational[] sums = new Rational[size];
    long[] counts = new long[size];
    java.util.Arrays.fill(sums, Rational.ZERO);
    for (int subset = 1; subset < (1 << size) - 1; subset++) {
      int n = Integer.bitCount(subset);
      int answered = 0;
      for (int i = 0; i < size; i++) {
        Pair pair = all.get(i);
        int image = all.indexOf(pair.mirror());
        boolean same = operation.answer(pair.a(), pair.b()) == operation.answer(pair.b(), pair.a());
        boolean validation = (subset >> i & 1) == 0;
        boolean learned = (subset >> image & 1) == 1;
        answered += validation && learned && same ? 1 : 0;
      }
      sums[n] = sums[n].plus(Rational.of(answered, size - n));
      counts[n]++;
    }
    for (int n = 1; n < size; n++) {
      sums[n] = sums[n].over(counts[n]);
    }
    return sums;
  }

  /**
   * The mean is linear in indicator variables: each of the pairs with a mirror image of the same
   * answer contributes the chance that it is in validation and its image in training.
   */
  @Property(tries = 30)
  @Checks({MIRROR, GROUP})
  void sumOverPairs(
      @ForAll @IntRange(min = 2, max = 8) int half, @ForAll @LongRange(min = 1) long m) {
    FiniteGroup group = FiniteGroup.dihedral(2 * half);
    long size = (long) group.order() * group.order();
    long n = 1 + m % (size - 1);
    long images = TableSizeProperties.commuting(group) - group.order();
    Check.of(GROUP, "expected fraction")
        .part("expected fraction")
        .by(Oracle.EXACT)
        .at("|G|", group.order(), "n", n)
        .expectingExactly(byIndicators(images, size, n))
        .holds(MirrorPlateau.ofGroup(group.order(), group.conjugacyClasses(), n))
        .rejects("with the diagonal", byIndicators(images + group.order(), size, n));
    int p = half + 1;
    long pairs = (long) p * p;
    long k = 1 + m % (pairs - 1);
    Check.of(MIRROR, "expected fraction")
        .by(Oracle.EXACT)
        .at("p", p, "n", k)
        .expectingExactly(byIndicators(pairs - p, pairs, k))
        .holds(MirrorPlateau.ofSymmetric(p, k))
        .rejects("with the diagonal", byIndicators(pairs, pairs, k));
  }

  private static Rational byIndicators(long images, long size, long n) {
    Rational inValidation = Rational.of(size - n, size);
    Rational imageInTraining = Rational.of(n, size - 1);
    return inValidation.times(imageInTraining).times(images).over(size - n);
  }

  /** Commuting ordered pairs number k(G)·|G|, the classes formed as sets of conjugates here. */
  @Property(tries = 1)
  @Checks(GROUP)
  void commutingPairsOfGroups() {
    List<FiniteGroup> groups = new ArrayList<>();
    for (int n = 1; n <= 5; n++) {
      groups.add(FiniteGroup.symmetric(n));
    }
    for (int m = 1; m <= 12; m++) {
      groups.add(FiniteGroup.dihedral(2 * m));
    }
    for (FiniteGroup group : groups) {
      Check.of(GROUP, "commuting pairs, classes")
          .part("commuting pairs")
          .by(Oracle.EXACT)
          .at("|G|", group.order())
          .expectingExactly(List.of(TableSizeProperties.commuting(group), conjugates(group)))
          .holds(List.of(group.commutingPairs(), group.conjugacyClasses()))
          .rejects("all pairs", List.of(Pairs.ORDERED.count(group.order()), group.order()));
    }
  }

  /** b is a conjugate of a iff gb = ag for some g: no inverse is formed. */
  private static int conjugates(FiniteGroup group) {
    Set<Set<Integer>> classes = new java.util.HashSet<>();
    for (int a = 0; a < group.order(); a++) {
      Set<Integer> conjugates = new TreeSet<>();
      for (int g = 0; g < group.order(); g++) {
        for (int b = 0; b < group.order(); b++) {
          if (group.answer(g, b) == group.answer(a, g)) {
            conjugates.add(b);
          }
        }
      }
      classes.add(conjugates);
    }
    return classes.size();
  }

  /** C(N−K, n)/C(N, n) from Pascal's triangle. */
  @Property(tries = 60)
  @Checks(GUESS)
  void noHitIsAQuotientOfBinomials(
      @ForAll @IntRange(min = 1, max = 60) int items,
      @ForAll @IntRange(min = 1, max = 60) int x,
      @ForAll @IntRange(min = 0, max = 60) int y) {
    int classItems = 1 + x % items;
    int n = y % (items + 1);
    Rational expected =
        n > items - classItems
            ? Rational.ZERO
            : Rational.of(pascal(items - classItems, n)).over(pascal(items, n));
    double value = new ConstantGuess(items, classItems).probabilityOfNoHit(n).doubleValue();
    Check.of(GUESS, "probability of no hit")
        .part("no hit")
        .by(Oracle.TABLE)
        .at("N", items, "K", classItems, "n", n)
        .expecting(
            expected.toDouble(),
            new Tolerance.Ulp(1, "60 quotients of 40 digits each, rounded once to a double"))
        .holds(value)
        .rejects("with replacement", StrictMath.pow(1 - (double) classItems / items, n));
  }

  private static long pascal(int n, int k) {
    long[] row = new long[k + 1];
    row[0] = 1;
    for (int i = 0; i < n; i++) {
      for (int j = k; j >= 1; j--) {
        row[j] += row[j - 1];
      }
    }
    return row[k];
  }

  /** The accuracy of a constant guess is the share of its class; equal logits cost ln C. */
  @Property(tries = 40)
  @Checks(GUESS)
  void chanceIsOneOfTheClasses(@ForAll @IntRange(min = 1, max = 150) int p) {
    ModularSum sum = ModularSum.of(p);
    long hits = Pairs.ORDERED.of(p).stream().filter(x -> sum.answer(x.a(), x.b()) == 0).count();
    ConstantGuess guess = new ConstantGuess(p * p, p);
    Check.of(GUESS, "accuracy of a constant guess")
        .part("chance")
        .by(Oracle.EXACT)
        .at("p", p)
        .expecting((double) hits / (p * p), new Tolerance.Exact())
        .holds(guess.accuracy());
    double logOfSum = StrictMath.log(p);
    Check.of(GUESS, "loss of equal logits")
        .part("chance")
        .by(Oracle.SECOND_ALGORITHM)
        .at("p", p)
        .expecting(logOfSum, new Tolerance.Ulp(1, "N/K = p exactly, the same logarithm"))
        .holds(guess.loss())
        .rejects("with the two other tokens", StrictMath.log(p + 2.0));
  }
}
