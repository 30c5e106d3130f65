package org.grokcheck.beck;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Lower bounds of ‖S_∞‖ for data that are almost separable, App. D (claims {@code
 * beck.appd.theorem}, {@code beck.eq29}, {@code beck.ext.appd-sharp}, {@code
 * beck.ext.appd-logistic}). A are the first k of the N points and B the others, on which every
 * representation of the origin puts at most a total weight ε.
 *
 * @param total N
 * @param inside k, from 1 to N − 1
 * @param epsilon ε, above 0 and at most 1
 * @param diameter D = max ‖xᵢ − xⱼ‖, above 0
 * @param toCentre D_A = max_{i∈A} ‖xᵢ − x̄_B‖, x̄_B the mean over B; at most D
 */
public record BoundaryBound(
    int total, int inside, BigFraction epsilon, double diameter, double toCentre) {
  /**
   * Returns the bounds for exact points.
   *
   * @param points N rows, of which the first k form A
   * @param inside k
   * @throws IllegalArgumentException if k isn't from 1 to N − 1, if the data are separable, or if
   *     no representation reaches B
   */
  public static BoundaryBound of(List<List<BigDecimal>> points, int inside) {
    BigFraction epsilon = OriginRepresentations.of(points).largestWeightBeyond(inside);
    if (epsilon.equals(BigFraction.ZERO)) {
      throw new IllegalArgumentException(
          "X (points): the origin lies on the boundary (epsilon = 0), where no minimum exists");
    }
    List<List<BigFraction>> exact =
        points.stream().map(row -> row.stream().map(RationalVectors::exact).toList()).toList();
    List<List<BigFraction>> outside = exact.subList(inside, exact.size());
    BigFraction share = new BigFraction(1, outside.size());
    List<BigFraction> shares = new ArrayList<>();
    outside.forEach(x -> shares.add(share));
    List<BigFraction> centre = RationalVectors.combination(shares, outside);
    return new BoundaryBound(
        exact.size(),
        inside,
        epsilon,
        largestDistance(exact, exact),
        largestDistance(exact.subList(0, inside), List.of(centre)));
  }

  private static double largestDistance(List<List<BigFraction>> from, List<List<BigFraction>> to) {
    BigFraction largest = BigFraction.ZERO;
    for (List<BigFraction> a : from) {
      for (List<BigFraction> b : to) {
        BigFraction square = squaredDistance(a, b);
        largest = square.compareTo(largest) > 0 ? square : largest;
      }
    }
    return Math.sqrt(RationalVectors.toDouble(largest));
  }

  private static BigFraction squaredDistance(List<BigFraction> a, List<BigFraction> b) {
    BigFraction sum = BigFraction.ZERO;
    for (int j = 0; j < a.size(); j++) {
      BigFraction difference = a.get(j).subtract(b.get(j));
      sum = sum.add(difference.multiply(difference));
    }
    return sum;
  }

  /** Returns (1 − ε)/ε, the least ratio of the weights of A and B, eq. (26). */
  public BigFraction leastRatio() {
    return BigFraction.ONE.subtract(epsilon).divide(epsilon);
  }

  /**
   * Returns ((1 − ε)/ε)(N − k)/k, the least ratio of mean weights; below 1 the bounds are empty.
   */
  public BigFraction leastMeanRatio() {
    return leastRatio().multiply(new BigFraction(total - inside, inside));
  }

  /** Returns (1/D) log(((1 − ε)/ε)(N − k)/k), eq. (29), what the proof shows. */
  public double proved() {
    return log(leastMeanRatio()) / diameter;
  }

  /** Returns (1/D_A) log(((1 − ε)/ε)(N − k)/k), the sharper bound. */
  public double sharp() {
    return log(leastMeanRatio()) / toCentre;
  }

  /** Returns (1/D) log((1 − ε)/ε), the theorem as printed, which fails for N &lt; 2k. */
  public double asPrinted() {
    return log(leastRatio()) / diameter;
  }

  /**
   * Returns the note's (1/D) ℓ⁻¹(r) with the inverse ℓ⁻¹(r) = log(e^r − 1) of the logistic loss in
   * the place of log, as printed and false; r = ((1 − ε)/ε)(N − k)/k.
   */
  public double asPrintedForLogisticLoss() {
    double ratio = RationalVectors.toDouble(leastMeanRatio());
    return (ratio + StrictMath.log(-StrictMath.expm1(-ratio))) / diameter;
  }

  /** log r, −∞ for r = 0; from the exact r − 1 where r is near 1. */
  private static double log(BigFraction ratio) {
    double excess = RationalVectors.toDouble(ratio.subtract(BigFraction.ONE));
    return Math.abs(excess) < 0.5
        ? StrictMath.log1p(excess)
        : StrictMath.log(RationalVectors.toDouble(ratio));
  }
}
