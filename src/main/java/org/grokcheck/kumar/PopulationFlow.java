package org.grokcheck.kumar;

import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalMatrix;
import org.grokcheck.math.exact.RationalVector;

/**
 * Gradient flow on the population risk as a flow of the moments in the time τ = ηt/N (claim {@code
 * kumar.ext.closed-ode-pop}). With A = ββᵀ − αε(M − M₀), u = (2α²/D)(w̄ − w̄₀) and S = (αε/D²)(Tr A
 * I + 2A): dw̄/dτ = Sw̄ − u, dM/dτ = SM + MS − uw̄ᵀ − w̄uᵀ.
 *
 * @param alpha α
 * @param eps ε
 * @param beta β in R^D
 * @param subtracted w̄₀ and M₀ of the centred model, zero ones otherwise
 */
public record PopulationFlow(
    Rational alpha, Rational eps, RationalVector beta, WeightMoments subtracted) {

  /** Returns dw̄/dτ and dM/dτ. */
  public WeightMoments rate(WeightMoments now) {
    RationalMatrix s = stretch(now);
    RationalVector u = drift(now);
    RationalMatrix product = s.times(now.second()).minus(u.outer(now.mean()));
    return new WeightMoments(s.times(now.mean()).minus(u), product.plus(product.transpose()));
  }

  /** Returns dC/dτ = SC + CS of the covariance C = M − w̄w̄ᵀ. */
  public RationalMatrix covarianceRate(WeightMoments now) {
    RationalMatrix product = stretch(now).times(now.covariance());
    return product.plus(product.transpose());
  }

  /** Returns S; every neuron obeys dwᵢ/dτ = Swᵢ − u. */
  public RationalMatrix stretch(WeightMoments now) {
    int d = beta.size();
    RationalMatrix error = now.minus(subtracted).quadraticError(alpha, eps, beta);
    return RationalMatrix.identity(d)
        .times(error.trace())
        .plus(error.times(Rational.TWO))
        .times(alpha.times(eps).over(d).over(d));
  }

  private RationalVector drift(WeightMoments now) {
    return now.mean().minus(subtracted.mean()).times(alpha.square().times(2).over(beta.size()));
  }
}
