package org.grokcheck.kumar;

import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalMatrix;
import org.grokcheck.math.exact.RationalVector;

/**
 * The two moments of the weights on which a committee machine depends: w̄ = (1/N) Σ wᵢ and M =
 * (1/N) Σ wᵢwᵢᵀ, eq. (4) (claim {@code kumar.eq4}).
 *
 * <p>Differences of moments are moments too: the centred model of eq. (7) has w̄ − w̄₀ and M − M₀
 * in the place of w̄ and M, so M needs only be symmetric.
 *
 * @param mean w̄ in R^D
 * @param second M, symmetric, D × D
 */
public record WeightMoments(RationalVector mean, RationalMatrix second) {
  /**
   * Checks the shapes.
   *
   * @throws IllegalArgumentException if M isn't symmetric or its size isn't that of w̄
   */
  public WeightMoments {
    Require.sameSize("M (second moment)", second.height(), "wbar", mean.size());
    if (!second.isSymmetric()) {
      throw new IllegalArgumentException(
          "M (second moment): need a symmetric matrix, got " + second);
    }
  }

  /**
   * Returns the moments of N neurons, eq. (4).
   *
   * @param weights W, a row wᵢ in R^D for each neuron
   */
  public static WeightMoments of(RationalMatrix weights) {
    return weighted(RationalVector.of(weights.height(), i -> Rational.ONE), weights);
  }

  /**
   * Returns the moments of N neurons with readouts, w̄ = (1/N) Σ vᵢwᵢ and M = (1/N) Σ vᵢwᵢwᵢᵀ, eq.
   * (22) (claim {@code kumar.eq22}).
   *
   * @param readouts v in R^N
   * @param weights W, a row wᵢ in R^D for each neuron
   * @throws IllegalArgumentException if v and W don't have the same N
   */
  public static WeightMoments weighted(RationalVector readouts, RationalMatrix weights) {
    int width = weights.height();
    Require.sameSize("v (readouts)", readouts.size(), "W by its rows", width);
    RationalMatrix transposed = weights.transpose();
    RationalMatrix scaled = RationalMatrix.diagonal(readouts.times(Rational.of(1, width)));
    return new WeightMoments(
        transposed.times(readouts).times(Rational.of(1, width)),
        transposed.times(scaled).times(weights));
  }

  /** Returns w̄ = 0 and M = I, the moments of infinitely many wᵢ ~ N(0, I). */
  public static WeightMoments infiniteWidth(int dimension) {
    return new WeightMoments(RationalVector.zero(dimension), RationalMatrix.identity(dimension));
  }

  /** Returns the input dimension D. */
  public int dimension() {
    return mean.size();
  }

  /** Returns w̄ − w̄₀ and M − M₀, which replace the moments in the centred model of eq. (7). */
  public WeightMoments minus(WeightMoments initial) {
    return new WeightMoments(mean.minus(initial.mean), second.minus(initial.second));
  }

  /** Returns the covariance C = M − w̄w̄ᵀ of the neurons' weights. */
  public RationalMatrix covariance() {
    return second.minus(mean.outer(mean));
  }

  /**
   * Returns f(x) = α w̄·x + (αε/2) xᵀMx (claims {@code kumar.sec5.f-moments}, {@code kumar.eq21}).
   *
   * @param alpha output scale α
   * @param eps weight ε of the quadratic part of the activation
   * @param x input in R^D
   */
  public Rational output(Rational alpha, Rational eps, RationalVector x) {
    Rational quadratic = eps.times(Rational.HALF).times(second.bilinear(x, x));
    return alpha.times(mean.dot(x).plus(quadratic));
  }

  /**
   * Returns α, ε and the second moment as they enter every quadratic error: A = ββᵀ − αεM, so that
   * y − f = ½xᵀAx − α w̄·x.
   *
   * @param alpha α
   * @param eps ε
   * @param beta β in R^D, of the target ½(β·x)²
   */
  public RationalMatrix quadraticError(Rational alpha, Rational eps, RationalVector beta) {
    Require.sameSize("beta", beta.size(), "wbar", dimension());
    return beta.outer(beta).minus(second.times(alpha.times(eps)));
  }
}
