package org.grokcheck.beck;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.fraction.BigFraction;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.oracle.ClosedHalfSpace;
import org.grokcheck.oracle.Decimal;
import org.grokcheck.oracle.ExactSupports;
import org.grokcheck.oracle.PreciseMinimum;
import org.grokcheck.oracle.RepresentationDual;

/**
 * The origin as a convex combination of the points, App. D: the minimiser's weights are one, that
 * of largest entropy; and when there is a minimiser.
 */
class RepresentationProperties {
  @Provide
  Arbitrary<SmallSets> surrounding() {
    return SurroundingSets.all();
  }

  /** Sets of all kinds, half of them around the origin. */
  @Provide
  Arbitrary<SmallSets> sets() {
    return Arbitraries.oneOf(SmallSets.all(), SurroundingSets.all());
  }

  private static Check check(String claim, String quantity, Oracle oracle, SmallSets set) {
    return Check.of(claim, quantity).by(oracle).at("points", set);
  }

  /** max ‖xᵢ‖. */
  private static double reach(SmallSets set) {
    double largest = 0;
    for (double[] x : set.rows()) {
      double square = 0;
      for (double c : x) {
        square += c * c;
      }
      largest = Math.max(largest, Math.sqrt(square));
    }
    return largest;
  }

  /** What rounding leaves of a gradient, as a length of S: over the least curvature. */
  private static double weightError(SmallSets set, ExponentialMinimiser minimiser) {
    double largest = reach(set);
    double perTerm = 8 + 2 * set.dimension() * largest * minimiser.norm();
    double gradient = set.size() * set.dimension() * largest * perTerm * 0x1p-53;
    return gradient / minimiser.relaxationExponent() + 4 * minimiser.norm() * 0x1p-53;
  }

  @Property(tries = 100)
  @Checks({"beck.eq23", "beck.eq24", "beck.appd.existence"})
  void minimiserRepresentsTheOrigin(@ForAll("surrounding") SmallSets set) {
    ExponentialMinimiser minimiser = ExponentialMinimiser.of(set.rows());
    PreciseMinimum precise = PreciseMinimum.exponential(set.points());
    double error = weightError(set, minimiser);
    Tolerance tolerance =
        new Tolerance.Truncation(error, 1, 1, "rounding of Σ xᵢe^{S·xᵢ} over its least curvature");
    double[] s = minimiser.minimiser();
    for (int j = 0; j < s.length; j++) {
      check("beck.eq23", "S_∞", Oracle.TABLE, set)
          .expecting(precise.minimiser().get(j).doubleValue(), tolerance)
          .holds(s[j])
          .rejects("e^{−S·x}", -s[j])
          .rejects("S = 0, Σ xᵢ = 0", 0);
    }
    double reach = reach(set);
    for (int i = 0; i < set.size(); i++) {
      check("beck.eq24", "pᵢ", Oracle.TABLE, set)
          .expecting(
              precise.weights().get(i).doubleValue(),
              new Tolerance.Truncation(
                  2 * reach * (error + minimiser.norm() * 0x1p-50) + 0x1p-50,
                  1,
                  1,
                  "S_∞ rounded, |dpᵢ| ≤ 2pᵢ max‖x‖ |dS|"))
          .holds(minimiser.weights()[i])
          .rejects("1/N", 1.0 / set.size())
          .rejects(
              "e^{S·x}/N, not divided by f",
              minimiser.weights()[i] * StrictMath.exp(minimiser.logMeanExponential()));
    }
    compareRestart(set, minimiser, tolerance);
  }

  private static void compareRestart(
      SmallSets set, ExponentialMinimiser minimiser, Tolerance tolerance) {
    List<BigDecimal> start = new ArrayList<>();
    for (int j = 0; j < set.dimension(); j++) {
      start.add(BigDecimal.valueOf(j == 0 ? -0.5 / reach(set) : 0.25 / reach(set)));
    }
    PreciseMinimum again = PreciseMinimum.exponentialFrom(set.points(), start);
    for (int j = 0; j < set.dimension(); j++) {
      check("beck.appd.existence", "the minimiser from another start", Oracle.TABLE, set)
          .part("unique")
          .expecting(again.minimiser().get(j).doubleValue(), tolerance)
          .holds(minimiser.minimiser()[j])
          .rejects("that start", start.get(j).doubleValue());
    }
  }

