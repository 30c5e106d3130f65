package org.grokcheck.notsawo.signal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Infrastructure;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.RunSettings;
import org.grokcheck.math.Normal;
import org.grokcheck.math.Seeds;
import org.grokcheck.math.exact.Rational;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.function.Executable;

/** The area under a ROC curve, against pairs, the curve itself, and all orders of small classes. */
class RocAreaProperties {
  private static final String AUC = "notsawo.ext.auc";
  private static final String SIGN = "notsawo.sec3.sign";

  @Provide
  Arbitrary<List<Integer>> scores() {
    return Arbitraries.integers().between(-6, 6).list().ofMinSize(1).ofMaxSize(30);
  }

  private static double[] reals(List<Integer> scores) {
    return scores.stream().mapToDouble(Integer::doubleValue).toArray();
  }

  /** Pairs, ties one half; the trapezoids under the curve; invariance under increasing maps. */
  @Property(tries = 200)
  @Checks(AUC)
  void areaIsAShareOfPairs(@ForAll("scores") List<Integer> p, @ForAll("scores") List<Integer> n) {
    long twice = 0;
    long ahead = 0;
    for (int a : p) {
      for (int b : n) {
        twice += a > b ? 2 : a == b ? 1 : 0;
        ahead += a > b ? 2 : 0;
      }
    }
    double pairs = 2.0 * p.size() * n.size();
    double area = RocArea.of(reals(p), reals(n));
    Check.of(AUC, "share of pairs in order")
        .part("area")
        .by(Oracle.EXACT)
        .at("positives", p, "negatives", n)
        .expecting(twice / pairs, new Tolerance.Exact())
        .holds(area)
        .holds(RocArea.of(raised(p), raised(n)))
        .rejects("ties lost", ahead / pairs)
        .rejects("classes exchanged", RocArea.of(reals(n), reals(p)));
    Check.of(AUC, "area under the ROC curve")
        .part("area")
        .by(Oracle.SECOND_ALGORITHM)
        .at("positives", p, "negatives", n)
        .expecting(trapezoids(p, n), new Tolerance.Rounding(60, 1, "a sum of at most 14 products"))
        .holds(area);
    Check.of(AUC, "area of −s")
        .part("area")
        .by(Oracle.INVARIANT)
        .at("positives", p, "negatives", n)
        .expecting(
            1 - area,
            new Tolerance.Rounding(3, 1, "one division each, and a difference of numbers up to 1"))
        .holds(RocArea.of(negated(p), negated(n)))
        .rejects("unchanged", area);
  }

  private static double[] raised(List<Integer> scores) {
    return scores.stream().mapToDouble(s -> StrictMath.exp(s) + s).toArray();
  }

  private static double[] negated(List<Integer> scores) {
    return scores.stream().mapToDouble(s -> -s).toArray();
  }

  /** Rates of hits and false alarms at every threshold, from the highest score down. */
  private static double trapezoids(List<Integer> p, List<Integer> n) {
    double area = 0;
    double hits = 0;
    double alarms = 0;
    for (int threshold = 6; threshold >= -6; threshold--) {
      int least = threshold;
      double nextHits = p.stream().filter(s -> s >= least).count() / (double) p.size();
      double nextAlarms = n.stream().filter(s -> s >= least).count() / (double) n.size();
      area += (nextAlarms - alarms) * (nextHits + hits) / 2;
      hits = nextHits;
      alarms = nextAlarms;
    }
    return area;
  }

  /** Mean ½, variance, a perfect order and both tails, over all choices of the positive ranks. */
  @Property(tries = 1)
  @Checks({AUC, SIGN})
  void lawWithoutAssociation() {
    for (int n1 = 1; n1 <= 5; n1++) {
      for (int n2 = 1; n2 <= 6; n2++) {
        List<Integer> us = pairCounts(n1, n2);
        long pairs = (long) n1 * n2;
        Rational mean = Rational.ZERO;
        Rational square = Rational.ZERO;
        for (int u : us) {
          Rational share = Rational.of(u, pairs);
          mean = mean.plus(share.over(us.size()));
          square = square.plus(share.square().over(us.size()));
        }
        Check.of(AUC, "mean, variance, probability of a perfect order")
            .part("null law")
            .by(Oracle.EXACT)
            .at("n1", n1, "n2", n2)
            .expectingExactly(List.of(mean, square.minus(mean.square()), Rational.of(1, us.size())))
            .holds(
                List.of(
                    Rational.HALF,
                    RocArea.nullVariance(n1, n2),
                    RocArea.perfectProbability(n1, n2)))
            .rejects(
                "without the + 1",
                List.of(
                    Rational.HALF,
                    Rational.of(n1 + (long) n2, 12 * pairs),
                    RocArea.perfectProbability(n1, n2)));
        for (int u = 0; u <= pairs; u++) {
          Check.of(SIGN, "two-sided probability")
              .part("two-sided")
              .by(Oracle.EXACT)
              .at("n1", n1, "n2", n2, "u", u)
              .expectingExactly(bothTails(us, u))
              .holds(RocArea.twoSidedProbability(n1, n2, u))
              .rejects("one tail", bothTails(us, u).over(2));
        }
      }
    }
  }

  private static Rational bothTails(List<Integer> us, int u) {
    long below = us.stream().filter(x -> x <= u).count();
    long above = us.stream().filter(x -> x >= u).count();
    return Rational.of(Math.min(us.size(), 2 * Math.min(below, above)), us.size());
  }

