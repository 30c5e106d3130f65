package org.grokcheck.omnigrok;

import java.util.Optional;
import org.grokcheck.math.Real;

/**
 * Over-parameterised linear regression after the fit, as γ → 0 (claim {@code
 * omnigrok.ext.linear-lu}): the part of W in the kernel of the data is z₀x with x = e^{−γt} or (1 −
 * ηγ)ᵏ, the excess test loss is |z₀x − q|² with q the kernel's part of the teacher, and the norm is
 * w² = r_min² + |z₀|²x².
 *
 * @param startSquared |z₀|² ≥ 0
 * @param overlap z₀·q, at most |z₀||q| in size
 * @param teacherSquared |q|² ≥ 0
 * @param leastSquaredNorm r_min² ≥ 0
 */
public record LinearGrokking(
    Real startSquared, Real overlap, Real teacherSquared, Real leastSquaredNorm) {
  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if a square is negative or the overlap too large
   */
  public LinearGrokking {
    Require.notNegative("z0_sq", startSquared);
    Require.notNegative("q_sq", teacherSquared);
    Require.notNegative("rmin_sq", leastSquaredNorm);
    Real most = startSquared.times(teacherSquared);
    if (overlap.square().compareTo(most) > 0) {
      throw new IllegalArgumentException(
          "z0_dot_q: need at most |z0||q| = " + most.sqrt() + " in size, got " + overlap);
    }
  }

  /** Returns |z₀x − q|². */
  public Real testLoss(Real x) {
    return startSquared.times(x.square()).minus(overlap.times(x).times(2)).plus(teacherSquared);
  }

  /** Returns √(r_min² + |z₀|²x²). */
  public Real norm(Real x) {
    return leastSquaredNorm.plus(startSquared.times(x.square())).sqrt();
  }

  /**
   * Returns the x from 0 to 1 with the least test loss (claim {@code omnigrok.ext.test-peeking}).
   */
  public Real best() {
    if (startSquared.signum() == 0) {
      return Real.ONE;
    }
    return overlap.over(startSquared).max(Real.ZERO).min(Real.ONE);
  }

  /**
   * Returns the first x on the way from 1 down to 0 with a test loss of at most ε: 1 where it is
   * reached with the fit, 0 where it is the limit, empty where it stays above.
   */
  public Optional<Real> firstBelow(Real eps) {
    if (testLoss(Real.ONE).compareTo(eps) <= 0) {
      return Optional.of(Real.ONE);
    }
    if (startSquared.signum() == 0) {
      return Optional.empty();
    }
    Real free = teacherSquared.minus(eps);
    Real radicand = overlap.square().minus(startSquared.times(free));
    if (radicand.signum() < 0) {
      return Optional.empty();
    }
    return largerRoot(radicand.sqrt(), free).filter(x -> inside(x));
  }

  /** The larger root of |z₀|²x² − 2 z₀·q x + (|q|² − ε), without a difference of near numbers. */
  private Optional<Real> largerRoot(Real root, Real free) {
    if (overlap.signum() >= 0) {
      return Optional.of(overlap.plus(root).over(startSquared));
    }
    return Optional.of(free.over(overlap.minus(root)));
  }

  private static boolean inside(Real x) {
    return x.signum() >= 0 && x.compareTo(Real.ONE) <= 0;
  }
}
