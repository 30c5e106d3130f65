package org.grokcheck.notsawo.curvature;

import org.grokcheck.math.exact.Rational;

/**
 * The condition number κ = λ_max/λ_min of a positive definite Hessian (App. G.2, claims {@code
 * notsawo.appg2.condition}, {@code notsawo.sec5.condition}, {@code notsawo.sec4.illcond}). The
 * paper prints its inverse.
 *
 * @param smallest λ_min, positive
 * @param largest λ_max, at least λ_min
 */
public record ConditionNumber(Rational smallest, Rational largest) {

  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if λ_min isn't positive or above λ_max
   */
  public ConditionNumber {
    if (smallest.signum() <= 0 || largest.compareTo(smallest) < 0) {
      throw new IllegalArgumentException(
          "lambda_min, lambda_max: need 0 < lambda_min <= lambda_max, got %s and %s"
              .formatted(smallest, largest));
    }
  }

  /** κ, at least 1. */
  public Rational value() {
    return largest.over(smallest);
  }

  /** The rate 2/(λ_min + λ_max) at which the slowest mode shrinks fastest. */
  public Rational bestRate() {
    return Rational.TWO.over(smallest.plus(largest));
  }

  /** (κ − 1)/(κ + 1), what a step at the best rate leaves of the slowest mode. */
  public Rational contraction() {
    return value().minus(Rational.ONE).over(value().plus(Rational.ONE));
  }

  /** What a step leaves of the slowest mode: max |1 − ελ| over both ends. */
  public Rational contraction(Rational rate) {
    Rational flat = Rational.ONE.minus(rate.times(smallest)).abs();
    Rational steep = Rational.ONE.minus(rate.times(largest)).abs();
    return flat.max(steep);
  }

  /** 2/λ_max, above which descent grows along the steepest direction, whatever κ is. */
  public Rational largestStableRate() {
    return Rational.TWO.over(largest);
  }
}
