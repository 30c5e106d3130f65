package org.grokcheck.beck;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.grokcheck.evidence.Comparison;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.oracle.Decimal;
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

  @Provide
  Arbitrary<SmallSets> simplices() {
    return SurroundingSets.simplices();
  }

  private static Check check(String claim, String quantity, SmallSets set, int k) {
    return Check.of(claim, quantity).by(Oracle.TABLE).at("points", set, "k", k);
  }

  private static Tolerance rounding(double... sizes) {
    double scale = 0;
    for (double size : sizes) {
      scale += Math.abs(size);
    }
    return new Tolerance.Rounding(12, scale, "roots of rounded squares, log, quotient");
  }

  private static int facet(SmallSets set, int choice) {
    return 1 + choice % (set.size() - 1);
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
    int k = facet(set, choice);
    BoundaryBound bound = BoundaryBound.of(set.points(), k);
    double norm = PreciseMinimum.exponential(set.points()).norm().doubleValue();
    double ratio = bound.leastMeanRatio().doubleValue();
    double inverse = StrictMath.log(bound.leastRatio().doubleValue() * k / (set.size() - k));
    check("beck.appd.theorem", "lower bound of ‖S_∞‖", set, k)
        .expectingAtMost(norm, rounding(norm, bound.proved()))
        .holds(bound.proved())
        .refutes("(1/D) log((1 − ε)/ε), as printed", bound.asPrinted())
        .rejects("k/(N − k) for (N − k)/k", inverse / bound.diameter())
        .rejects("half the diameter", 2 * bound.proved());
    check("beck.eq29", "(1 − ε)/ε, bounded by (k/(N − k)) e^{‖S‖D}, as a logarithm", set, k)
        .expectingAtMost(norm * bound.diameter(), rounding(norm * bound.diameter(), ratio))
        .holds(bound.proved() * bound.diameter())
        .rejects("without k/(N − k)", bound.asPrinted() * bound.diameter())
        .rejects("(1 − ε)/ε for its logarithm", ratio);
    check("beck.ext.appd-sharp", "lower bound of ‖S_∞‖", set, k)
        .part("bound")
        .expectingAtMost(norm, rounding(norm, bound.sharp()))
        .holds(bound.sharp())
        .rejects("distance to the nearest point of A", sharpByNearest(set, k, bound))
        .rejects("without (N − k)/k", bound.asPrinted() * bound.diameter() / bound.toCentre());
    check("beck.ext.appd-sharp", "D_A", set, k)
        .part("sharper")
        .expectingAtMost(bound.diameter(), rounding(bound.diameter()))
        .holds(bound.toCentre())
        .rejects("twice", 2 * bound.toCentre());
    check("beck.appd.definition", "lower bound of ‖S_∞‖", set, k)
        .part("use")
        .expectingAtMost(norm, rounding(norm, bound.proved()))
        .holds(bound.proved())
        .refutes("k = N, where ε = 0 is allowed and log(1/ε) unbounded", Double.POSITIVE_INFINITY);
    check("beck.sec34.sinf-diverges", "lower bound of ‖S_∞‖ that grows like log(1/ε)", set, k)
        .part("bound")
        .expectingAtMost(norm, rounding(norm, bound.proved()))
        .holds(bound.proved())
        .rejects("1/ε for its logarithm", ratio / bound.diameter());
  }

  /** The sharp form with the least for the largest distance to the mean of B. */
  private static double sharpByNearest(SmallSets set, int k, BoundaryBound bound) {
    double[][] x = set.rows();
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < k; i++) {
      double square = 0;
      for (int j = 0; j < set.dimension(); j++) {
        double mean = 0;
        for (int m = k; m < set.size(); m++) {
          mean += x[m][j] / (set.size() - k);
        }
        square += (x[i][j] - mean) * (x[i][j] - mean);
      }
      least = Math.min(least, Math.sqrt(square));
    }
    return bound.sharp() * bound.toCentre() / least;
  }

  @Property(tries = 150)
  @Checks({"beck.ext.appd-logistic", "beck.appd.logistic-note"})
  void logisticLossObeysTheSameBound(
      @ForAll("sets") SmallSets set, @ForAll @IntRange(min = 0, max = 60) int choice) {
    int k = facet(set, choice);
    BoundaryBound bound = BoundaryBound.of(set.points(), k);
    double norm = PreciseMinimum.logistic(set.points()).norm().doubleValue();
    check("beck.ext.appd-logistic", "lower bound of ‖S‖", set, k)
        .expectingAtMost(norm, rounding(norm, bound.proved()))
        .holds(bound.proved())
        .rejects("without (N − k)/k", bound.asPrinted())
        .rejects("the inverse of ℓ for log", bound.asPrintedForLogisticLoss());
    check("beck.appd.logistic-note", "lower bound of ‖S‖", set, k)
        .expectingAtMost(norm, rounding(norm, bound.proved()))
        .holds(bound.proved())
        .refutes("the inverse of ℓ for log", bound.asPrintedForLogisticLoss());
  }

  @Property(tries = 150)
  @Checks({"beck.eq26", "beck.eq27", "beck.eq28"})
  void weightRatioLiesBetweenItsBounds(
      @ForAll("sets") SmallSets set, @ForAll @IntRange(min = 0, max = 60) int choice) {
    int k = facet(set, choice);
    BoundaryBound bound = BoundaryBound.of(set.points(), k);
    PreciseMinimum minimum = PreciseMinimum.exponential(set.points());
    double norm = minimum.norm().doubleValue();
    BigDecimal inside = sum(minimum.weights().subList(0, k));
    BigDecimal outside = sum(minimum.weights().subList(k, set.size()));
    double ratio = Decimal.over(inside, outside).doubleValue();
    double least = RationalVectors.toDouble(bound.leastRatio());
    check("beck.eq26", "(1 − ε)/ε", set, k)
        .expectingAtMost(ratio, rounding(ratio))
        .holds(least)
        .rejects("1/ε", 1 + least)
        .rejects("ε as the least weight outside", leastRatioByLeast(set, k));
    compareChain(set, k, minimum, StrictMath.log(ratio), norm, bound);
  }

  private static double leastRatioByLeast(SmallSets set, int k) {
    BigFraction least =
        OriginRepresentations.of(set.points()).vertices().stream()
            .map(q -> q.subList(k, q.size()).stream().reduce(BigFraction.ZERO, BigFraction::add))
            .min(BigFraction::compareTo)
            .orElseThrow();
    return least.equals(BigFraction.ZERO)
        ? Double.NaN
        : RationalVectors.toDouble(BigFraction.ONE.subtract(least).divide(least));
  }

  private static void compareChain(
      SmallSets set,
      int k,
      PreciseMinimum minimum,
      double logRatio,
      double norm,
      BoundaryBound bound) {
    double[] outputs = minimum.outputs().stream().mapToDouble(BigDecimal::doubleValue).toArray();
    GroupRatio groups =
        new GroupRatio(Arrays.copyOf(outputs, k), Arrays.copyOfRange(outputs, k, outputs.length));
    double size = 4 + norm * bound.diameter() + Math.abs(logRatio);
    BigDecimal sum = BigDecimal.ZERO;
    for (BigDecimal output : minimum.outputs().subList(k, set.size())) {
      sum = sum.add(Decimal.exp(output));
    }
    check("beck.eq27", "log((N − k) e^{S·x̄})", set, k)
        .expectingAtMost(Decimal.log(sum).doubleValue(), rounding(size))
        .holds(groups.logJensen())
        .rejects(
            "N for N − k",
            groups.logJensen() + StrictMath.log(set.size() / (set.size() - (double) k)))
        .rejects("largest for mean output", largest(outputs, k) + StrictMath.log(set.size() - k));
    double narrow = groups.bound(norm * bound.toCentre());
    double wide = groups.bound(norm * bound.diameter());
    upper("Jensen's step", set, k, logRatio, groups.firstBound(), size)
        .rejects(
            "k for N − k",
            -groups.firstBound() - StrictMath.log(set.size() - k) + StrictMath.log(k));
    upper("‖S‖ max ‖xᵢ − x̄‖", set, k, groups.firstBound(), narrow, size)
        .refutes("e^{‖S‖} without a distance", -groups.bound(norm));
    upper("‖S‖D", set, k, narrow, wide, size)
        .rejects("half the diameter", -groups.bound(norm * bound.diameter() / 2));
  }

  /** lower ≤ bound, with signs turned so that the bound is what is compared. */
  private static Comparison upper(
      String step, SmallSets set, int k, double lower, double bound, double size) {
    return check("beck.eq28", "−log of the upper bound: " + step, set, k)
        .part(step)
        .expectingAtMost(-lower, rounding(size))
        .holds(-bound);
  }

  private static double largest(double[] outputs, int from) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = from; i < outputs.length; i++) {
      largest = Math.max(largest, outputs[i]);
    }
    return largest;
  }

  private static BigDecimal sum(List<BigDecimal> values) {
    return values.stream().reduce(BigDecimal.ZERO, Decimal::plus);
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
          .expecting(signed, rounding(norm, signed))
          .holds(bound.sharp())
          .rejects("half the diameter", 2 * bound.proved());
    }
  }

  @Property(tries = 60)
  @Checks("beck.ext.simplex")
  void simplexHasAClosedForm(@ForAll("simplices") SmallSets set) {
    SimplexMinimum simplex = SimplexMinimum.of(set.points());
    PreciseMinimum minimum = PreciseMinimum.exponential(set.points());
    BigDecimal norm = minimum.norm();
    int n = set.size();
    Tolerance thirtyDigits =
        new Tolerance.Truncation(1, 1e-30, 1, "both sides have more than 30 digits");
    check("beck.ext.simplex", "‖S − S_Newton‖", set, n - 1)
        .part("S_∞")
        .expecting(0, thirtyDigits)
        .holds(distance(simplex.minimiser(), minimum.minimiser()))
        .rejects("S = 0", norm.doubleValue())
        .rejects("log(q_N/qᵢ)", 2 * norm.doubleValue());
    BigDecimal z = minimum.mean();
    check("beck.ext.simplex", "Z − Z_Newton", set, n - 1)
        .part("Z")
        .expecting(0, thirtyDigits)
        .holds(simplex.meanExponential().subtract(z).doubleValue())
        .rejects(
            "N Z for Z",
            simplex.meanExponential().multiply(BigDecimal.valueOf(n)).subtract(z).doubleValue())
        .rejects("e^{−H}/N", PreciseNormal.expMinus(simplex.entropy()).subtract(z).doubleValue());
    for (int i = 0; i < n; i++) {
      BigDecimal q = RationalVectors.decimal(simplex.weights().get(i));
      check("beck.ext.simplex", "qᵢ − pᵢ", set, n - 1)
          .part("weights")
          .expecting(0, thirtyDigits)
          .holds(q.subtract(minimum.weights().get(i)).doubleValue())
          .rejects("1/N", 1.0 / n - minimum.weights().get(i).doubleValue());
    }
  }

  private static double distance(List<BigDecimal> a, List<BigDecimal> b) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int j = 0; j < a.size(); j++) {
      sum = sum.add(a.get(j).subtract(b.get(j)).pow(2));
    }
    return Decimal.sqrt(sum).doubleValue();
  }

  /** The triangle (±1, −b), (0, 1) as b → 0: ε = b/(1 + b) and ‖S_∞‖ = log(1/(2b))/(1 + b). */
  @Example
  @Checks("beck.sec34.sinf-diverges")
  void normGrowsWithoutBoundAsTheFacetComesNear() {
    for (int power = 1; power <= 300; power += 13) {
      BigDecimal b = BigDecimal.ONE.movePointLeft(power);
      List<List<BigDecimal>> points =
          List.of(
              List.of(BigDecimal.ONE.negate(), b.negate()),
              List.of(BigDecimal.ONE, b.negate()),
              List.of(BigDecimal.ZERO, BigDecimal.ONE));
      double logInverse = power * StrictMath.log(10);
      Check.of("beck.sec34.sinf-diverges", "‖S_∞‖/log(1/b) → 1")
          .part("divergence")
          .by(Oracle.LIMIT)
          .at("b", b)
          .expecting(
              1,
              new Tolerance.Truncation(
                  StrictMath.log(2) / logInverse + b.doubleValue() + 1e-15,
                  1,
                  1,
                  "log(1/(2b))/((1 + b) log(1/b)) lies within log 2/log(1/b) + b of 1"))
          .holds(SimplexMinimum.of(points).norm().doubleValue() / logInverse)
          .rejects("½ log(1/b)", 0.5)
          .rejects("bounded", 3 / logInverse);
    }
  }
}
