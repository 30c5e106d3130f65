package org.grokcheck.beck;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Comparison;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.oracle.Decimal;
import org.grokcheck.oracle.WendelPatterns;
import org.grokcheck.oracle.WendelSum;

/**
 * Eq. (17) and how it is read. Under a symmetric law the signs of the points are fair tosses, given
 * the lines on which they lie; so the probability is the share of sign patterns that a half-space
 * holds, and the theorem says that this share is the same for all points in general position.
 */
class WendelProperties {
  /** N and d with 1 ≤ d ≤ N. */
  record Size(int points, int dimension) {
    Wendel probability() {
      return Wendel.of(points, dimension);
    }

    BigInteger all() {
      return BigInteger.ONE.shiftLeft(points - 1);
    }

    Object[] inputs() {
      return new Object[] {"N", points, "d", dimension};
    }
  }

  @Property(tries = 100)
  @Checks({"beck.eq17", "beck.sec32.wendel-as"})
  void shareOfSeparablePatternsIsTheSameForAllPoints(@ForAll("pointSets") long[][] points) {
    Assume.that(WendelPatterns.inGeneralPosition(points));
    int n = points.length;
    int d = points[0].length;
    BigInteger counted = BigInteger.valueOf(WendelPatterns.separable(points));
    long[][] special = points.clone();
    special[n - 1] = new long[d];
    for (String claim : new String[] {"beck.eq17", "beck.sec32.wendel-as"}) {
      Check.of(claim, "number of separable sign patterns")
          .by(Oracle.SECOND_ALGORITHM)
          .part("any symmetric law")
          .at("N", n, "d", d, "points", Arrays.deepToString(points))
          .expectingExactly(counted)
          .holds(Wendel.of(n, d).favourable().shiftLeft(1))
          .rejects("k ≤ d", Wendel.of(n, d + 1).favourable().shiftLeft(1))
          .rejects("N for N − 1", Wendel.of(n + 1, d).favourable())
          .rejects("a point at 0", BigInteger.valueOf(WendelPatterns.separable(special)));
    }
  }

  @Property(tries = 250)
  @Checks("beck.eq17")
  void sumEqualsThatOfBinarySplitting(@ForAll("sizes") Size size) {
    BigInteger expected = WendelSum.bySplitting(size.points, size.dimension);
    Check.of("beck.eq17", "Σ_{k<d} C(N−1, k)")
        .by(Oracle.EXACT)
        .part("formula")
        .at(size.inputs())
        .expectingExactly(expected)
        .holds(size.probability().favourable())
        .rejects("k ≤ d", Wendel.of(size.points, size.dimension + 1).favourable())
        .rejects("N for N − 1", Wendel.of(size.points + 1, size.dimension).favourable());
  }

  @Property(tries = 60)
  @Checks("beck.eq17")
  void rowsObeyTheRecursion(@ForAll @IntRange(min = 1, max = 160) int points) {
    BigInteger[] row = WendelSum.byRecursion(points, points + 2);
    for (int d = 1; d <= points + 2; d++) {
      Check.of("beck.eq17", "F(N+1, d) = F(N, d) + F(N, d−1)")
          .by(Oracle.EXACT)
          .part("formula")
          .at("N", points, "d", d)
          .expectingExactly(row[d])
          .holds(Wendel.of(points, d).favourable())
          .rejects("k ≤ d", Wendel.of(points, d + 1).favourable());
    }
  }

  @Property(tries = 400)
  @Checks("beck.eq17")
  void doublesAreCorrectlyRounded(@ForAll("representable") Size size) {
    BigInteger sum = WendelSum.bySplitting(size.points, size.dimension);
    double p = Math.scalb(sum.doubleValue(), 1 - size.points);
    double q = Math.scalb(size.all().subtract(sum).doubleValue(), 1 - size.points);
    Check.of("beck.eq17", "p")
        .by(Oracle.EXACT)
        .part("formula")
        .at(size.inputs())
        .expecting(p, new Tolerance.Exact())
        .holds(size.probability().probability())
        .rejects("1 − p", q);
    Check.of("beck.eq17", "1 − p")
        .by(Oracle.EXACT)
        .part("formula")
        .at(size.inputs())
        .expecting(q, new Tolerance.Exact())
        .holds(size.probability().complement())
        .rejects("difference of doubles", 1 - p);
  }

