package org.grokcheck.kumar;

import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalVector;

/**
 * The initial kernel of a committee machine with φ(z) = z + (ε/2) He_k(z), He_k the probabilists'
 * Hermite polynomial, at infinite width with w ~ N(0, I) and without the prefactor α²/N (claim
 * {@code kumar.ext.hermite-ntk}). With c = x·x', q = |x|², q' = |x'|²:
 *
 * <ul>
 *   <li>k = 2: c (1 + ε²c);
 *   <li>k = 3: c [(1 + (3ε/2)(q−1)) (1 + (3ε/2)(q'−1)) + (9ε²/2) c²];
 *   <li>k = 4: c [1 + 4ε² (6c³ + 9c (q−1)(q'−1))].
 * </ul>
 *
 * @param degree k = 2, 3 or 4
 * @param eps ε
 */
public record HermiteKernel(int degree, Rational eps) {
  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if k isn't 2, 3 or 4
   */
  public HermiteKernel {
    if (degree < 2 || degree > 4) {
      throw new IllegalArgumentException(
          "k (degree of the Hermite polynomial): need 2, 3 or 4, got " + degree);
    }
  }

  /** Returns K(x, x'). */
  public Rational at(RationalVector x, RationalVector other) {
    Rational c = x.dot(other);
    Rational q = x.normSquared().minus(Rational.ONE);
    Rational p = other.normSquared().minus(Rational.ONE);
    return c.times(
        switch (degree) {
          case 2 -> Rational.ONE.plus(eps.square().times(c));
          case 3 -> cubic(c, q, p);
          default -> quartic(c, q, p);
        });
  }

  /** Returns K(x, x') on the unit sphere, c + ε² (k k!/4) c^k, as a function of c = x·x'. */
  public Rational onSphere(Rational c) {
    long factor = degree;
    for (int k = 2; k <= degree; k++) {
      factor *= k;
    }
    return c.plus(eps.square().times(factor).over(4).times(c.power(degree)));
  }

  private Rational cubic(Rational c, Rational q, Rational p) {
    Rational slope = eps.times(3).over(2);
    Rational means = Rational.ONE.plus(slope.times(q)).times(Rational.ONE.plus(slope.times(p)));
    return means.plus(slope.square().times(2).times(c.square()));
  }

  private Rational quartic(Rational c, Rational q, Rational p) {
    Rational sum = c.power(3).times(6).plus(c.times(q).times(p).times(9));
    return Rational.ONE.plus(eps.square().times(4).times(sum));
  }
}
