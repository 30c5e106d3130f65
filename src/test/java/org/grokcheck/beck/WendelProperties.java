package org.grokcheck.beck;

import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.oracle.WendelSum;

/**
 * Eq. (17) for thousands of points: the exact sum, and each digit of the doubles formed from it.
 */
class WendelProperties {
  /** N and d with 1 ≤ d ≤ N. */
  record Size(int points, int dimension) {
    Check check(String quantity) {
      return Check.of("beck.eq17", quantity)
          .by(Oracle.EXACT)
          .part("formula")
          .at("N", points, "d", dimension);
    }
  }

  @Property(tries = 120)
  @Checks("beck.eq17")
  void sumOfThousandsOfTerms(@ForAll("sizes") Size size) {
    BigInteger expected = new WendelSum(size.points, size.dimension).favourable();
    size.check("Σ_{k<d} C(N−1, k), thousands of terms")
        .expectingExactly(expected)
        .holds(Wendel.of(size.points, size.dimension).favourable())
        .rejects("k ≤ d", Wendel.of(size.points, size.dimension + 1).favourable())
        .rejects("N for N − 1", Wendel.of(size.points + 1, size.dimension).favourable());
  }

  @Property(tries = 400)
  @Checks("beck.eq17")
  void doublesAreCorrectlyRounded(@ForAll("representable") Size size) {
    WendelSum sum = new WendelSum(size.points, size.dimension);
    Wendel wendel = Wendel.of(size.points, size.dimension);
    double p = Math.scalb(sum.favourable().doubleValue(), 1 - size.points);
    double q = Math.scalb(sum.unfavourable().doubleValue(), 1 - size.points);
    size.check("p, correctly rounded")
        .expecting(p, new Tolerance.Exact())
        .holds(wendel.probability())
        .rejects("1 − p", q);
    size.check("1 − p, correctly rounded")
        .expecting(q, new Tolerance.Exact())
        .holds(wendel.complement())
        .rejects("difference of doubles", 1 - p);
  }

  /** N up to 4000, and now and then next to 40000. */
  @Provide
  Arbitrary<Size> sizes() {
    return Arbitraries.frequencyOf(
        Tuple.of(40, sizes(100, 4000)), Tuple.of(1, sizes(39_990, 40_000)));
  }

  /** Where neither the sum nor p leaves the range of normal doubles; one is next to a tie. */
  @Provide
  Arbitrary<Size> representable() {
    return Arbitraries.frequencyOf(
        Tuple.of(50, sizes(1, 1000)), Tuple.of(1, Arbitraries.just(new Size(344, 225))));
  }

  private static Arbitrary<Size> sizes(int least, int most) {
    return Arbitraries.integers()
        .between(least, most)
        .flatMap(n -> Arbitraries.integers().between(1, n).map(d -> new Size(n, d)));
  }
}
