package org.grokcheck.omnigrok;

import java.util.Optional;
import org.grokcheck.math.Real;

/**
 * f = ab on the curve ab = y, as γ → 0 (claim {@code omnigrok.ext.ab-closed}): w⁴(t) = 4y² + (w₀⁴ −
 * 4y²)e^{−4γt}, so that w² falls to 2|y| and no further.
 *
 * @param target y
 * @param gamma γ &gt; 0
 */
public record ScalarProduct(Real target, Real gamma) {
  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if γ isn't positive
   */
  public ScalarProduct {
    Require.positive("gamma", gamma);
  }

  /** Returns w_min² = 2|y|. */
  public Real leastSquaredNorm() {
    return target.abs().times(2);
  }

  /**
   * Returns w²(t) from (a, b) with ab = y, where w₀⁴ − 4y² = (a² − b²)².
   *
   * @param imbalance a² − b² at the start
   * @param time t ≥ 0
   */
  public Real squaredNorm(Real imbalance, Real time) {
    return leastSquaredNorm().square().plus(imbalance(imbalance, time).square()).sqrt();
  }

  /** Returns (a² − b²)(t) = (a² − b²)(0) e^{−2γt}. */
  public Real imbalance(Real start, Real time) {
    Require.notNegative("t", time);
    return start.times(gamma.times(time).times(-2).exp());
  }

  /** Returns cos²φ = 1 − 4y²/w⁴, the share of γ at which ln w falls. */
  public Real cosineSquared(Real squaredNorm) {
    requireOnCurve("w0_sq", squaredNorm);
    return distance(squaredNorm).over(squaredNorm.square());
  }

  /**
   * Returns (1/(4γ)) ln[(w₀⁴ − 4y²)/(w_c⁴ − 4y²)]; empty where w_c² is 2|y| and w₀² isn't.
   *
   * @param start w₀² ≥ w_c²
   * @param end w_c² ≥ 2|y|, not 0
   */
  public Optional<Real> time(Real start, Real end) {
    requireOnCurve("wc_sq", end);
    Require.positive("wc_sq", end);
    Require.atLeast("w0_sq", start, "wc_sq", end);
    if (start.equals(end)) {
      return Optional.of(Real.ZERO);
    }
    if (distance(end).signum() == 0) {
      return Optional.empty();
    }
    Real change = start.minus(end).times(start.plus(end));
    return Optional.of(change.over(distance(end)).log1p().over(gamma.times(4)));
  }

  /** Returns ln(w₀/w_c)/γ, the printed time; arguments as for {@link #time}. */
  public Real printedTime(Real start, Real end) {
    Require.positive("wc_sq", end);
    Require.atLeast("w0_sq", start, "wc_sq", end);
    return start.minus(end).over(end).log1p().over(gamma.times(2));
  }

  /** w⁴ − 4y² = (w² − 2|y|)(w² + 2|y|). */
  private Real distance(Real squaredNorm) {
    Real least = leastSquaredNorm();
    return squaredNorm.minus(least).times(squaredNorm.plus(least));
  }

  private void requireOnCurve(String name, Real squaredNorm) {
    Require.atLeast(name, squaredNorm, "2|y|, the least on ab = y,", leastSquaredNorm());
  }
}
