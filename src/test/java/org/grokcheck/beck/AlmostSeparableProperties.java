package org.grokcheck.beck;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.fraction.BigFraction;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.oracle.ExactSupports;
import org.grokcheck.oracle.PreciseMinimum;

/**
 * App. D: how large ‖S_∞‖ must be where the origin is ε-close to the boundary of the hull. The
 * minimum is known to 50 digits, ε exactly.
 */
class AlmostSeparableProperties {
  @Provide
  Arbitrary<SmallSets> sets() {
    return SurroundingSets.all();
  }

  private static Check check(String claim, String quantity, SmallSets set, int k) {
    return Check.of(claim, quantity).by(Oracle.TABLE).at("points", set, "k", k);
  }

  @Property(tries = 300)
  @Checks({
    "beck.appd.theorem",
    "beck.eq29",
    "beck.ext.appd-sharp",
    "beck.appd.definition",
    "beck.sec34.sinf-diverges"
  })
  void normIsAtLeastTheBound(
      @ForAll("sets") SmallSets set, @ForAll @IntRange(min = 0, max = 60) int choice) {
    int k = SurroundingSets.facet(set, choice);
    BoundaryBound bound = BoundaryBound.of(set.points(), k);
    double norm = PreciseMinimum.exponential(set.points()).norm().doubleValue();
    double ratio = bound.leastMeanRatio().doubleValue();
    double inverse = StrictMath.log(bound.leastRatio().doubleValue() * k / (set.size() - k));
    check("beck.appd.theorem", "lower bound of ‖S_∞‖", set, k)
        .expectingAtMost(norm, SurroundingSets.rounding(norm, bound.proved()))
        .holds(bound.proved())
        .refutes("(1/D) log((1 − ε)/ε), as printed", bound.asPrinted())
        .rejects("k/(N − k) for (N − k)/k", inverse / bound.diameter())
        .rejects("half the diameter", 2 * bound.proved());
    check("beck.eq29", "(1 − ε)/ε, bounded by (k/(N − k)) e^{‖S‖D}, as a logarithm", set, k)
        .expectingAtMost(
            norm * bound.diameter(), SurroundingSets.rounding(norm * bound.diameter(), ratio))
        .holds(bound.proved() * bound.diameter())
        .rejects("without k/(N − k)", bound.asPrinted() * bound.diameter())
        .rejects("(1 − ε)/ε for its logarithm", ratio);
    check("beck.ext.appd-sharp", "lower bound of ‖S_∞‖", set, k)
        .part("bound")
        .expectingAtMost(norm, SurroundingSets.rounding(norm, bound.sharp()))
        .holds(bound.sharp())
        .rejects("half of D_A", 2 * bound.sharp())
        .rejects("without (N − k)/k", bound.asPrinted() * bound.diameter() / bound.toCentre());
    check("beck.ext.appd-sharp", "D_A", set, k)
        .part("sharper")
        .expectingAtMost(bound.diameter(), SurroundingSets.rounding(bound.diameter()))
        .holds(bound.toCentre())
        .rejects("twice", 2 * bound.toCentre());
    check("beck.appd.definition", "lower bound of ‖S_∞‖", set, k)
        .part("use")
        .expectingAtMost(norm, SurroundingSets.rounding(norm, bound.proved()))
        .holds(bound.proved())
        .refutes("k = N, where ε = 0 is allowed and log(1/ε) unbounded", Double.POSITIVE_INFINITY);
    check("beck.sec34.sinf-diverges", "lower bound of ‖S_∞‖ that grows like log(1/ε)", set, k)
        .part("bound")
        .expectingAtMost(norm, SurroundingSets.rounding(norm, bound.proved()))
        .holds(bound.proved())
        .rejects("1/ε for its logarithm", ratio / bound.diameter());
  }

