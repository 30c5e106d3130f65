package org.grokcheck.beck;

import org.grokcheck.math.LogDomain;

/**
 * Closed-form solution for x = −1, σ = 1: both points at −1, separable (claims {@code beck.eq35},
 * {@code beck.appe2.bound}).
 *
 * <p>S + b is conserved; q = 1 + ητe^{−S₀} has q² = 1 + 2ηe^{b₀−S₀}t.
 *
 * @param initialWeight S₀
 * @param initialBias b₀
 * @param eta learning rate η &gt; 0
 */
public record CoincidentPair(double initialWeight, double initialBias, double eta) {
  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if an argument is out of range
   */
  public CoincidentPair {
    Require.finite("S0 (initial weight)", initialWeight);
    Require.finite("b0 (initial bias)", initialBias);
    Require.positive("eta", eta);
  }

  /**
   * Returns the state at τ, eq. (35): S = S₀ + log q, b = b₀ − log q.
   *
   * @param conformal τ ≥ 0
   */
  public WeightAndBias atConformalTime(double conformal) {
    Require.atLeast("tau (conformal time)", conformal, 0);
    return atLogQ(LogDomain.softplus(StrictMath.log(eta * conformal) - initialWeight));
  }

  /**
   * Returns the state at real time t: S = S₀ + ½log(1 + 2ηe^{b₀−S₀}t), b = b₀ − the same.
   *
   * @param logTime log t, {@code -∞} for t = 0
   */
  public WeightAndBias atLogTime(double logTime) {
    return atLogQ(logQ(logTime));
  }

  /**
   * Returns log τ at real time t, τ = e^{S₀}(q − 1)/η; {@code -∞} at t = 0.
   *
   * @param logTime log t, {@code -∞} for t = 0
   */
  public double logConformalTime(double logTime) {
    // q − 1 = (q² − 1)/(q + 1).
    double logExcess = logGrowth(logTime) - LogDomain.softplus(logQ(logTime));
    return initialWeight + logExcess - StrictMath.log(eta);
  }

  /**
   * Returns −b/S at τ, (log q − b₀)/(log q + S₀), whose limit is 1: A_gen → Φ(1) = 0.841345, from
   * above iff −b₀ &gt; S₀.
   *
   * @param conformal τ ≥ 0
   */
  public double threshold(double conformal) {
    WeightAndBias state = atConformalTime(conformal);
    return -state.bias() / state.weight();
  }

  private double logQ(double logTime) {
    return 0.5 * LogDomain.softplus(logGrowth(logTime));
  }

  /** log(q² − 1). */
  private double logGrowth(double logTime) {
    return StrictMath.log(2 * eta) + initialBias - initialWeight + logTime;
  }

  private WeightAndBias atLogQ(double logQ) {
    return new WeightAndBias(initialWeight + logQ, initialBias - logQ);
  }
}
