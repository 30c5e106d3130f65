package org.grokcheck.kumar;

import org.grokcheck.math.exact.Rational;

/**
 * The alignment of the initial kernel x·x' + ε²(x·x')² with the target, which depends on D and ε²
 * alone (claims {@code kumar.ext.alignment-init}, {@code kumar.sec5.cka-eps}, {@code
 * kumar.ext.cka-centred}).
 *
 * @param dimension D ≥ 1
 * @param eps ε
 */
public record InitialAlignment(long dimension, Rational eps) {
  private static final int DIGITS = 40;

  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if D &lt; 1
   */
  public InitialAlignment {
    Require.dimension(dimension);
  }

  /** Returns A = ε²(D+8)/(3D²) / √(1/D + 3ε⁴(D+2)/D³), in [0, 1] and increasing in |ε|. */
  public double uncentred() {
    return uncentredSquared().sqrt(DIGITS).doubleValue();
  }

  /** Returns A². */
  public Rational uncentredSquared() {
    return squared(Rational.of(dimension + 8).over(3), Rational.of(dimension + 2).times(3));
  }

  /** Returns the centred A_c = 2ε²/D² / √(1/D + 2ε⁴(D+1)/D³). */
  public double centred() {
    return centredSquared().sqrt(DIGITS).doubleValue();
  }

  /** Returns A_c². */
  public Rational centredSquared() {
    return squared(Rational.TWO, Rational.of(dimension + 1).times(2));
  }

  /** Returns the limit of A² as ε → ∞, (D+8)²/(27D(D+2)). */
  public Rational limitSquared() {
    Rational size = Rational.of(dimension);
    return size.plus(Rational.of(8)).square().over(size.times(dimension + 2).times(27));
  }

  /** (ε² n/D²)²/(1/D + ε⁴ k/D³). */
  private Rational squared(Rational n, Rational k) {
    Rational fourth = eps.power(4);
    Rational size = Rational.of(dimension);
    return fourth.times(n.square()).over(size).over(size.square().plus(fourth.times(k)));
  }
}
