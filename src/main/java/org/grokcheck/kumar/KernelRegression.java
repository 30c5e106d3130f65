package org.grokcheck.kumar;

import org.grokcheck.math.exact.Elimination;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalMatrix;
import org.grokcheck.math.exact.RationalVector;

/**
 * Ridgeless regression of the target ½(β·x)² with a kernel K₅, by exact elimination; a singular
 * Gram matrix is no obstacle, since the target lies in the span of the kernel's functions (claims
 * {@code kumar.eq8}, {@code kumar.ext.difficulty-bound}, {@code kumar.ext.krr-threshold}).
 *
 * @param kernel K₅, with ε ≠ 0
 * @param samples X, a row in R^D for each of the P samples
 * @param beta β in R^D
 */
public record KernelRegression(TangentKernel kernel, RationalMatrix samples, RationalVector beta) {
  static final int DIGITS = 40;

  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if ε = 0, or the sizes don't fit together
   */
  public KernelRegression {
    Require.notZero("eps", kernel.eps());
    Require.sameSize("beta", beta.size(), "wbar", kernel.dimension());
    Require.sameSize("a row of X", samples.width(), "beta", beta.size());
  }

  /** Returns y_μ = ½(β·x_μ)². */
  public RationalVector targets() {
    return RationalVector.of(samples.height(), i -> CommitteeMachine.target(beta, samples.row(i)));
  }

  /**
   * Returns the prediction k(x)ᵀK⁺y.
   *
   * @param x input in R^D
   */
  public Rational predict(RationalVector x) {
    RationalVector coefficients = coefficients();
    return RationalVector.sum(
        samples.height(), i -> coefficients.get(i).times(kernel.at(x, samples.row(i))));
  }

  /** Returns the difficulty yᵀK⁺y, eq. (8). */
  public Rational difficulty() {
    return targets().dot(coefficients());
  }

  /** Returns the bound |β|⁴/(4ε²) of the difficulty at w̄ = 0, M = I, the squared norm of y. */
  public Rational difficultyBound() {
    return beta.normSquared().square().over(kernel.eps().square()).over(4);
  }

  /** A solution of Kz = y; all of them give the same function and the same yᵀz. */
  private RationalVector coefficients() {
    return Elimination.solve(kernel.gram(samples), targets())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "W (weights): the kernel can't represent the target at these weights and"
                        + " samples; take N >= D+1 neurons in general position"));
  }
}
