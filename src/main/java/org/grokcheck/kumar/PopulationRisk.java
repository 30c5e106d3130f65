package org.grokcheck.kumar;

import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalMatrix;
import org.grokcheck.math.exact.RationalVector;

/**
 * The test risk L = ⟨(y − f)²⟩ over x ~ N(0, I/D) as a function of the moments (claims {@code
 * kumar.eq6}, {@code kumar.ext.orthogonal-loss}). With A = ββᵀ − αεM,
 *
 * <p>L = (Tr A)²/(4D²) + |A|²/(2D²) + α²|w̄|²/D, eq. (6).
 *
 * <p>The first two terms aren't orthogonal, since |A|² holds (Tr A)²/D. The parts of the error
 * along |x|², along traceless quadratics and along linear functions are: (1 + 2/D)(Tr A)²/(4D²), |A
 * − (Tr A/D) I|²/(2D²), and the linear term.
 *
 * @param dimension D
 * @param trace Tr A = |β|² − αε Tr M
 * @param squareNorm |A|², the sum of the squares of all entries
 * @param linearPower α²|w̄|²/D
 */
public record PopulationRisk(
    long dimension, Rational trace, Rational squareNorm, Rational linearPower) {

  /**
   * Returns the risk of a network.
   *
   * @param alpha α
   * @param eps ε
   * @param moments w̄ and M, for the centred model those of eq. (7)
   * @param beta β in R^D
   * @throws IllegalArgumentException if β and w̄ differ in size
   */
  public static PopulationRisk of(
      Rational alpha, Rational eps, WeightMoments moments, RationalVector beta) {
    int dimension = moments.dimension();
    RationalMatrix error = moments.quadraticError(alpha, eps, beta);
    Rational linear = alpha.square().times(moments.mean().normSquared()).over(dimension);
    return new PopulationRisk(dimension, error.trace(), error.frobeniusSquared(), linear);
  }

  /**
   * Returns the risk of the zero predictor, which depends on D and |β|² only: 3|β|⁴/(4D²).
   *
   * @throws IllegalArgumentException if D &lt; 1 or |β|² &lt; 0
   */
  public static PopulationRisk ofZero(long dimension, Rational betaNormSquared) {
    Require.dimension(dimension);
    Require.notNegative("beta_norm_sq", betaNormSquared);
    return new PopulationRisk(dimension, betaNormSquared, betaNormSquared.square(), Rational.ZERO);
  }

  /** Returns ¼(|β|²/D − αε Tr M/D)², the first term of eq. (6). */
  public Rational variance() {
    return trace.square().over(4).over(dimension).over(dimension);
  }

  /** Returns |αεM − ββᵀ|²/(2D²), the second term of eq. (6). */
  public Rational misalignment() {
    return squareNorm.over(2).over(dimension).over(dimension);
  }

  /** Returns L. */
  public Rational total() {
    return variance().plus(misalignment()).plus(linearPower);
  }

  /** Returns the power of the error along |x|², (1 + 2/D)(Tr A)²/(4D²). */
  public Rational normMode() {
    return variance().times(dimension + 2).over(dimension);
  }

  /** Returns the power of the error along traceless quadratics, |A − (Tr A/D) I|²/(2D²). */
  public Rational tracelessModes() {
    Rational traceless = squareNorm.minus(trace.square().over(dimension));
    return traceless.over(2).over(dimension).over(dimension);
  }
}
