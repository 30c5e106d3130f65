package org.grokcheck.kumar;

import org.grokcheck.math.exact.Elimination;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalVector;

/**
 * When the test risk can vanish, and its minimum where it can't (claims {@code
 * kumar.sec5.3.minimiser}, {@code kumar.ext.feasibility}). Uncentred, zero loss needs M = ββᵀ/(αε)
 * and w̄ = 0, which N ≥ 2 neurons reach for αε &gt; 0; the centred model needs M = M₀ + ββᵀ/(αε)
 * and w̄ = w̄₀.
 *
 * @param alpha α, not 0
 * @param eps ε, not 0
 */
public record ZeroLossNetworks(Rational alpha, Rational eps) {
  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if αε = 0
   */
  public ZeroLossNetworks {
    Require.notZero("alpha", alpha);
    Require.notZero("eps", eps);
  }

  /** A minimum of the risk. */
  public record Minimum(Rational loss, Rational normSquared) {}

  /** Returns M = ββᵀ/(αε), w̄ = 0: the moments of zero loss of the uncentred model. */
  public WeightMoments uncentred(RationalVector beta) {
    return new WeightMoments(
        RationalVector.zero(beta.size()), beta.outer(beta).times(Rational.ONE.over(product())));
  }

  /** Returns M₀ + ββᵀ/(αε), w̄₀: the moments of zero loss of the centred model. */
  public WeightMoments centred(WeightMoments initial, RationalVector beta) {
    return new WeightMoments(initial.mean(), initial.second().plus(uncentred(beta).second()));
  }

  /**
   * Returns the smallest number of neurons that reach the given moments, rank C + 1 with C = M −
   * w̄w̄ᵀ, if C is positive semi-definite.
   */
  public static int leastWidth(WeightMoments moments) {
    return Elimination.rank(moments.covariance()) + 1;
  }

  /**
   * Returns the least test risk of the uncentred model and the |w|² that reaches it. For αε &lt; 0
   * it is that of the zero predictor, at w = 0; for N ≥ 2 and αε &gt; 0 it is 0, at |wᵢ|² averaging
   * |β|²/(αε); for N = 1 it is 3(|β|² − αεs)²/(4D²) + α²s/D at s = max(0, (|β|² − 2αD/(3ε))/(αε)).
   *
   * @param dimension D ≥ 1
   * @param width N ≥ 1
   * @param betaNormSquared |β|² ≥ 0
   * @throws IllegalArgumentException if an argument is out of range
   */
  public Minimum minimum(long dimension, long width, Rational betaNormSquared) {
    Require.atLeast("N (width)", width, 1);
    PopulationRisk zero = PopulationRisk.ofZero(dimension, betaNormSquared);
    if (product().signum() < 0) {
      return new Minimum(zero.total(), Rational.ZERO);
    }
    return width > 1
        ? new Minimum(Rational.ZERO, betaNormSquared.over(product()))
        : ofOneNeuron(dimension, betaNormSquared);
  }

  private Minimum ofOneNeuron(long dimension, Rational betaNormSquared) {
    Rational shift = alpha.times(2 * dimension).over(eps.times(3));
    Rational s = betaNormSquared.minus(shift).over(product()).max(Rational.ZERO);
    return new Minimum(riskOfOneNeuron(dimension, betaNormSquared, s), s);
  }

  /**
   * Returns the risk of one neuron w = √s β/|β| along β, 3(|β|² − αεs)²/(4D²) + α²s/D.
   *
   * @param dimension D
   * @param betaNormSquared |β|²
   * @param s |w|² ≥ 0
   */
  public Rational riskOfOneNeuron(long dimension, Rational betaNormSquared, Rational s) {
    Rational gap = betaNormSquared.minus(product().times(s)).over(dimension);
    return gap.square().times(Rational.of(3, 4)).plus(alpha.square().times(s).over(dimension));
  }

  /**
   * Returns (αε)²λ²/(2D²), below which the risk of a centred network of N &lt; D neurons can't
   * fall: M has rank N at most, and M₀ + ββᵀ/(αε) is at least λ away from that.
   *
   * @param dimension D ≥ 1
   * @param eigenvalue λ, the (N+1)-th largest eigenvalue of M₀ + ββᵀ/(αε)
   */
  public Rational centredLowerBound(long dimension, Rational eigenvalue) {
    Require.dimension(dimension);
    return product().times(eigenvalue).over(dimension).square().over(2);
  }

  /** Returns |W|²/N of every zero-loss network minus that at the start: |β|²/(αε) when centred. */
  public Rational centredNormGrowth(Rational betaNormSquared) {
    return betaNormSquared.over(product());
  }

  private Rational product() {
    return alpha.times(eps);
  }
}
