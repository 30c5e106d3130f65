package org.grokcheck.kumar;

import org.grokcheck.math.exact.Rational;

/**
 * Inputs x ~ N(0, I/D), Sec. 5 (claim {@code kumar.sec5.gaussian-inputs}). Figs. 5 and 19 take N(0,
 * I) instead, √D times as long, which makes the quadratic part of the kernel D times larger
 * relative to the linear one.
 *
 * @param dimension D ≥ 1
 */
public record GaussianInput(long dimension) {
  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if D &lt; 1
   */
  public GaussianInput {
    Require.dimension(dimension);
  }

  /** Returns the standard deviation of a component, 1/√D. */
  public double componentDeviation() {
    return 1 / Math.sqrt((double) dimension);
  }

  /** Returns ⟨|x|²⟩ = 1. */
  public Rational meanNormSquared() {
    return Rational.ONE;
  }

  /** Returns the variance of |x|², 2/D. */
  public Rational normVariance() {
    return Rational.of(2, dimension);
  }

  /** Returns ⟨|x|⁴⟩ = 1 + 2/D. */
  public Rational meanNormFourth() {
    return Rational.ONE.plus(normVariance());
  }
}
