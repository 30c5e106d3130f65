package org.grokcheck.notsawo.curvature;

import java.math.BigDecimal;
import java.math.MathContext;
import org.grokcheck.math.exact.Rational;

/**
 * Descent on f²/2 for f = u·v/√n, in the two variables f and λ = (|u|² + |v|²)/n that it closes on
 * (claim {@code notsawo.ext.catapult}): f′ = f(1 − ηλ + η²f²/n), λ′ = λ + ηf²(ηλ − 4)/n.
 *
 * @param output f
 * @param curvature λ
 */
public record CatapultMap(Rational output, Rational curvature) {
  private static final MathContext DIGITS = new MathContext(80);
  private static final int MAX_EXPONENT = 1_000_000;

  /** The state after one step, exactly. */
  public CatapultMap step(Rational rate, Rational width) {
    Rational share = rate.times(output.square()).over(width);
    Rational pull = rate.times(curvature);
    Rational factor = Rational.ONE.minus(pull).plus(rate.times(share));
    return new CatapultMap(
        output.times(factor), curvature.plus(share.times(pull.minus(Rational.of(4)))));
  }

  /**
   * Where many steps lead, in decimals of 80 digits.
   *
   * @param output f after the last step
   * @param curvature λ after the last step
   * @param peak the largest |f|, the start included
   */
  public record End(BigDecimal output, BigDecimal curvature, BigDecimal peak) {}

  /**
   * Follows the map.
   *
   * @param f f_0
   * @param lambda λ_0
   * @param rate η
   * @param width n, positive
   * @param steps at least 0
   * @throws IllegalArgumentException if n or the number of steps is out of range, or f diverges
   */
  public static End follow(
      BigDecimal f, BigDecimal lambda, BigDecimal rate, BigDecimal width, int steps) {
    if (width.signum() <= 0 || steps < 0) {
      throw new IllegalArgumentException(
          "n, steps: need n > 0 and steps >= 0, got n = " + width + ", steps = " + steps);
    }
    BigDecimal four = BigDecimal.valueOf(4);
    End end = new End(f, lambda, f.abs());
    for (int t = 0; t < steps; t++) {
      BigDecimal share = rate.multiply(end.output).multiply(end.output).divide(width, DIGITS);
      BigDecimal pull = rate.multiply(end.curvature);
      BigDecimal factor = BigDecimal.ONE.subtract(pull, DIGITS).add(rate.multiply(share), DIGITS);
      BigDecimal next = end.output.multiply(factor, DIGITS);
      if ((long) next.precision() - next.scale() > MAX_EXPONENT) {
        throw new IllegalArgumentException("f diverges within " + (t + 1) + " steps");
      }
      BigDecimal kernel = end.curvature.add(share.multiply(pull.subtract(four, DIGITS)), DIGITS);
      end = new End(next, kernel, end.peak.max(next.abs()));
    }
    return end;
  }
}
