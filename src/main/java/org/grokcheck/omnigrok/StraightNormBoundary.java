package org.grokcheck.omnigrok;

import org.grokcheck.math.Real;

/**
 * The sliding path where the boundary is straight in (w, m) instead of (ln w, m): t = [ln(w_C/w_E)
 * + (η_D/η_R) tan²θ ln(w_D/w_E)]/(η_D γ), w_D = w_E + h cot θ (claim {@code
 * omnigrok.ext.path-general}).
 *
 * @param start w_C ≥ w_D
 * @param end w_E &gt; 0
 * @param height h ≥ 0
 * @param theta θ with 0 &lt; θ &lt; π/2
 * @param rates learning rates and weight decay
 */
public record StraightNormBoundary(
    Real start, Real end, Real height, Real theta, SlidingPath.Rates rates) {
  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public StraightNormBoundary {
    Require.positive("w_E", end);
    Require.notNegative("h", height);
    Require.between("theta", theta, Real.ZERO, Real.pi().over(2));
    Require.atLeast("w_C", start, "w_D", meeting(end, height, theta));
  }

  /** Returns w_D = w_E + h cot θ, where the path meets the boundary. */
  public Real meeting() {
    return meeting(end, height, theta);
  }

  private static Real meeting(Real end, Real height, Real theta) {
    return end.plus(height.times(theta.cos()).over(theta.sin()));
  }

  /** Returns the time from C to E. */
  public Real time() {
    Real tan = theta.sin().over(theta.cos());
    Real sliding = log(meeting()).times(rates.decoder()).over(rates.representation());
    return log(start).plus(sliding.times(tan.square())).over(rates.drift());
  }

  /** ln(w/w_E). */
  private Real log(Real norm) {
    return norm.minus(end).over(end).log1p();
  }
}
