package org.grokcheck.beck;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.oracle.Dichotomies;
import org.grokcheck.oracle.WendelRemainder;

/**
 * Why large sets are almost surely separable or not. Under a symmetric law the signs of the points
 * are fair tosses, given the lines on which they lie, so that p(N, d) is the share of sign patterns
 * that a half-space holds. For λ &lt; ½ the tail bound gives p(N, λN) ≤ q^N with q =
 * e^{−(1−2λ)²/2}; the expected number of separable sets among those with N ≥ N₀ is then at most
 * q^{N₀}/(1−q), and by Borel and Cantelli there are finitely many, however the sets of different N
 * depend on one another. For λ &gt; ½ likewise by the symmetry of d and N − d. At λ = ½ neither
 * happens.
 */
class WendelAlmostSureProperties {
  private static final String CLAIM = "beck.sec32.wendel-as";
  private static final int LAST = 600;

  @Property(tries = 60)
  @Checks(CLAIM)
  void probabilityIsTheSameForAllSymmetricLaws(@ForAll("pointSets") long[][] points) {
    Dichotomies dichotomies = new Dichotomies(points);
    Assume.that(dichotomies.isGeneralPosition());
    int n = points.length;
    int d = points[0].length;
    Check.of(CLAIM, "separable sign patterns of given points")
        .by(Oracle.SECOND_ALGORITHM)
        .part("any symmetric law")
        .at("N", n, "d", d)
        .expectingExactly(dichotomies.separable().cardinality())
        .holds(2 * Wendel.of(n, d).favourable().intValueExact())
        .rejects("k ≤ d", 2 * Wendel.of(n, d + 1).favourable().intValueExact());
  }

  @Property(tries = 40)
  @Checks({CLAIM, "beck.ext.wendel-tail"})
  void fewSetsAreOnTheWrongSide(
      @ForAll @IntRange(min = 10, max = 200) int first, @ForAll("gaps") double gap) {
    double lambda = 0.5 * (1 - gap);
    double separable = 0;
    double inseparable = 0;
    for (int n = first; n <= LAST; n++) {
      int d = (int) Math.max(1, lambda * n);
      separable += Wendel.of(n, d).probability();
      inseparable += Wendel.of(n, n - d).complement();
    }
    double rate = -0.5 * gap * gap;
    double most =
        (StrictMath.exp(rate * first) - StrictMath.exp(rate * (LAST + 1)))
            / -StrictMath.expm1(rate);
    for (String claim : new String[] {CLAIM, "beck.ext.wendel-tail"}) {
      Check check =
          Check.of(claim, "expected number of sets on the wrong side of λ = ½, N ≥ N₀")
              .part("almost surely")
              .at("N0", first, "1-2lambda", gap);
      Tolerance rounding = new Tolerance.Rounding(LAST + 20, most, "a sum of positive terms");
      check
          .expectingAtMost(most, rounding)
          .holds(separable)
          .holds(inseparable)
          .rejects("sides exchanged", LAST + 1 - first - separable)
          .rejects("at λ = ½", 0.5 * (LAST + 1 - first));
    }
  }

  @Property(tries = 150)
  @Checks("beck.eq19")
  void halfIsTheLimitAlongEveryParallelOfTheLine(
      @ForAll @IntRange(min = 20, max = 3000) int d,
      @ForAll @IntRange(min = -12, max = 12) int excess) {
    int n = 2 * d + excess;
    double x = excess / Math.sqrt(n);
    double rise = 1 / Math.sqrt(2 * Math.PI);
    // |Φ(−x) − ½ + x/√2π| ≤ |x|³/(6√2π), and p − Φ as in eq. (18).
    double remains = WendelRemainder.ofGaussian(n) + Math.abs(x * x * x) * rise / 6;
    Check.of("beck.eq19", "p(2d+c, d) → ½ − c/√(2πN)")
        .by(Oracle.LIMIT)
        .part("next to ½")
        .at("d", d, "c", excess)
        .expecting(
            0.5 - x * rise, Remainders.sum(remains, 1e-15, "0.1611/N + |c|³/(6√(2π)N^{3/2})"))
        .holds(Wendel.of(n, d).probability())
        .rejects("no term in c", Wendel.stepLimit(0.5))
        .rejects("+c", 0.5 + x * rise);
  }

  /** Up to 7 integer points in up to 4 dimensions, not fewer points than dimensions. */
  @Provide
  Arbitrary<long[][]> pointSets() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 4), Arbitraries.integers().between(0, 3))
        .flatAs(
            (d, more) ->
                Arbitraries.longs()
                    .between(-9999, 9999)
                    .withoutEdgeCases()
                    .array(long[].class)
                    .ofSize(d)
                    .array(long[][].class)
                    .ofSize(d + more));
  }

  /** 1 − 2λ. */
  @Provide
  Arbitrary<Double> gaps() {
    return Arbitraries.oneOf(Arb.uniform(0.2, 0.95), Arb.logUniform(0.05, 0.95));
  }
}
