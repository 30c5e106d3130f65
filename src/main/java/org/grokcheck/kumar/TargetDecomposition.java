package org.grokcheck.kumar;

import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalMatrix;
import org.grokcheck.math.exact.RationalVector;

/**
 * The target y = ½(β·x)² in eigenfunctions of the initial kernel, y = ½[(β·x)² − |β|²|x|²/D] +
 * |β|²|x|²/(2D), eq. (17) with the |β|² that makes the bracket traceless (claim {@code
 * kumar.eq17}).
 *
 * @param dimension D ≥ 1
 * @param betaNormSquared |β|² ≥ 0
 */
public record TargetDecomposition(long dimension, Rational betaNormSquared) {
  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if D &lt; 1 or |β|² &lt; 0
   */
  public TargetDecomposition {
    Require.dimension(dimension);
    Require.notNegative("beta_norm_sq", betaNormSquared);
  }

  /** Returns ½[(β·x)² − |β|²|x|²/D]. */
  public static QuadraticFunction traceless(RationalVector beta) {
    RationalMatrix norm = alongNorm(beta).quadratic();
    return QuadraticFunction.quadratic(beta.outer(beta).times(Rational.HALF).minus(norm));
  }

  /** Returns |β|²|x|²/(2D). */
  public static QuadraticFunction alongNorm(RationalVector beta) {
    Rational share = beta.normSquared().over(2L * beta.size());
    return QuadraticFunction.normSquared(beta.size()).times(share);
  }

  /** Returns the power of the traceless part, |β|⁴(D−1)/(2D³). */
  public Rational tracelessPower() {
    return perCube().times(dimension - 1).over(2);
  }

  /** Returns the power of the part along |x|², |β|⁴(D+2)/(4D³). */
  public Rational normPower() {
    return perCube().times(dimension + 2).over(4);
  }

  /** Returns ⟨y²⟩ = 3|β|⁴/(4D²). */
  public Rational total() {
    return tracelessPower().plus(normPower());
  }

  private Rational perCube() {
    return betaNormSquared.square().over(Rational.of(dimension).power(3));
  }
}
