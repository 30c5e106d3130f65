package org.grokcheck.beck;

/**
 * App. E.4: the residual u of the weight beyond its growing logarithm, S = u + (M/(1 + M²)) log T,
 * T = (η/2)(1 + M²)t + 1, for two points −1 and −M, σ = 1 and S₀ = b₀ = 0 (claims {@code
 * beck.appe4.ansatz}, {@code beck.appe4.b-approx}, {@code beck.appe4.u-ode}, {@code
 * beck.appe4.neglect}, {@code beck.appe4.u-solution}).
 *
 * @param margin M, above 0 and below 1
 * @param eta learning rate η &gt; 0
 */
public record SeparableResidual(double margin, double eta) {
  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if an argument is out of range
   */
  public SeparableResidual {
    Require.inside("M (margin)", margin, 0, 1);
    Require.positive("eta", eta);
  }

  /**
   * Returns log T.
   *
   * @param time t ≥ 0
   */
  public double logClock(double time) {
    Require.atLeast("t (time)", time, 0);
    return StrictMath.log1p(0.5 * eta * growth() * time);
  }

  /**
   * Returns S = u + (M/(1 + M²)) log T.
   *
   * @param residual u
   * @param time t ≥ 0
   */
  public double weight(double residual, double time) {
    return residual + margin / growth() * logClock(time);
  }

  /**
   * Returns b ≈ −log(T)/(1 + M²), which neglects the first point; the exact bias keeps Mc/(1 + M²)
   * beyond it.
   *
   * @param time t ≥ 0
   */
  public double approximateBias(double time) {
    return -logClock(time) / growth();
  }

  /**
   * Returns the bias of the single point −M from any start: M(S₀ + Mb₀)/(1 + M²) − log((η/2)(1 +
   * M²)t + e^{MS₀−b₀})/(1 + M²), exact for that data set.
   *
   * @param initialWeight S₀
   * @param initialBias b₀
   * @param time t ≥ 0
   */
  public double singlePointBias(double initialWeight, double initialBias, double time) {
    Require.atLeast("t (time)", time, 0);
    double start = StrictMath.exp(margin * initialWeight - initialBias);
    double conserved = margin * (initialWeight + margin * initialBias);
    return (conserved - StrictMath.log(0.5 * eta * growth() * time + start)) / growth();
  }

  /**
   * App. E.4 prints b ≈ −log((η/2)(1 + M²)t + e^{−(1+M²)b₀})/(1 + M²), right at b₀ = 0 alone.
   *
   * @param initialBias b₀
   * @param time t ≥ 0
   */
  public double asPrintedBias(double initialBias, double time) {
    Require.atLeast("t (time)", time, 0);
    double start = StrictMath.exp(-growth() * initialBias);
    return -StrictMath.log(0.5 * eta * growth() * time + start) / growth();
  }

  /**
   * Returns du/dt of the third display, with x₁ = −1: (η/2)e^{−u}T^{−(1+M)/(1+M²)} + {@link
   * #neglectedRate}. It is exact given {@link #approximateBias}.
   *
   * @param residual u
   * @param time t ≥ 0
   */
  public double rate(double residual, double time) {
    double exponent = -residual - (1 + margin) / growth() * logClock(time);
    return 0.5 * eta * StrictMath.exp(exponent) + neglectedRate(residual, time);
  }

  /**
   * Returns (e^{−Mu} − 1)M/((1 + M²)t + 2/η), the term that App. E.4 drops as O(M²) for all t; its
   * integral grows as M²u log t.
   *
   * @param residual u
   * @param time t ≥ 0
   */
  public double neglectedRate(double residual, double time) {
    return StrictMath.expm1(-margin * residual) * margin / (growth() * time + 2 / eta);
  }

  /**
   * Returns the solution of the equation without {@link #neglectedRate}, x₁ = −1 and u(0) = 0:
   * log(1 + (T^{q/(1+M²)} − 1)/q), q = M² − M.
   *
   * @param time t ≥ 0
   */
  public double truncatedResidual(double time) {
    double q = margin * (margin - 1);
    return StrictMath.log1p(StrictMath.expm1(q / growth() * logClock(time)) / q);
  }

  /** Returns log(1 + 1/(M(1 − M))), to which {@link #truncatedResidual} tends. */
  public double truncatedLimit() {
    return StrictMath.log1p(1 / (margin * (1 - margin)));
  }

  private double growth() {
    return 1 + margin * margin;
  }
}
