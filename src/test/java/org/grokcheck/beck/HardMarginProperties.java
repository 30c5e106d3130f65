package org.grokcheck.beck;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.fraction.BigFraction;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.oracle.Decimal;
import org.grokcheck.oracle.ExactSupports;
import org.grokcheck.oracle.GaussianTail;

/**
 * Separability from the origin and the two hard-margin problems, in exact rationals: the closest
 * point of the hull against a search through all sets of support vectors.
 */
class HardMarginProperties {
  @Provide
  Arbitrary<SmallSets> sets() {
    return SmallSets.all();
  }

  private static Check exact(String claim, String quantity, SmallSets set) {
    return Check.of(claim, quantity).by(Oracle.EXACT).at("points", set);
  }

  /** Whether all points have a negative product with a vector. */
  private static boolean separates(List<BigFraction> w, SmallSets set) {
    return set.points().stream()
        .allMatch(
            x -> ExactSupports.dot(w, ExactSupports.exact(x)).compareTo(BigFraction.ZERO) < 0);
  }

  private static List<BigFraction> minusMean(SmallSets set) {
    List<BigFraction> mean = new ArrayList<>();
    for (int j = 0; j < set.dimension(); j++) {
      int column = j;
      BigDecimal sum =
          set.points().stream().map(p -> p.get(column)).reduce(BigDecimal.ZERO, BigDecimal::add);
      mean.add(ExactSupports.exact(sum.negate()));
    }
    return mean;
  }

  @Property(tries = 400)
  @Checks({"beck.def.separable", "beck-summary.separability"})
  void separableIffSomeVectorSeparates(@ForAll("sets") SmallSets set) {
    boolean separable = ExactSupports.plain(set.points()).minimiser().isPresent();
    HardMargin margin = HardMargin.of(set.points());
    exact("beck.def.separable", "separable", set)
        .expectingExactly(separable)
        .holds(margin.isSeparable())
        .holds(HardMargin.of(set.scaled(new BigDecimal("17.5")).points()).isSeparable())
        .rejects("iff minus the mean separates", separates(minusMean(set), set))
        .rejects("iff N ≤ d", set.size() <= set.dimension());
    exact("beck-summary.separability", "some S has S·x > 0 for all points", set)
        .part("same property")
        .expectingExactly(ExactSupports.plain(set.negated().points()).minimiser().isPresent())
        .holds(margin.isSeparable())
        .rejects("iff minus the mean separates", separates(minusMean(set), set));
    if (separable) {
      exact("beck-summary.separability", "the model's weight has S·x < 0", set)
          .part("opposite sign")
          .expectingExactly(true)
          .holds(separates(margin.separatingVector(), set))
          .rejects(
              "S·x > 0 taken for the model's S",
              separates(HardMargin.of(set.negated().points()).separatingVector(), set));
    }
  }

  @Property(tries = 400)
  @Checks({"beck.eq11", "beck.eq49"})
  void separatingVectorIsTheShortest(@ForAll("sets") SmallSets set) {
    Optional<List<BigFraction>> shortest = ExactSupports.plain(set.points()).minimiser();
    Assume.that(shortest.isPresent());
    List<BigFraction> expected = shortest.orElseThrow();
    HardMargin margin = HardMargin.of(set.points());
    BigFraction norm = ExactSupports.dot(expected, expected);
    exact("beck.eq11", "S*", set)
        .part("vector")
        .expectingExactly(expected)
        .holds(margin.separatingVector())
        .rejects("the closest point itself", OriginHull.of(set.points()).closest())
        .rejects("along minus the mean", minusMean(set));
    exact("beck.eq11", "M²", set)
        .part("margin")
        .expectingExactly(norm.reciprocal())
        .holds(margin.squaredMargin())
        .rejects("‖S*‖²", norm);
    // At the support vectors, x_m·S* = −1, so −S*/‖S*‖·x_m = M.
    BigFraction most =
        set.points().stream()
            .map(x -> ExactSupports.dot(expected, ExactSupports.exact(x)))
            .max(BigFraction::compareTo)
            .orElseThrow();
    exact("beck.eq49", "1/E² with E = −1/(Ŝ·x_m)", set)
        .expectingExactly(margin.squaredMargin())
        .holds(most.multiply(most).divide(norm))
        .refutes("E = −1/(S·x_m) with S = S*", most.multiply(most));
  }

