package org.grokcheck.notsawo.descent;

import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalMatrix;
import org.grokcheck.math.exact.RationalVector;

/**
 * How fast the loss changes along gradient flow, dθ/dt = −G (claims {@code notsawo.appf.ldot},
 * {@code notsawo.appf.lddot}, {@code notsawo.appf.m2_gradnorm}).
 *
 * @param gradient G
 * @param hessian H, symmetric, of the same size
 */
public record FlowRates(RationalVector gradient, RationalMatrix hessian) {
  /**
   * Checks the sizes.
   *
   * @throws IllegalArgumentException if they differ or H isn't symmetric
   */
  public FlowRates {
    Require.that(
        hessian.height() == gradient.size() && hessian.isSymmetric(),
        "H (Hessian): need a symmetric matrix with %d rows".formatted(gradient.size()));
  }

  /** Returns dL/dt = −|G|². */
  public Rational first() {
    return gradient.normSquared().negate();
  }

  /** Returns d²L/dt² = 2GᵀHG. */
  public Rational second() {
    return hessian.bilinear(gradient, gradient).times(2);
  }

  /**
   * Returns ∫₀^∞ (dL/dt)² dt = ∫|G|⁴ dt on ½Σ λ_i x_i², in closed form Σ_ij λ_i²λ_j²x_i²x_j² /
   * (2(λ_i + λ_j)).
   *
   * @param curvatures λ, all positive
   * @param start x at t = 0, as many
   * @throws IllegalArgumentException if the sizes differ or a curvature isn't positive
   */
  public static Rational energyOfRate(RationalVector curvatures, RationalVector start) {
    Require.that(
        curvatures.size() == start.size(),
        "lams, x0: need as many of each, got " + curvatures.size() + " and " + start.size());
    Rational sum = Rational.ZERO;
    for (int i = 0; i < start.size(); i++) {
      Require.that(
          curvatures.get(i).signum() > 0, "lams: need numbers above 0, got " + curvatures.get(i));
      for (int j = 0; j < start.size(); j++) {
        Rational product = share(curvatures, start, i).times(share(curvatures, start, j));
        sum = sum.plus(product.over(curvatures.get(i).plus(curvatures.get(j))).over(2));
      }
    }
    return sum;
  }

  private static Rational share(RationalVector curvatures, RationalVector start, int i) {
    return curvatures.get(i).times(start.get(i)).square();
  }
}
