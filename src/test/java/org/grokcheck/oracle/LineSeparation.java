package org.grokcheck.oracle;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/** What linear separation means for points of the line, in exact rationals. */
public final class LineSeparation {
  private final List<BigFraction> points;

  /** Separation of these points. */
  public LineSeparation(List<BigDecimal> points) {
    this.points = points.stream().map(LineSeparation::exact).toList();
  }

  /** A hard-margin solution (S, b). */
  public record Solution(BigFraction weight, BigFraction bias) {
    BigFraction squaredNorm() {
      return weight.multiply(weight).add(bias.multiply(bias));
    }
  }

  /** The exact value of a decimal. */
  public static BigFraction exact(BigDecimal value) {
    BigDecimal whole = value.scale() > 0 ? value : value.setScale(0);
    return new BigFraction(whole.unscaledValue(), BigInteger.TEN.pow(whole.scale()));
  }

  /** The double nearest to a fraction. */
  public static double toDouble(BigFraction value) {
    return new BigDecimal(value.getNumerator())
        .divide(new BigDecimal(value.getDenominator()), MathContext.DECIMAL128)
        .doubleValue();
  }

  /** Whether some S has Sxᵢ ≤ −1 for all i: an intersection of half-lines. */
  public boolean isFeasible() {
    BigFraction least = null;
    BigFraction most = null;
    for (BigFraction x : points) {
      int sign = x.compareTo(BigFraction.ZERO);
      if (sign == 0) {
        return false;
      }
      BigFraction end = x.reciprocal().negate();
      if (sign < 0) {
        least = least == null || end.compareTo(least) > 0 ? end : least;
      } else {
        most = most == null || end.compareTo(most) < 0 ? end : most;
      }
    }
    return least == null || most == null || least.compareTo(most) <= 0;
  }

  /** Distance of the origin from the convex hull: the larger of min xᵢ and min(−xᵢ), at least 0. */
  public BigFraction distanceOfOrigin() {
    BigFraction least = points.stream().min(BigFraction::compareTo).orElseThrow();
    BigFraction most = points.stream().max(BigFraction::compareTo).orElseThrow();
    BigFraction outside = least.compareTo(most.negate()) > 0 ? least : most.negate();
    return outside.compareTo(BigFraction.ZERO) > 0 ? outside : BigFraction.ZERO;
  }

  /**
   * argmin S² + b² subject to Sxᵢ + b ≤ −1: the shortest of the feasible vectors at which one or
   * two constraints are active. It exists, (0, −1) being feasible.
   */
  public Solution hardMargin() {
    List<Solution> candidates = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      candidates.add(nearestOn(points.get(i)));
      for (int j = 0; j < i; j++) {
        if (!points.get(i).equals(points.get(j))) {
          // Both active: S(xᵢ − xⱼ) = 0.
          candidates.add(new Solution(BigFraction.ZERO, BigFraction.ONE.negate()));
        }
      }
    }
    return candidates.stream()
        .filter(this::isFeasible)
        .min((u, v) -> u.squaredNorm().compareTo(v.squaredNorm()))
        .orElseThrow();
  }

  /** The foot of the perpendicular from the origin on Sx + b = −1. */
  private static Solution nearestOn(BigFraction x) {
    BigFraction scale = x.multiply(x).add(BigFraction.ONE).reciprocal().negate();
    return new Solution(x.multiply(scale), scale);
  }

  private boolean isFeasible(Solution w) {
    return points.stream()
        .map(x -> w.weight().multiply(x).add(w.bias()))
        .allMatch(f -> f.compareTo(BigFraction.ONE.negate()) <= 0);
  }
}