  @Property(tries = 400)
  @Checks({"beck.eq7", "beck.eq12", "beck.intro.iff-hull", "beck-summary.iff", "beck.footnote1"})
  void extendedVectorFollowsFromTheMargin(@ForAll("sets") SmallSets set) {
    List<BigFraction> expected = ExactSupports.extended(set.points()).minimiser().orElseThrow();
    HardMargin margin = HardMargin.of(set.points());
    BigFraction square = margin.squaredMargin();
    BigFraction scale = margin.squaredExtendedNorm();
    if (margin.isSeparable()) {
      exact("beck.eq12", "w_SVM", set)
          .expectingExactly(expected)
          .holds(margin.extendedVector())
          .rejects("(S*, −1)/(1 + M²)", vector(margin, scale, scale))
          .rejects("(M²S*, −1)", vector(margin, square, BigFraction.ONE))
          .rejects("(S*, 0), without a bias", vector(margin, BigFraction.ONE, BigFraction.ZERO));
      exact("beck.eq12", "‖w_SVM‖²", set)
          .part("norm")
          .expectingExactly(ExactSupports.dot(expected, expected))
          .holds(margin.squaredExtendedNorm())
          .rejects("1/(1 + M²)²", margin.squaredExtendedNorm().pow(2));
    }
    exact("beck.eq7", "argmin ‖S‖² + b²", set)
        .part("direction")
        .expectingExactly(expected)
        .holds(margin.extendedVector())
        .rejects("b free of cost: (0, −1)", ofBias(set));
    boolean generalizes = isZero(expected.subList(0, set.dimension()));
    exact("beck.intro.iff-hull", "w_SVM = (0, −1)", set)
        .expectingExactly(generalizes)
        .holds(margin.limitThreshold(1) == Double.POSITIVE_INFINITY)
        .holds(contains(set))
        .rejects("iff the origin is one of the points", set.points().contains(zeros(set)))
        .rejects("iff minus the mean fails to separate", !separates(minusMean(set), set));
    exact("beck-summary.iff", "generalizes", set)
        .expectingExactly(generalizes)
        .holds(!margin.isSeparable())
        .refutes("iff separable", margin.isSeparable());
    exact("beck.footnote1", "optimum of the problem with free bias", set)
        .expectingExactly(margin.isSeparable())
        .holds(!expected.equals(ofBias(set)))
        .rejects("the same optimum", false);
  }

  /** Whether exact weights represent the origin as a convex combination of the points. */
  private static boolean contains(SmallSets set) {
    List<BigFraction> weights = OriginHull.of(set.points()).representation();
    BigFraction total = weights.stream().reduce(BigFraction.ZERO, BigFraction::add);
    boolean convex =
        total.equals(BigFraction.ONE)
            && weights.stream().allMatch(q -> q.compareTo(BigFraction.ZERO) >= 0);
    List<List<BigFraction>> points = set.points().stream().map(ExactSupports::exact).toList();
    return convex && isZero(RationalVectors.combination(weights, points));
  }

  private static boolean isZero(List<BigFraction> vector) {
    return vector.stream().allMatch(BigFraction.ZERO::equals);
  }

  private static List<BigDecimal> zeros(SmallSets set) {
    return Collections.nCopies(set.dimension(), BigDecimal.ZERO);
  }

  /** (0, −1), the optimum where the bias costs nothing: feasible, with ‖S‖ = 0. */
  private static List<BigFraction> ofBias(SmallSets set) {
    List<BigFraction> vector =
        new ArrayList<>(Collections.nCopies(set.dimension(), BigFraction.ZERO));
    vector.add(BigFraction.MINUS_ONE);
    return vector;
  }

  /** The vector (spatial · S*, −bias). */
  private static List<BigFraction> vector(
      HardMargin margin, BigFraction spatial, BigFraction bias) {
    List<BigFraction> vector =
        new ArrayList<>(RationalVectors.scaled(margin.separatingVector(), spatial));
    vector.add(bias.negate());
    return vector;
  }

