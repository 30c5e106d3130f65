package org.grokcheck.kumar;

import java.math.BigDecimal;
import java.math.MathContext;
import org.grokcheck.math.exact.Rational;

/**
 * The limit D → ∞ of {@link LearningCurve} at P = ρD samples (claim {@code
 * kumar.ext.learning-curve-proportional}): the traceless quadratic part isn't learned and acts as a
 * ridge ε². With s = δ + ε²,
 *
 * <p>κ = [(1+s−ρ) + √((1+s−ρ)²+4sρ)]/2, γ = ρ/(ρ+κ)², E = (|β|⁴/D²)[½ + ¼(κ/(ρε²+κ))²]/(1−γ).
 *
 * @param eps ε
 * @param ridge δ ≥ 0; s must not be 0
 */
public record ProportionalCurve(Rational eps, Rational ridge) {
  private static final MathContext PRECISION = new MathContext(60);
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal QUARTER = new BigDecimal("0.25");

  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if δ &lt; 0 or δ + ε² = 0
   */
  public ProportionalCurve {
    Require.notNegative("ridge", ridge);
    Require.positive("ridge + eps^2", ridge.plus(eps.square()));
  }

  /**
   * A point of the curve.
   *
   * @param kappa κ = ρDκ' in the limit
   * @param risk E D²/|β|⁴
   */
  public record Point(BigDecimal kappa, BigDecimal risk) {}

  /**
   * Returns the point at ρ = P/D.
   *
   * @param rho ρ &gt; 0
   * @throws IllegalArgumentException if ρ ≤ 0
   */
  public Point at(Rational rho) {
    Require.positive("rho", rho);
    Rational s = ridge.plus(eps.square());
    BigDecimal kappa =
        PositiveRoot.of(Rational.ONE, Rational.ONE.plus(s).minus(rho), s.times(rho), PRECISION);
    BigDecimal ratio = rho.toDecimal(PRECISION);
    BigDecimal sum = ratio.add(kappa, PRECISION);
    // 1 − γ = κ/(ρ+κ)² + s/κ by the equation for κ, without a difference.
    BigDecimal unused =
        kappa
            .divide(sum.pow(2), PRECISION)
            .add(s.toDecimal(PRECISION).divide(kappa, PRECISION), PRECISION);
    BigDecimal learned = rho.times(eps.square()).toDecimal(PRECISION);
    BigDecimal left = kappa.divide(learned.add(kappa, PRECISION), PRECISION);
    BigDecimal missed = HALF.add(left.pow(2).multiply(QUARTER));
    return new Point(kappa, missed.divide(unused, PRECISION));
  }
}
