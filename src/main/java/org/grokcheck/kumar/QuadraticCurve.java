package org.grokcheck.kumar;

import java.math.BigDecimal;
import java.math.MathContext;
import org.grokcheck.math.exact.Rational;

/**
 * The limit D → ∞ of {@link LearningCurve} at P = pD²/2 samples (claim {@code
 * kumar.ext.learning-curve-quadratic}): the linear part and |x|² are learned. With d = δ/ε²,
 *
 * <p>c = [(1+d−p) + √((1+d−p)²+4pd)]/(2p), q = 1/(1+c), E = (|β|⁴/(2D²))(1−q)²/(1−q²/p),
 *
 * <p>and E = (|β|⁴/(2D²)) max(0, 1−p) without a ridge, whatever ε is.
 *
 * @param eps ε ≠ 0
 * @param ridge δ ≥ 0
 */
public record QuadraticCurve(Rational eps, Rational ridge) {
  private static final MathContext PRECISION = new MathContext(60);

  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if ε = 0 or δ &lt; 0
   */
  public QuadraticCurve {
    Require.notZero("eps", eps);
    Require.notNegative("ridge", ridge);
  }

  /**
   * Returns E D²/|β|⁴ at p = 2P/D².
   *
   * @param p p &gt; 0
   * @throws IllegalArgumentException if p ≤ 0
   */
  public BigDecimal at(Rational p) {
    Require.positive("p", p);
    if (ridge.signum() == 0) {
      return Rational.ONE.minus(p).max(Rational.ZERO).times(Rational.HALF).toDecimal(PRECISION);
    }
    Rational d = ridge.over(eps.square());
    BigDecimal c = PositiveRoot.of(p, Rational.ONE.plus(d).minus(p), d, PRECISION);
    // p(1 − q²/p) = q(1 − q) + d/c by the equation for c, without a difference.
    BigDecimal square = c.multiply(c, PRECISION);
    BigDecimal unused =
        square.add(
            d.toDecimal(PRECISION).multiply(c.add(BigDecimal.ONE).pow(2, PRECISION)), PRECISION);
    return p.times(Rational.HALF)
        .toDecimal(PRECISION)
        .multiply(square)
        .multiply(c)
        .divide(unused, PRECISION);
  }
}
