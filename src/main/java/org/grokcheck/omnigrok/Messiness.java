package org.grokcheck.omnigrok;

import org.grokcheck.math.exact.Rational;

/**
 * Interpolated representation R(m) = m R_random + (1 − m) R_linear (eqs. 4 and 7) and the motion of
 * m under gradient flow of R (eq. 6; claims {@code omnigrok.eq4}, {@code omnigrok.eq6.m}).
 *
 * @param value m, 0 ≤ m ≤ 1
 */
public record Messiness(Rational value) {
  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if m isn't within 0 to 1
   */
  public Messiness {
    if (value.signum() < 0 || value.compareTo(Rational.ONE) > 0) {
      throw new IllegalArgumentException("m: need a number from 0 to 1, got " + value);
    }
  }

  /** Returns m · random + (1 − m) · linear, for one entry. */
  public Rational mix(Rational random, Rational linear) {
    return value.times(random).plus(Rational.ONE.minus(value).times(linear));
  }

  /**
   * Returns dm/dt = −(η_R/|D|²) ∂l/∂m where the entries of R move at the rate η_R, D = R_random −
   * R_linear.
   *
   * @param squaredDistance |D|² &gt; 0
   * @throws IllegalArgumentException if |D|² isn't positive
   */
  public static Rational speed(Rational squaredDistance, Rational rate, Rational slope) {
    if (squaredDistance.signum() <= 0) {
      throw new IllegalArgumentException(
          "D_norm_sq: need a number above 0, got "
              + squaredDistance
              + "; m is undefined where both representations agree");
    }
    return printedSpeed(rate, slope).over(squaredDistance);
  }

  /** Returns −η_R ∂l/∂m, as eq. (6) is printed: η_R is then the rate of m itself. */
  public static Rational printedSpeed(Rational rate, Rational slope) {
    return rate.times(slope).negate();
  }
}
