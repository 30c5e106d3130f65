package org.grokcheck.kumar;

import java.math.BigDecimal;
import java.math.MathContext;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalMatrix;
import org.grokcheck.math.exact.SymmetricEigen;

/**
 * The largest learning rate of the linearised model: gradient descent on the mean squared error
 * multiplies the residuals by I − (2η/P)K₂ at each step, and converges iff η &lt; P/λ_max(K₂)
 * (claims {@code kumar.ext.gd-stability}, {@code kumar.sec8.1.stability}).
 */
public final class StabilityEdge {
  private static final MathContext PRECISION = new MathContext(40);

  private StabilityEdge() {}

  /**
   * Returns P/λ_max to 39 digits.
   *
   * @param gram K₂ on the P samples, symmetric and positive semi-definite
   * @throws IllegalArgumentException if K₂ isn't symmetric or is 0
   */
  public static BigDecimal of(RationalMatrix gram) {
    SymmetricEigen eigen = new SymmetricEigen(gram);
    BigDecimal largest = BigDecimal.ZERO;
    for (int k = 0; k < eigen.size(); k++) {
      largest = largest.max(eigen.value(k));
    }
    if (largest.signum() == 0) {
      throw new IllegalArgumentException(
          "K_eq2 (Gram matrix): need a positive eigenvalue, got none; take samples other than 0");
    }
    return BigDecimal.valueOf(gram.height()).divide(largest, PRECISION);
  }

  /**
   * Returns its limit for many samples at w̄ = 0, M = I: N/(α² max(1/D, ε²(D+2)/D²)).
   *
   * @param spectrum the spectrum of K₅
   * @param alpha α ≠ 0
   * @param width N ≥ 1
   */
  public static Rational ofPopulation(InitialSpectrum spectrum, Rational alpha, long width) {
    Require.notZero("alpha", alpha);
    Rational largest = spectrum.linear().max(spectrum.normSquared());
    return Rational.ONE.over(TangentKernel.gradientFactor(alpha, width).times(largest));
  }
}