  @Property(tries = 100)
  @Checks({"beck.ext.entropy-z", "beck.eq24"})
  void meanExponentialIsTheLargestEntropy(
      @ForAll("surrounding") SmallSets set, @ForAll @IntRange(min = 0, max = 1 << 20) int mixture) {
    PreciseMinimum precise = PreciseMinimum.exponential(set.points());
    BigDecimal logSum = Decimal.log(Decimal.times(precise.mean(), BigDecimal.valueOf(set.size())));
    double expected = logSum.doubleValue();
    ExponentialMinimiser minimiser = ExponentialMinimiser.of(set.rows());
    double error = 64 * 0x1p-53 * (2 + StrictMath.log(set.size())) + entropyError(set, minimiser);
    Tolerance tolerance =
        new Tolerance.Truncation(
            error, 1, 1, "log NZ is stationary; rounding of outputs and logarithms");
    check("beck.ext.entropy-z", "log(NZ)", Oracle.TABLE, set)
        .part("value")
        .expecting(expected, tolerance)
        .holds(minimiser.logMeanExponential() + StrictMath.log(set.size()))
        .holds(minimiser.entropy())
        .rejects("log N", StrictMath.log(set.size()))
        .rejects("in bits", minimiser.entropy() / StrictMath.log(2));
    List<BigFraction> q = mixture(OriginRepresentations.of(set.points()).vertices(), mixture);
    double entropy = entropy(q);
    check("beck.ext.entropy-z", "entropy of a representation", Oracle.TABLE, set)
        .part("maximum")
        .expectingAtMost(expected, tolerance)
        .holds(entropy)
        .rejects("entropy of 1/N, which represents the mean", StrictMath.log(set.size()));
    check("beck.eq24", "entropy of a representation", Oracle.TABLE, set)
        .part("largest entropy")
        .expectingAtMost(minimiser.entropy(), tolerance)
        .holds(entropy)
        .rejects("entropy of 1/N, which represents the mean", StrictMath.log(set.size()));
  }

  /** −dH ≤ Σ |dpᵢ|(1 + |log pᵢ|), small weights included. */
  private static double entropyError(SmallSets set, ExponentialMinimiser minimiser) {
    double largest = reach(set);
    double outputs = set.dimension() * largest * minimiser.norm() * 0x1p-50;
    double shift = set.dimension() * largest * weightError(set, minimiser);
    return set.size() * (outputs + shift) * (1 + set.dimension() * largest * minimiser.norm());
  }

  private static List<BigFraction> mixture(List<List<BigFraction>> vertices, int code) {
    List<BigFraction> shares = new ArrayList<>();
    for (int k = 0; k < vertices.size(); k++) {
      shares.add(new BigFraction(1 + (code >> (2 * (k % 10))) % 4, 1));
    }
    BigFraction total = shares.stream().reduce(BigFraction.ZERO, BigFraction::add);
    return RationalVectors.combination(
        shares.stream().map(s -> s.divide(total)).toList(), vertices);
  }

  private static double entropy(List<BigFraction> weights) {
    double sum = 0;
    for (BigFraction weight : weights) {
      double q = RationalVectors.toDouble(weight);
      sum -= q == 0 ? 0 : q * StrictMath.log(q);
    }
    return sum;
  }

  @Property(tries = 100)
  @Checks("beck.appd.definition")
  void epsilonIsTheLinearProgramme(
      @ForAll("surrounding") SmallSets set, @ForAll @IntRange(min = 0, max = 60) int choice) {
    int k = 1 + choice % (set.size() - 1);
    BigFraction epsilon = OriginRepresentations.of(set.points()).largestWeightBeyond(k);
    check("beck.appd.definition", "ε, the largest weight beyond the k points", Oracle.EXACT, set)
        .part("epsilon")
        .expectingExactly(new RepresentationDual(set.points(), k).optimum())
        .holds(epsilon)
        .rejects("least weight beyond them", least(set, k))
        .rejects("1 − ε", BigFraction.ONE.subtract(epsilon));
  }

  private static BigFraction least(SmallSets set, int k) {
    return OriginRepresentations.of(set.points()).vertices().stream()
        .map(q -> q.subList(k, q.size()).stream().reduce(BigFraction.ZERO, BigFraction::add))
        .min(BigFraction::compareTo)
        .orElseThrow();
  }

  @Property(tries = 200)
  @Checks("beck.eq25")
  void boundaryShowsInTheSupport(@ForAll("sets") SmallSets set) {
    List<List<BigFraction>> exact = set.points().stream().map(ExactSupports::exact).toList();
    Assume.that(!HardMargin.of(set.points()).isSeparable());
    Assume.that(isAffinelyGeneral(exact));
    boolean boundary = new ClosedHalfSpace(set.points()).exists();
    List<List<BigFraction>> vertices = OriginRepresentations.of(set.points()).vertices();
    int support = 0;
    for (int i = 0; i < set.size(); i++) {
      int point = i;
      support += vertices.stream().anyMatch(q -> !q.get(point).equals(BigFraction.ZERO)) ? 1 : 0;
    }
    check("beck.eq25", "on the boundary", Oracle.EXACT, set)
        .expectingExactly(boundary)
        .holds(support <= set.dimension())
        .rejects("k = d, a whole facet", support == set.dimension())
        .rejects("k < N", support < set.size());
  }

  /** Whether every d + 1 points, and all if they are fewer, are affinely independent. */
  private static boolean isAffinelyGeneral(List<List<BigFraction>> points) {
    return isAffinelyGeneral(points, 0, new ArrayList<>());
  }

  private static boolean isAffinelyGeneral(
      List<List<BigFraction>> points, int from, List<List<BigFraction>> chosen) {
    if (!chosen.isEmpty() && RationalVectors.rank(chosen) < chosen.size()) {
      return false;
    }
    if (chosen.size() == points.get(0).size() + 1) {
      return true;
    }
    for (int i = from; i < points.size(); i++) {
      List<BigFraction> lifted = new ArrayList<>(points.get(i));
      lifted.add(BigFraction.ONE);
      chosen.add(lifted);
      boolean general = isAffinelyGeneral(points, i + 1, chosen);
      chosen.remove(chosen.size() - 1);
      if (!general) {
        return false;
      }
    }
    return true;
  }
}
