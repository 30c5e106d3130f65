package org.grokcheck.notsawo.trajectory;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * A path that turns in a plane by the same angle at every step: nearly constant step-to-step
 * cosines, and any angle to the start (claim {@code notsawo.sec4.lazy}).
 */
public final class Rotation {
  private static final BigDecimal HALF_PI =
      new BigDecimal("1.57079632679489661923132169163975144209858469968755291048747229615391");

  private static final BigInteger FOUR = BigInteger.valueOf(4);

  private Rotation() {}

  /**
   * cos(nθ); nθ is formed exactly and reduced by right angles before it is rounded.
   *
   * @param angle θ in radians
   * @param steps n, at least 0
   * @throws IllegalArgumentException if n is negative
   */
  public static double cosine(BigDecimal angle, long steps) {
    if (steps < 0) {
      throw new IllegalArgumentException("steps: need at least 0, got " + steps);
    }
    BigDecimal total = angle.multiply(BigDecimal.valueOf(steps)).abs();
    BigDecimal quarters = total.divide(HALF_PI, 0, RoundingMode.HALF_EVEN);
    double rest = total.subtract(quarters.multiply(HALF_PI)).doubleValue();
    return switch (quarters.toBigInteger().mod(FOUR).intValue()) {
      case 0 -> StrictMath.cos(rest);
      case 1 -> -StrictMath.sin(rest);
      case 2 -> -StrictMath.cos(rest);
      default -> StrictMath.sin(rest);
    };
  }
}
