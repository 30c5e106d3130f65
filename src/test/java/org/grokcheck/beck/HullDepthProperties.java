package org.grokcheck.beck;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
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
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.oracle.ClosedHalfSpace;
import org.grokcheck.oracle.Decimal;
import org.grokcheck.oracle.ExactSupports;

/** When a minimiser exists, and how fast the loss grows in every direction where it does. */
class HullDepthProperties {
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

  @Property(tries = 120)
  @Checks({"beck.appd.existence", "beck.sec33.coercive"})
  void minimiserExistsIffTheOriginIsInterior(@ForAll("sets") SmallSets set) {
    boolean interior = !new ClosedHalfSpace(set.points()).exists();
    boolean separable = HardMargin.of(set.points()).isSeparable();
    check("beck.appd.existence", "a unique minimiser exists", Oracle.EXACT, set)
        .part("exists")
        .expectingExactly(interior)
        .holds(OriginRepresentations.of(set.points()).isInterior())
        .rejects("for all inseparable sets", !separable)
        .rejects("for all sets with N > d", set.size() > set.dimension());
    HullDepth depth = HullDepth.of(set.points());
    check("beck.sec33.coercive", "the loss grows in every direction", Oracle.EXACT, set)
        .part("condition")
        .expectingExactly(interior)
        .holds(depth.squared().compareTo(BigFraction.ZERO) > 0)
        .refutes("for every inseparable set", !separable);
    if (!interior) {
      check("beck.appd.existence", "no minimiser found", Oracle.EXACT, set)
          .part("none")
          .expectingExactly(true)
          .holds(isRefused(set))
          .rejects("found", false);
    }
  }

  private static boolean isRefused(SmallSets set) {
    try {
      return ExponentialMinimiser.of(set.rows()).norm() < 0;
    } catch (IllegalArgumentException e) {
      return true;
    }
  }

  @Property(tries = 100)
  @Checks({"beck.sec33.coercive", "beck.appc.nonseparable"})
  void lossGrowsAtTheDepthOfTheOrigin(
      @ForAll("surrounding") SmallSets set,
      @ForAll @IntRange(min = 1, max = 2000) int tenths,
      @ForAll @IntRange(min = 0, max = 5000) int direction) {
    HullDepth depth = HullDepth.of(set.points());
    double alpha = tenths / 10.0;
    // The nearest face's own direction, where the growth is slowest, and a random one.
    List<BigFraction> nearest = null;
    for (List<BigFraction> normal : depth.normals()) {
      if (nearest == null
          || ExactSupports.dot(normal, normal).compareTo(ExactSupports.dot(nearest, nearest)) > 0) {
        nearest = normal;
      }
    }
    List<BigFraction> random = new ArrayList<>();
    for (int j = 0; j < set.dimension(); j++) {
      random.add(new BigFraction((direction >> (3 * j)) % 17 - 8, 8));
    }
    for (List<BigFraction> e : List.of(nearest == null ? random : nearest, random)) {
      if (e.stream().anyMatch(c -> !c.equals(BigFraction.ZERO))) {
        compareGrowth(set, depth, alpha, e);
        compareHeights(set, depth, e);
      }
    }
  }

  /** max_i e·xᵢ ≥ m‖e‖ in exact arithmetic, with equality across the nearest face. */
  private static void compareHeights(SmallSets set, HullDepth depth, List<BigFraction> e) {
    List<BigFraction> heights =
        set.points().stream().map(x -> ExactSupports.dot(e, ExactSupports.exact(x))).toList();
    BigFraction most = heights.stream().max(BigFraction::compareTo).orElseThrow();
    BigFraction least = heights.stream().min(BigFraction::compareTo).orElseThrow();
    BigFraction square = depth.squared().multiply(ExactSupports.dot(e, e));
    Check.of("beck.appc.nonseparable", "max_i S·xᵢ/‖S‖ ≥ ε, ε the depth of the origin")
        .by(Oracle.EXACT)
        .at("points", set, "S", e)
        .expectingExactly(true)
        .holds(
            depth.squared().compareTo(BigFraction.ZERO) > 0
                && most.compareTo(BigFraction.ZERO) > 0
                && most.multiply(most).compareTo(square) >= 0)
        .refutes("for every i", least.compareTo(BigFraction.ZERO) > 0)
        .rejects("twice the depth", most.multiply(most).compareTo(square.multiply(4)) >= 0);
  }

  private static void compareGrowth(
      SmallSets set, HullDepth depth, double alpha, List<BigFraction> e) {
    BigDecimal length = Decimal.sqrt(ExactSupports.decimal(ExactSupports.dot(e, e)));
    BigDecimal sum = BigDecimal.ZERO;
    for (List<BigDecimal> x : set.points()) {
      BigDecimal height =
          Decimal.over(ExactSupports.decimal(ExactSupports.dot(e, ExactSupports.exact(x))), length);
      sum = Decimal.plus(sum, Decimal.exp(Decimal.times(height, Decimal.of(alpha))));
    }
    double logLoss = Decimal.log(Decimal.over(sum, BigDecimal.valueOf(set.size()))).doubleValue();
    double bound = depth.logLossBound(alpha);
    Check.of("beck.sec33.coercive", "αm − log N, below log L_e(αe, 0)")
        .by(Oracle.TABLE)
        .part("growth")
        .at("points", set, "alpha", alpha, "e", e)
        .expectingAtMost(
            logLoss,
            new Tolerance.Rounding(
                6, Math.abs(logLoss) + Math.abs(bound) + 2, "roots, product, log"))
        .holds(bound)
        .rejects("2m", bound + alpha * depth.depth().doubleValue())
        .rejects("without 1/N", bound + StrictMath.log(set.size()) + StrictMath.log(set.size()));
  }

  /** x = −1, 0: L_e(S, 0) = (e^{−S} + 1)/2 stays below 1 for S > 0. */
  @Example
  @Checks("beck.sec33.coercive")
  void lossStaysBoundedOnTheBoundary() {
    List<List<BigDecimal>> points =
        List.of(List.of(BigDecimal.ONE.negate()), List.of(BigDecimal.ZERO));
    for (double alpha : new double[] {1, 30, 1e3, 1e9}) {
      BigDecimal loss =
          Decimal.over(Decimal.plus(Decimal.exp(Decimal.of(-alpha)), BigDecimal.ONE), Decimal.TWO);
      Check.of("beck.sec33.coercive", "L_e(α, 0) on x = −1, 0")
          .by(Oracle.TABLE)
          .part("boundary")
          .at("alpha", alpha)
          .expecting(loss.doubleValue(), new Tolerance.Rounding(2, 1, "exp of the exact −α"))
          .holds(0.5 * (1 + StrictMath.exp(-alpha)) + HullDepth.of(points).squared().doubleValue())
          .refutes("unbounded: e^{α}/N", 0.5 * StrictMath.exp(Math.min(alpha, 700)));
    }
  }
}
