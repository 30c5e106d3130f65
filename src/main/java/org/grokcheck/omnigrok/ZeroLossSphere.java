package org.grokcheck.omnigrok;

import org.grokcheck.math.Real;

/**
 * Over-parameterised linear regression at a norm r beyond the least interpolating one: the training
 * loss is 0 on a whole sphere W = P w_s + z, |z| = ρ, and the isotropic test loss |z − q|² takes
 * every value from (ρ − |q|)² to (ρ + |q|)² (claims {@code omnigrok.eq1}, {@code
 * omnigrok.ext.linear-reduced}).
 *
 * @param leastNorm r_min ≥ 0
 * @param teacher |q| ≥ 0, the norm of the teacher's part in the kernel
 * @param norm r ≥ r_min
 */
public record ZeroLossSphere(Real leastNorm, Real teacher, Real norm) {
  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public ZeroLossSphere {
    Require.notNegative("r_min", leastNorm);
    Require.notNegative("q_norm", teacher);
    Require.atLeast("r", norm, "r_min", leastNorm);
  }

  /** Returns ρ = √(r² − r_min²). */
  public Real radius() {
    return norm.minus(leastNorm).times(norm.plus(leastNorm)).sqrt();
  }

  /** Returns (ρ − |q|)². */
  public Real leastTestLoss() {
    return radius().minus(teacher).square();
  }

  /** Returns (ρ + |q|)². */
  public Real largestTestLoss() {
    return radius().plus(teacher).square();
  }

  /** Returns ρ² + |q|², the mean over the sphere of minimisers. */
  public Real meanTestLoss() {
    return radius().square().plus(teacher.square());
  }
}
