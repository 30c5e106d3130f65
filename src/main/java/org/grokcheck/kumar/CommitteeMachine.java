package org.grokcheck.kumar;

import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalMatrix;
import org.grokcheck.math.exact.RationalVector;

/**
 * The committee machine f(x) = (α/N) Σ φ(wᵢ·x) with φ(h) = h + ½εh², eq. (3) (claims {@code
 * kumar.eq1}, {@code kumar.eq2}, {@code kumar.eq3}, {@code kumar.ext.remainder}).
 *
 * @param alpha output scale α
 * @param eps weight ε of the quadratic part of the activation
 * @param weights W, a row wᵢ in R^D for each of the N neurons
 */
public record CommitteeMachine(Rational alpha, Rational eps, RationalMatrix weights) {

  /** Returns the target y = ½(β·x)². */
  public static Rational target(RationalVector beta, RationalVector x) {
    return beta.dot(x).square().times(Rational.HALF);
  }

  /** Returns w̄ and M. */
  public WeightMoments moments() {
    return WeightMoments.of(weights);
  }

  /** Returns f(x). */
  public Rational output(RationalVector x) {
    return moments().output(alpha, eps, x);
  }

  /** Returns K₂(x, x') = (α²/N) K₅(x, x'), the inner product of the gradients of f, eq. (2). */
  public Rational kernel(RationalVector x, RationalVector other) {
    return TangentKernel.gradientFactor(alpha, weights.height())
        .times(new TangentKernel(eps, moments()).at(x, other));
  }

  /**
   * Returns f(x) linearised at these weights, eq. (1), as a function of others.
   *
   * @param others W in the place of these weights, of the same shape
   * @param x input in R^D
   */
  public Rational linearised(RationalMatrix others, RationalVector x) {
    return new CommitteeMachine(alpha, eps, others).output(x).minus(remainder(others, x));
  }

  /**
   * Returns what eq. (1) leaves out, f(W, x) − f_lin(W, x) = (αε/2N) Σ ((wᵢ − w₀ᵢ)·x)², exactly: it
   * has the sign of αε and at most the size |αε||x|²|W − W₀|²/(2N).
   *
   * @param others W in the place of these weights W₀, of the same shape
   * @param x input in R^D
   */
  public Rational remainder(RationalMatrix others, RationalVector x) {
    WeightMoments step = WeightMoments.of(others.minus(weights));
    return alpha.times(eps).times(Rational.HALF).times(step.second().bilinear(x, x));
  }
}
