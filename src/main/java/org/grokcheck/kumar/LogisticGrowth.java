package org.grokcheck.kumar;

import java.math.BigDecimal;

/**
 * Population flow in one dimension: dm/dτ' = 3m(1 + κ − m) from m = 1, hence m = (1+κ)/(1 + κ
 * e^{−u}) with u = 3(1+κ)τ' (claim {@code kumar.ext.d1-logistic}).
 *
 * @param kappa κ = |β|²/(αε) &gt; 0, finite
 * @param time τ' ≥ 0, finite
 */
public record LogisticGrowth(double kappa, double time) {
  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if κ isn't positive or τ' is negative, or one isn't finite
   */
  public LogisticGrowth {
    Require.positive("kappa", kappa);
    Require.notNegative("tau_prime", time);
  }

  /** Returns m, from 1 at τ' = 0 to 1 + κ. */
  public double value() {
    return (1 + kappa) / (1 + kappa * StrictMath.exp(-exponent()));
  }

  /** Returns m − 1 = κ(1 − e^{−u})/(1 + κe^{−u}) with all its digits, however small. */
  public double growth() {
    double u = exponent();
    return kappa * -StrictMath.expm1(-u) / (1 + kappa * StrictMath.exp(-u));
  }

  /** Returns 3κτ', which m − 1 is up to a relative u where it is too small for a double. */
  public BigDecimal leadingGrowth() {
    return new BigDecimal(kappa).multiply(new BigDecimal(time)).multiply(BigDecimal.valueOf(3));
  }

  private double exponent() {
    return 3 * (1 + kappa) * time;
  }
}