  @Property(tries = 150)
  @Checks("beck.eq17")
  void logarithmsKeepTheirDigitsBeyondTheRangeOfDoubles(@ForAll("sizes") Size size) {
    Assume.that(size.dimension < size.points);
    BigInteger sum = WendelSum.bySplitting(size.points, size.dimension);
    Wendel probability = size.probability();
    logarithm("log p", size, sum)
        .holds(probability.logProbability())
        .rejects("k ≤ d", Wendel.of(size.points, size.dimension + 1).logProbability())
        .rejects("log of the double", StrictMath.log(probability.probability()));
    logarithm("log(1 − p)", size, size.all().subtract(sum))
        .holds(probability.logComplement())
        .rejects("log of the difference", StrictMath.log(1 - probability.probability()));
  }

  private static Comparison logarithm(String quantity, Size size, BigInteger part) {
    BigDecimal share = WendelSum.share(part, size.points);
    BigDecimal rest = WendelSum.share(size.all().subtract(part), size.points);
    double expected = WendelSum.logOfShare(share, rest).doubleValue();
    // Below ½ it is log of 62 bits plus a multiple of log 2, each term of at most 43 + |log p|;
    // above ½ it has as many digits as a normal double.
    double scale =
        rest.compareTo(share) > 0
            ? 43 + 2 * Math.abs(expected)
            : Math.abs(expected) + Double.MIN_NORMAL;
    return Check.of("beck.eq17", quantity)
        .by(Oracle.TABLE)
        .part("formula")
        .at(size.inputs())
        .expecting(expected, new Tolerance.Rounding(5, scale, "two logarithms, product and sum"));
  }

  @Property(tries = 200)
  @Checks("beck.appa.binomial")
  void itIsTheChanceOfFewerThanDSuccesses(@ForAll("tossed") Size size) {
    long[] withHeads = WendelSum.tosses(size.points - 1);
    double fewer = 0;
    double more = 0;
    for (int heads = 0; heads < size.points; heads++) {
      fewer += heads < size.dimension ? withHeads[heads] : 0;
      more += heads > size.dimension ? withHeads[heads] : 0;
    }
    double all = 1L << (size.points - 1);
    Check.of("beck.appa.binomial", "P(Bin(N−1, ½) ≤ d−1), counted")
        .by(Oracle.EXACT)
        .at(size.inputs())
        .expecting(fewer / all, new Tolerance.Exact())
        .holds(size.probability().probability())
        .refutes("P(Bin > d) as printed", more / all)
        .rejects("P(Bin ≤ d)", (fewer + withHeads[Math.min(size.dimension, size.points - 1)]) / all);
    Check.of("beck.appa.binomial", "P(Bin(N−1, ½) > d), counted")
        .by(Oracle.EXACT)
        .part("the printed reading")
        .at(size.inputs())
        .expecting(more / all, new Tolerance.Exact())
        .holds(Wendel.asPrintedBinomialReading(size.points, size.dimension))
        .rejects("P(Bin ≤ d−1)", fewer / all);
  }

  /** Up to 7 integer points in up to 4 dimensions. */
  @Provide
  Arbitrary<long[][]> pointSets() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 7), Arbitraries.integers().between(1, 4))
        .flatAs(
            (n, d) ->
                Arbitraries.longs()
                    .between(-20, 20)
                    .array(long[].class)
                    .ofSize(d)
                    .array(long[][].class)
                    .ofSize(n));
  }

  /** Any N up to 4000, and a few next to 40000. */
  @Provide
  Arbitrary<Size> sizes() {
    return Arbitraries.frequencyOf(
        Tuple.of(30, sizes(1, 300)),
        Tuple.of(20, sizes(300, 4000)),
        Tuple.of(1, sizes(39_990, 40_000)));
  }

  /** Where neither the sum nor p leaves the range of normal doubles; one is next to a tie. */
  @Provide
  Arbitrary<Size> representable() {
    return Arbitraries.frequencyOf(
        Tuple.of(50, sizes(1, 1000)), Tuple.of(1, Arbitraries.just(new Size(344, 225))));
  }

  @Provide
  Arbitrary<Size> tossed() {
    return sizes(2, 16);
  }

  private static Arbitrary<Size> sizes(int least, int most) {
    return Arbitraries.integers()
        .between(least, most)
        .flatMap(n -> Arbitraries.integers().between(1, n).map(d -> new Size(n, d)));
  }
}
