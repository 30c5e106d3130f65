package org.grokcheck.beck;

import org.grokcheck.math.LogDomain;

/**
 * Threshold times of a flow whose weight sits at S_∞ from the start, as it does for σ → ∞; σ itself
 * then drops out. Holds for any inseparable data with exponential loss (claims {@code
 * beck.ext.tstar-inf}, {@code beck.ext.acc-time-inf}).
 *
 * <p>There e^{−b} = e^{−b₀} + ηZt, so that a threshold on b is a time in closed form. Times are 0
 * where the threshold holds from the start; their logarithm then is {@code -∞}.
 *
 * @param scaledNorm S̃ = σ‖S_∞‖ ≥ 0
 * @param logMeanExponential log Z, Z = (1/N) Σ e^{S_∞·xᵢ}
 * @param eta learning rate η &gt; 0
 * @param initialBias b₀
 */
public record StationaryWeightTimes(
    double scaledNorm, double logMeanExponential, double eta, double initialBias) {

  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if an argument is out of range
   */
  public StationaryWeightTimes {
    Require.atLeast("scaledNorm (sigma*|S|)", scaledNorm, 0);
    Require.within("logMeanExponential", logMeanExponential, -Double.MAX_VALUE, 0);
    Require.positive("eta", eta);
    Require.finite("b0 (initial bias)", initialBias);
  }

  /**
   * Returns the times of two points at S̃_∞.
   *
   * @throws IllegalArgumentException for x ≤ 0, where S̃_∞ is infinite
   */
  public static StationaryWeightTimes of(TwoPoints points, double eta, double initialBias) {
    Require.within("x", points.x(), Double.MIN_VALUE, 1);
    return new StationaryWeightTimes(
        points.stationaryWeight(), points.logStationaryLoss(), eta, initialBias);
  }

  /** Returns log t at which the training loss Z e^b reaches ε, t = (Z/ε − e^{−b₀})/(ηZ). */
  public double logTrainingTime(double logEpsilon) {
    return logTimeToFall(trainingFall(logEpsilon));
  }

  /** Returns τ_tr = (log(Z/ε) + b₀)/(ηZ), at least 0. */
  public double trainingConformalTime(double logEpsilon) {
    return conformalTimeToFall(trainingFall(logEpsilon));
  }

  /** Returns log t at which the population loss e^{b + S̃²/2} reaches ε. */
  public double logGeneralizationTime(double logEpsilon) {
    return logTimeToFall(generalizationFall(logEpsilon));
  }

  /** Returns τ_gen = (S̃²/2 − log ε + b₀)/(ηZ), at least 0. */
  public double generalizationConformalTime(double logEpsilon) {
    return conformalTimeToFall(generalizationFall(logEpsilon));
  }

  /**
   * Returns log t at which the accuracy Φ(−b/S̃) reaches Φ(z): t = (e^{zS̃} − e^{−b₀})/(ηZ).
   *
   * @param z quantile Φ⁻¹(p) of the accuracy threshold
   */
  public double logAccuracyTime(double z) {
    Require.finite("z", z);
    return logTimeToFall(z * scaledNorm + initialBias);
  }

  private double trainingFall(double logEpsilon) {
    Require.finite("log epsilon", logEpsilon);
    return logMeanExponential - logEpsilon + initialBias;
  }

  private double generalizationFall(double logEpsilon) {
    Require.finite("log epsilon", logEpsilon);
    return 0.5 * scaledNorm * scaledNorm - logEpsilon + initialBias;
  }

  /** log of (e^{fall} − 1)e^{−b₀}/(ηZ), the time in which b falls by the given amount. */
  private double logTimeToFall(double fall) {
    return fall <= 0
        ? Double.NEGATIVE_INFINITY
        : fall + LogDomain.log1mExp(-fall) - initialBias - StrictMath.log(eta) - logMeanExponential;
  }

  private double conformalTimeToFall(double fall) {
    return Math.max(0, fall) / eta * StrictMath.exp(-logMeanExponential);
  }
}
