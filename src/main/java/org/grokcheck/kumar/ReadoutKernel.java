package org.grokcheck.kumar;

import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalVector;

/**
 * The initial kernel when the readouts vᵢ are trained too, at infinite width with wᵢ ~ N(0, I) and
 * ⟨vᵢ²⟩ = s, without the prefactor α²/N: K = (1+s) x·x' + ε²(s+½)(x·x')² + (ε²/4)|x|²|x'|², which
 * is eq. (23) at s = 1 (claims {@code kumar.eq23}, {@code kumar.ext.readout-spectrum}).
 *
 * @param eps ε
 * @param readoutPower s = ⟨vᵢ²⟩ ≥ 0
 */
public record ReadoutKernel(Rational eps, Rational readoutPower) {
  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if s &lt; 0
   */
  public ReadoutKernel {
    Require.notNegative("readoutPower (mean of v^2)", readoutPower);
  }

  /** Returns the kernel of eq. (23), ⟨vᵢ²⟩ = 1. */
  public static ReadoutKernel printed(Rational eps) {
    return new ReadoutKernel(eps, Rational.ONE);
  }

  /** Returns K(x, x'). */
  public Rational at(RationalVector x, RationalVector other) {
    Rational inner = x.dot(other);
    Rational norms = x.normSquared().times(other.normSquared());
    Rational quadratic = readoutPower.plus(Rational.HALF).times(inner.square()).plus(norms.over(4));
    return linearFactor().times(inner).plus(eps.square().times(quadratic));
  }

  /** Returns (1+s)/D, the eigenvalue of linear functions. */
  public Rational linear(long dimension) {
    return linearFactor().over(dimension);
  }

  /** Returns ε²(2s+1)/D², the eigenvalue of traceless quadratic functions. */
  public Rational traceless(long dimension) {
    Rational twice = readoutPower.times(2).plus(Rational.ONE);
    return eps.square().times(twice).over(dimension).over(dimension);
  }

  /** Returns ε²(D+2)(D+4s+2)/(4D²), the eigenvalue of |x|². */
  public Rational normSquared(long dimension) {
    Rational factor = readoutPower.times(4).plus(Rational.of(dimension + 2));
    return eps.square().times(factor).times(dimension + 2).over(4).over(dimension).over(dimension);
  }

  /**
   * Returns the square of the ε above which |x|² has the largest eigenvalue,
   * 4(1+s)D/((D+2)(D+4s+2)).
   */
  public Rational crossingSquared(long dimension) {
    return linear(dimension)
        .over(new ReadoutKernel(Rational.ONE, readoutPower).normSquared(dimension));
  }

  private Rational linearFactor() {
    return Rational.ONE.plus(readoutPower);
  }
}