  @Property(tries = 150)
  @Checks({"beck.ext.appd-logistic", "beck.appd.logistic-note"})
  void logisticLossObeysTheSameBound(
      @ForAll("sets") SmallSets set, @ForAll @IntRange(min = 0, max = 60) int choice) {
    int k = SurroundingSets.facet(set, choice);
    BoundaryBound bound = BoundaryBound.of(set.points(), k);
    double norm = PreciseMinimum.logistic(set.points()).norm().doubleValue();
    check("beck.ext.appd-logistic", "lower bound of ‖S‖", set, k)
        .expectingAtMost(norm, SurroundingSets.rounding(norm, bound.proved()))
        .holds(bound.proved())
        .rejects("without (N − k)/k", bound.asPrinted())
        .rejects("the inverse of ℓ for log", bound.asPrintedForLogisticLoss());
    check("beck.appd.logistic-note", "lower bound of ‖S‖", set, k)
        .expectingAtMost(norm, SurroundingSets.rounding(norm, bound.proved()))
        .holds(bound.proved())
        .refutes("the inverse of ℓ for log", bound.asPrintedForLogisticLoss());
  }

  /**
   * The smallest counterexamples to the printed theorem, in exact arithmetic. If the corners of a
   * simplex add up to 0 then S_∞ = 0; every weight is 1/(d + 1), so that with k = d the printed
   * bound is log(d)/D, above 0 for d ≥ 2.
   */
  @Example
  @Checks("beck.appd.theorem")
  void printedBoundFailsOnTheSmallestTriangles() {
    int found = 0;
    for (List<List<BigDecimal>> triangle : centredTriangles()) {
      SmallSets set = new SmallSets(triangle);
      if (RationalVectors.rank(triangle.stream().map(ExactSupports::exact).toList()) < 2) {
        continue;
      }
      found++;
      BoundaryBound bound = BoundaryBound.of(triangle, 2);
      boolean stationaryAtZero =
          RationalVectors.isZero(
              RationalVectors.combination(
                  List.of(BigFraction.ONE, BigFraction.ONE, BigFraction.ONE),
                  triangle.stream().map(ExactSupports::exact).toList()));
      // With S_∞ = 0 exactly, a bound holds iff its logarithm's argument is at most 1.
      Check.of("beck.appd.theorem", "0 ≥ bound where S_∞ = 0")
          .by(Oracle.EXACT)
          .part("counterexample")
          .at("points", set)
          .expectingExactly(stationaryAtZero)
          .holds(bound.leastMeanRatio().compareTo(BigFraction.ONE) <= 0)
          .refutes("(1 − ε)/ε ≤ 1", bound.leastRatio().compareTo(BigFraction.ONE) <= 0);
    }
    if (found == 0) {
      throw new IllegalStateException("no triangle with coordinates −1, 0, 1 around the origin");
    }
  }

  /** All triples of points with coordinates −1, 0, 1 that add up to 0. */
  private static List<List<List<BigDecimal>>> centredTriangles() {
    List<List<List<BigDecimal>>> all = new ArrayList<>();
    for (int a = 0; a < 9; a++) {
      for (int b = a + 1; b < 9; b++) {
        int x = -(a % 3 - 1) - (b % 3 - 1);
        int y = -(a / 3 - 1) - (b / 3 - 1);
        if (Math.abs(x) <= 1 && Math.abs(y) <= 1) {
          all.add(List.of(point(a % 3 - 1, a / 3 - 1), point(b % 3 - 1, b / 3 - 1), point(x, y)));
        }
      }
    }
    return all;
  }

  private static List<BigDecimal> point(int x, int y) {
    return List.of(BigDecimal.valueOf(x), BigDecimal.valueOf(y));
  }

  @Property(tries = 100)
  @Checks({"beck.appd.theorem", "beck.ext.appd-sharp"})
  void twoPointsOfTheLineReachTheBound(
      @ForAll @IntRange(min = 1, max = 100000) int left,
      @ForAll @IntRange(min = 1, max = 100000) int right) {
    SmallSets set =
        new SmallSets(
            List.of(List.of(BigDecimal.valueOf(-left, 3)), List.of(BigDecimal.valueOf(right, 4))));
    BoundaryBound bound = BoundaryBound.of(set.points(), 1);
    double norm = PreciseMinimum.exponential(set.points()).norm().doubleValue();
    double signed = right >= left * 10L ? norm : -norm;
    for (String claim : List.of("beck.appd.theorem", "beck.ext.appd-sharp")) {
      check(claim, "bound of two points, reached where positive", set, 1)
          .part("equality")
          .expecting(signed, SurroundingSets.rounding(norm, signed))
          .holds(bound.sharp())
          .rejects("half the diameter", 2 * bound.proved());
    }
  }
}
