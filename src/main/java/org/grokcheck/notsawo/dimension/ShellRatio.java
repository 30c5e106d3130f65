package org.grokcheck.notsawo.dimension;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The law of R = Δv_2/Δv_1, the ratio of the shells up to the second and the first neighbour of a
 * point of a homogeneous Poisson process: two independent exponentials (App. H.1, claim {@code
 * notsawo.apph.g_of_r}). Its median is 1, its mean infinite, and 1/R has the same law.
 */
public final class ShellRatio {
  private static final MathContext DIGITS = new MathContext(40);

  private ShellRatio() {}

  /**
   * g(R) = 1/(1 + R)².
   *
   * @throws IllegalArgumentException if R is negative
   */
  public static BigDecimal density(BigDecimal ratio) {
    BigDecimal whole = whole(ratio);
    return BigDecimal.ONE.divide(whole.multiply(whole), DIGITS);
  }

  /**
   * P(ratio ≤ R) = R/(1 + R).
   *
   * @throws IllegalArgumentException if R is negative
   */
  public static BigDecimal distribution(BigDecimal ratio) {
    return ratio.divide(whole(ratio), DIGITS);
  }

  private static BigDecimal whole(BigDecimal ratio) {
    if (ratio.signum() < 0) {
      throw new IllegalArgumentException("R: need a ratio of at least 0, got " + ratio);
    }
    return ratio.add(BigDecimal.ONE);
  }
}
