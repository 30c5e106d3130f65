package org.grokcheck.beck;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.fraction.BigFraction;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Comparison;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.oracle.Decimal;
import org.grokcheck.oracle.PreciseMinimum;

/**
 * App. D: the ratio of the weights of two groups of points between its bounds, eqs. (26) to (28).
 */
class GroupRatioProperties {
  @Provide
  Arbitrary<SmallSets> sets() {
    return SurroundingSets.all();
  }

  private static Check check(String claim, String quantity, SmallSets set, int k) {
    return Check.of(claim, quantity).by(Oracle.TABLE).at("points", set, "k", k);
  }

  @Property(tries = 150)
  @Checks({"beck.eq26", "beck.eq27", "beck.eq28"})
  void weightRatioLiesBetweenItsBounds(
      @ForAll("sets") SmallSets set, @ForAll @IntRange(min = 0, max = 60) int choice) {
    int k = SurroundingSets.facet(set, choice);
    BoundaryBound bound = BoundaryBound.of(set.points(), k);
    PreciseMinimum minimum = PreciseMinimum.exponential(set.points());
    double norm = minimum.norm().doubleValue();
    BigDecimal inside = sum(minimum.weights().subList(0, k));
    BigDecimal outside = sum(minimum.weights().subList(k, set.size()));
    double ratio = Decimal.over(inside, outside).doubleValue();
    double least = RationalVectors.toDouble(bound.leastRatio());
    check("beck.eq26", "(1 − ε)/ε", set, k)
        .expectingAtMost(ratio, SurroundingSets.rounding(ratio))
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
        .expectingAtMost(Decimal.log(sum).doubleValue(), SurroundingSets.rounding(size))
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
        .expectingAtMost(-lower, SurroundingSets.rounding(size))
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
}
