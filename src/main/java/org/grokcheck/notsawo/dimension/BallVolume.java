package org.grokcheck.notsawo.dimension;

import java.math.BigDecimal;
import java.math.MathContext;
import org.apache.commons.numbers.gamma.LogGamma;
import org.grokcheck.math.Decimals;

/**
 * Volumes of balls and shells in d dimensions, App. H.1 (claims {@code notsawo.apph.ball_volume}
 * and {@code notsawo.apph.shell}).
 *
 * @param dimension d, from 0 to {@link #MAX_DIMENSION}
 */
public record BallVolume(double dimension) {
  /** The largest d; its volume takes a second. */
  public static final int MAX_DIMENSION = 10_000_000;

  private static final MathContext DIGITS = new MathContext(50);
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final BigDecimal TWO_PI =
      new BigDecimal("6.2831853071795864769252867665590057683943387987502116419498891846");

  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if d is out of range
   */
  public BallVolume {
    if (!(dimension >= 0 && dimension <= MAX_DIMENSION)) {
      throw new IllegalArgumentException(
          "d: need a number from 0 to " + MAX_DIMENSION + ", got " + dimension);
    }
  }

  /**
   * ω_d = π^{d/2}/Γ(d/2 + 1), the volume inside the unit sphere; for whole d by ω_d = ω_{d−2} 2π/d
   * from ω_0 = 1 and ω_1 = 2, to 40 digits, else to as many as a double's logarithm fixes.
   */
  public BigDecimal unit() {
    int whole = (int) dimension;
    if (whole != dimension) {
      return Decimals.expAsDecimal(logOfReal());
    }
    BigDecimal volume = whole % 2 == 0 ? BigDecimal.ONE : TWO;
    for (int d = 2 + whole % 2; d <= whole; d += 2) {
      volume = volume.multiply(TWO_PI, DIGITS).divide(BigDecimal.valueOf(d), DIGITS);
    }
    return volume;
  }

  /** log ω_d. */
  public double logUnit() {
    return dimension == Math.rint(dimension)
        ? Decimals.logRatio(unit(), BigDecimal.ONE)
        : logOfReal();
  }

  private double logOfReal() {
    double half = dimension / 2;
    return half * StrictMath.log(Math.PI) - LogGamma.value(half + 1);
  }

  /**
   * Volume ω_d (R^d − r^d) between two spheres, as ω_d r^d (e^{d log(R/r)} − 1), so that a thin
   * shell keeps its digits; 0 and infinity where it leaves the range of double.
   *
   * @param inner r, at least 0
   * @param outer R, at least r
   * @throws IllegalArgumentException if the radii are out of order
   */
  public double shell(double inner, double outer) {
    if (!(inner >= 0) || !(outer >= inner) || Double.isInfinite(outer)) {
      throw new IllegalArgumentException(
          "inner, outer: need 0 <= inner <= outer, finite, got " + inner + " and " + outer);
    }
    if (outer == inner) {
      return 0;
    }
    double logOuter = logUnit() + dimension * StrictMath.log(outer);
    if (inner == 0) {
      return StrictMath.exp(logOuter);
    }
    double logRatio = Decimals.logRatio(new BigDecimal(outer), new BigDecimal(inner));
    return StrictMath.exp(logOuter) * -StrictMath.expm1(-dimension * logRatio);
  }
}