  @Property(tries = 300)
  @Checks("beck.sec33.convex-combination")
  void combinationsAreShorterOnlyNearTheOptimum(
      @ForAll("sets") SmallSets set, @ForAll @IntRange(min = 1, max = 99) int hundredths) {
    HardMargin margin = HardMargin.of(set.points());
    Assume.that(margin.isSeparable());
    compareCombination(set, margin, new BigFraction(hundredths, 100));
    BigFraction best = margin.squaredExtendedNorm();
    compareCombination(set, margin, best);
    exact("beck.sec33.convex-combination", "least ‖αw_g + (1 − α)w*‖²", set)
        .part("minimum")
        .expectingExactly(normSquare(margin, best))
        .holds(margin.squaredExtendedNorm())
        .rejects("at α = ½", normSquare(margin, BigFraction.ONE_HALF));
  }

  private static void compareCombination(SmallSets set, HardMargin margin, BigFraction alpha) {
    BigFraction length = normSquare(margin, alpha);
    BigFraction other = margin.squaredMargin().reciprocal();
    boolean shorter = length.compareTo(BigFraction.ONE) < 0 && length.compareTo(other) < 0;
    Check.of("beck.sec33.convex-combination", "‖αw_g + (1 − α)w*‖²")
        .by(Oracle.EXACT)
        .at("points", set, "alpha", alpha)
        .part("norm")
        .expectingExactly(length)
        .holds(margin.squaredNormBetween(alpha))
        .rejects(
            "α + (1 − α)/M², not squared",
            alpha.add(BigFraction.ONE.subtract(alpha).multiply(other)));
    Check.of("beck.sec33.convex-combination", "shorter than both")
        .by(Oracle.EXACT)
        .at("points", set, "alpha", alpha)
        .part("interval")
        .expectingExactly(shorter)
        .holds(margin.isShorterBetween(alpha))
        .refutes("for every 0 < α < 1", true);
  }

  /** The squared length of the combination of the two vectors themselves. */
  private static BigFraction normSquare(HardMargin margin, BigFraction alpha) {
    BigFraction rest = BigFraction.ONE.subtract(alpha);
    List<BigFraction> w = new ArrayList<>(RationalVectors.scaled(margin.separatingVector(), rest));
    w.add(alpha.negate());
    return ExactSupports.dot(w, w);
  }

  @Property(tries = 200)
  @Checks("beck.eq47")
  void scalingTheDataScalesTheMargin(
      @ForAll("sets") SmallSets set, @ForAll @IntRange(min = 1, max = 400) int hundredths) {
    HardMargin unit = HardMargin.of(set.points());
    Assume.that(unit.isSeparable());
    BigDecimal sigma = BigDecimal.valueOf(hundredths, 2);
    BigDecimal margin = Decimal.sqrt(ExactSupports.decimal(unit.squaredMargin()));
    BigDecimal z = Decimal.over(BigDecimal.ONE, margin.multiply(sigma).multiply(sigma));
    double expected = GaussianTail.upper(z.negate()).doubleValue();
    double actual = HardMargin.of(set.scaled(sigma).points()).limitingAccuracy(hundredths / 100.0);
    Check.of("beck.eq47", "lim A_gen on scaled data")
        .by(Oracle.TABLE)
        .at("points", set, "sigma", sigma)
        .expecting(
            expected, new Tolerance.Rounding(8, 1, "z once rounded, |zφ(z)| < ¼, Φ to 6 ulp"))
        .holds(actual)
        .rejects("σ for σ²", GaussianTail.upper(z.multiply(sigma).negate()).doubleValue())
        .rejects("1 − erf", 1 - expected);
  }

  @Example
  @Checks("beck.eq12")
  void marginOfOneMillionth() {
    List<List<BigDecimal>> points = rows("-1e-6", "1", "-1e-6", "-1", "-5", "0.3");
    HardMargin margin = HardMargin.of(points);
    exact("beck.eq12", "M²", new SmallSets(points))
        .part("small margin")
        .expectingExactly(ExactSupports.exact(new BigDecimal("1e-12")))
        .holds(margin.squaredMargin())
        .rejects("M", ExactSupports.exact(new BigDecimal("1e-6")));
  }

  private static List<List<BigDecimal>> rows(String... values) {
    List<List<BigDecimal>> rows = new ArrayList<>();
    for (int i = 0; i < values.length; i += 2) {
      rows.add(List.of(new BigDecimal(values[i]), new BigDecimal(values[i + 1])));
    }
    return rows;
  }
}
