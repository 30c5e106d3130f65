package org.grokcheck.notsawo;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/**
 * Rastrigin's function g(x) = n a + Σ [x_i² − a cos 2πx_i], App. I.2 (claims {@code
 * notsawo.appi.ras}, {@code notsawo.appi.ras_grad}), to 50 digits: near a stationary point the
 * terms of the gradient cancel.
 *
 * @param a a, any real number
 */
public record Rastrigin(BigDecimal a) {
  private static final MathContext DIGITS = new MathContext(60);
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final BigDecimal TWO_PI =
      new BigDecimal("6.28318530717958647692528676655900576839433879875021164194988918462");

  /** Terms of the sine's series at |y| ≤ π: π^{2·40+1}/81! is below 10⁻⁸⁰. */
  private static final int TERMS = 40;

  /** g(x) as Σ [x_i² + 2a sin² πx_i], whose terms don't cancel for a > 0. */
  public BigDecimal value(List<BigDecimal> x) {
    BigDecimal sum = BigDecimal.ZERO;
    for (BigDecimal coordinate : x) {
      BigDecimal sine = sineOfTurns(coordinate.divide(TWO));
      sum = sum.add(coordinate.multiply(coordinate)).add(TWO.multiply(a).multiply(sine.pow(2)));
    }
    return sum.round(DIGITS);
  }

  /** ∇g(x) = 2x + 2πa sin 2πx. */
  public List<BigDecimal> gradient(List<BigDecimal> x) {
    return x.stream()
        .map(c -> TWO.multiply(c).add(TWO_PI.multiply(a).multiply(sineOfTurns(c))).round(DIGITS))
        .toList();
  }

  /** sin 2πt, exactly 0 at whole and half t, by its series at the fraction of t in [−½, ½]. */
  private static BigDecimal sineOfTurns(BigDecimal t) {
    BigDecimal fraction = t.subtract(t.setScale(0, RoundingMode.HALF_EVEN));
    if (fraction.multiply(TWO).stripTrailingZeros().scale() <= 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal y = fraction.multiply(TWO_PI, DIGITS);
    BigDecimal square = y.multiply(y, DIGITS).negate();
    BigDecimal sum = BigDecimal.ONE;
    for (int k = TERMS; k >= 1; k--) {
      BigDecimal next = BigDecimal.valueOf(2L * k * (2L * k + 1));
      sum = BigDecimal.ONE.add(sum.multiply(square).divide(next, DIGITS), DIGITS);
    }
    return sum.multiply(y, DIGITS);
  }
}
