package org.grokcheck.kumar;

import java.math.BigDecimal;
import java.math.MathContext;
import org.grokcheck.math.Decimals;
import org.grokcheck.math.exact.Rational;

/**
 * The population test loss in the lazy limit α → ∞, L = |β|⁴[(D−1)/(2D³) e^{−4τ'} + (D+2)/(4D³)
 * e^{−2(D+2)τ'}]: each part of the target decays by its eigenvalue (claim {@code
 * kumar.ext.lazy-pop-loss}).
 *
 * @param target the parts of the target
 */
public record LazyRisk(TargetDecomposition target) {
  private static final long LARGEST = 4_000_000_000L;
  private static final MathContext PRECISION = new MathContext(40);

  /**
   * Returns L with a relative error of a few ulps times the exponents' size, as a decimal of any
   * magnitude.
   *
   * @param time τ' ≥ 0
   */
  public BigDecimal at(Rational time) {
    Require.notNegative("tau_prime", time);
    // Rounded, since the exponents differ by as many digits as an exact sum would have.
    return decayed(target.tracelessPower(), time.times(4))
        .add(decayed(target.normPower(), time.times(2).times(target.dimension() + 2)), PRECISION);
  }

  /** power · e^{−exponent}; 0 beyond the exponents that a decimal has. */
  private static BigDecimal decayed(Rational power, Rational exponent) {
    if (power.signum() == 0 || exponent.compareTo(Rational.of(LARGEST)) > 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal share = Decimals.expAsDecimal(exponent.negate().toDecimal(PRECISION));
    return power.toDecimal(PRECISION).multiply(share);
  }
}