  /** U of every subset of ranks. */
  private static List<Integer> pairCounts(int n1, int n2) {
    List<Integer> us = new ArrayList<>();
    int size = n1 + n2;
    for (int subset = 0; subset < 1 << size; subset++) {
      if (Integer.bitCount(subset) == n1) {
        int u = 0;
        int negatives = 0;
        for (int rank = 0; rank < size; rank++) {
          boolean positive = (subset >> rank & 1) == 1;
          u += positive ? negatives : 0;
          negatives += positive ? 0 : 1;
        }
        us.add(u);
      }
    }
    return us;
  }

  /** Taking whichever sign looks better doubles the rate of false alarms at a one-sided level. */
  @Property(tries = 1)
  @Checks(SIGN)
  void choosingTheSignDoublesFalseAlarms() {
    Rational oneSided = Rational.ZERO;
    Rational chosen = Rational.ZERO;
    List<Integer> us = pairCounts(5, 6);
    for (int u : us) {
      Rational above = Rational.of(us.stream().filter(x -> x >= u).count(), us.size());
      Rational below = Rational.of(us.stream().filter(x -> x <= u).count(), us.size());
      boolean declared = above.compareTo(Rational.of(1, 20)) <= 0;
      boolean either = declared || below.compareTo(Rational.of(1, 20)) <= 0;
      oneSided = oneSided.plus(Rational.of(declared ? 1 : 0, us.size()));
      chosen = chosen.plus(Rational.of(either ? 1 : 0, us.size()));
    }
    Check.of(SIGN, "false alarms with the sign chosen afterwards")
        .part("doubled rate")
        .by(Oracle.EXACT)
        .expectingExactly(oneSided.times(2))
        .holds(chosen)
        .rejects("the declared level", oneSided);
  }

  /**
   * Normal scores a distance δ apart have the area Φ(δ/√2): 95 % intervals hold it in about 95 % of
   * 200 samples.
   */
  @Property(tries = 1)
  @Checks(AUC)
  void bootstrapIntervalsHoldTheArea() {
    var random = RunSettings.seeds().stream(AUC + "/bootstrap");
    double truth = Normal.cdf(1 / Math.sqrt(2));
    int samples = 200;
    int held = 0;
    int heldByHalf = 0;
    for (int k = 0; k < samples; k++) {
      double[] positives =
          DoubleStream.generate(() -> 1 + random.nextGaussian()).limit(40).toArray();
      double[] negatives = DoubleStream.generate(random::nextGaussian).limit(40).toArray();
      held += RocArea.bootstrap(positives, negatives, 0.95, 300, random).holds(truth) ? 1 : 0;
      heldByHalf += RocArea.bootstrap(positives, negatives, 0.5, 300, random).holds(truth) ? 1 : 0;
    }
    double falseAlarm = 1e-9;
    double z = Normal.quantileSf(falseAlarm / 2);
    double error = Math.sqrt(0.93 * 0.07 / samples);
    Check.of(AUC, "share of bootstrap intervals that hold the area")
        .part("bootstrap")
        .by(Oracle.STATISTICAL)
        .at("samples", samples)
        .expecting(
            0.94,
            Tolerance.sum(
                Tolerance.remainder(
                    0.02,
                    "percentile intervals of 2 × 40 scores miss their level by a hundredth or two"),
                new Tolerance.Clt(error, falseAlarm, z, "binomial")))
        .power(Normal.cdf((0.92 - z * error - 0.5) / Math.sqrt(0.25 / samples)))
        .holds((double) held / samples)
        .rejects("at the level of 50 percent", (double) heldByHalf / samples);
  }

  @Property(tries = 20)
  @Infrastructure("intervals contain their estimate, and refused scores")
  void intervalsAndRefusals(
      @ForAll @LongRange long seed, @ForAll @IntRange(min = 2, max = 9) int n) {
    double[] p = new Seeds(seed).stream("p").doubles(n).toArray();
    double[] q = new Seeds(seed).stream("q").doubles(n).toArray();
    var interval = RocArea.bootstrap(p, q, 0.99, 200, new Seeds(seed).stream("draws"));
    Assertions.assertTrue(interval.low() <= interval.high());
    Assertions.assertEquals(RocArea.of(p, q), interval.estimate());
    refused("positives: need", () -> RocArea.of(new double[0], q));
    refused("negatives: need", () -> RocArea.of(p, new double[0]));
    double[] spoiled = Arrays.copyOf(p, n + 1);
    spoiled[n] = Double.NaN;
    refused("positives[" + n + "]: need", () -> RocArea.of(spoiled, q));
    refused("n_pos, n_neg: need", () -> RocArea.nullVariance(0, 1));
    refused("n1, n2: need", () -> RocArea.twoSidedProbability(201, 1, 0));
    refused("u: need", () -> RocArea.twoSidedProbability(2, 2, 5));
    var random = new Seeds(1).stream("refused");
    refused("confidence: need", () -> RocArea.bootstrap(p, q, 1, 200, random));
    refused("draws: need", () -> RocArea.bootstrap(p, q, 0.9, 99, random));
  }

  private static void refused(String start, Executable call) {
    String message =
        String.valueOf(Assertions.assertThrows(IllegalArgumentException.class, call).getMessage());
    Assertions.assertTrue(message.startsWith(start), message);
  }
}
