package org.grokcheck.kumar;

import java.math.BigDecimal;
import java.math.MathContext;
import org.grokcheck.math.exact.Rational;

/**
 * Rates at which the centred population flow relaxes to its end (m₁, m₂) = (1+κ, 1), in the time τ'
 * (claim {@code kumar.ext.lv-rates}): the eigenvalues of [[3(1+κ), (D−1)(1+κ)], [1, D+1]].
 *
 * @param dimension D ≥ 1
 * @param kappa κ ≥ 0
 */
public record RelaxationRates(long dimension, Rational kappa) {
  private static final MathContext PRECISION = new MathContext(40);

  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if D &lt; 1 or κ &lt; 0
   */
  public RelaxationRates {
    Require.dimension(dimension);
    Require.notNegative("kappa", kappa);
  }

  /** Returns the sum of the rates, 3(1+κ) + D + 1. */
  public Rational sum() {
    return kappa.plus(Rational.ONE).times(3).plus(Rational.of(dimension + 1));
  }

  /** Returns their product, (1+κ)(2D+4). */
  public Rational product() {
    return kappa.plus(Rational.ONE).times(2).times(dimension + 2);
  }

  /** Returns the larger rate to 40 digits. */
  public BigDecimal fast() {
    // (3(1+κ) − (D+1))² + 4(D−1)(1+κ): both terms are positive.
    Rational growth = kappa.plus(Rational.ONE);
    Rational discriminant =
        growth
            .times(3)
            .minus(Rational.of(dimension + 1))
            .square()
            .plus(growth.times(4).times(dimension - 1));
    return sum()
        .toDecimal(PRECISION)
        .add(discriminant.sqrt(PRECISION.getPrecision()))
        .divide(BigDecimal.valueOf(2), PRECISION);
  }

  /** Returns the smaller rate to 39 digits, as the product over the larger one. */
  public BigDecimal slow() {
    return product().toDecimal(PRECISION).divide(fast(), PRECISION);
  }
}
