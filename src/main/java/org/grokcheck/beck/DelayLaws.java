package org.grokcheck.beck;

/**
 * How much later than the training loss the population loss of inseparable data reaches ε, for the
 * exponential loss and ε → 0: the exact law, its near-critical form, and the forms as printed
 * (claims {@code beck.eq16}, {@code beck.eq40} to {@code beck.eq44}, {@code beck.sec41.ttr}, {@code
 * beck.sec41.tgen}, {@code beck.ext.ratio-limit}, {@code beck.ext.ratio-general}).
 *
 * <p>Ratios and times of generalization exceed doubles early (2·exp(½log²x) at x = 1e-17), so they
 * are given as natural logarithms.
 *
 * @param points the data, 0 ≤ x ≤ 1; at x = 0 every law is infinite
 */
public record DelayLaws(TwoPoints points) {
  private static final double LN2 = StrictMath.log(2);

  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException for x &lt; 0, where the population loss doesn't go to 0
   */
  public DelayLaws {
    Require.within("x", points.x(), 0, 1);
  }

  /**
   * Returns lim log(t_gen/t_tr) = σ²‖S_∞‖²/2 − log Z for any inseparable data, Z = (1/N) Σ
   * e^{S_∞·xᵢ} ({@code beck.ext.ratio-general}).
   *
   * @param scaledNorm σ‖S_∞‖ ≥ 0
   * @param logMeanExponential log Z ≤ 0
   */
  public static double logRatio(double scaledNorm, double logMeanExponential) {
    Require.atLeast("scaledNorm (sigma*|S|)", scaledNorm, 0);
    Require.within("logMeanExponential", logMeanExponential, Double.NEGATIVE_INFINITY, 0);
    return 0.5 * scaledNorm * scaledNorm - logMeanExponential;
  }

  /** Returns lim log(t_gen/t_tr) = S̃_∞²/2 − log Z for every x; λ² + … near λ = 0. */
  public double logRatio() {
    double weight = points.stationaryWeight();
    return 0.5 * weight * weight - points.logStationaryLoss();
  }

  /** Returns log 2 + ½log²x, the quotient of eqs. (41) and (40), valid for x → 0. */
  public double logRatioNearCritical() {
    return LN2 + asPrintedLogRatioEq16();
  }

  /** Eq. (16) prints t_gen/t_tr = exp(½log²x), which has lost the factor 2. */
  public double asPrintedLogRatioEq16() {
    double logX = points.minusLogX();
    return 0.5 * logX * logX;
  }

  /** Returns lim (t_gen − t_tr)/t_tr, the left side of eq. (16), for every x. */
  public double relativeDelay() {
    return StrictMath.expm1(logRatio());
  }

  /** Returns 2exp(½log²x) − 1, eq. (16) with its factor 2, valid for x → 0. */
  public double relativeDelayNearCritical() {
    return StrictMath.expm1(logRatioNearCritical());
  }

  /** Eq. (16) prints exp(½log²x) − 1. */
  public double asPrintedRelativeDelayEq16() {
    return StrictMath.expm1(asPrintedLogRatioEq16());
  }

  /**
   * Returns log t_tr = −log(ηε), eq. (40), which holds for every inseparable set.
   *
   * @param eta η &gt; 0
   * @param logEpsilon log ε
   */
  public double logTrainingTime(double eta, double logEpsilon) {
    Require.positive("eta", eta);
    return -StrictMath.log(eta) - logEpsilon;
  }

  /**
   * Returns log t_gen = log(2/(ηε)) + ½log²x, eq. (41), valid for x → 0.
   *
   * @param eta η &gt; 0
   * @param logEpsilon log ε
   */
  public double logGeneralizationTimeNearCritical(double eta, double logEpsilon) {
    return logTrainingTime(eta, logEpsilon) + logRatioNearCritical();
  }

  /** Returns √log(t_gen/t_tr) = √(S̃_∞²/2 − log Z), the left side of eq. (42), for every x. */
  public double rootLogRatio() {
    return Math.sqrt(logRatio());
  }

  /** Returns √(log 2 + ½log²x), eq. (42) with sign and log 2 put right, valid for x → 0. */
  public double rootLogRatioNearCritical() {
    return Math.sqrt(logRatioNearCritical());
  }

  /** Eq. (42) prints log(x)/√2, which is negative for x &lt; 1. */
  public double asPrintedRootLogRatioEq42() {
    return -points.minusLogX() / Math.sqrt(2);
  }

  /**
   * Returns τ_tr = −(2/η) log(2ε), eq. (43) from b = −ητ/2, valid for x → 0.
   *
   * @param eta η &gt; 0
   * @param logEpsilon log ε
   */
  public double trainingConformalTimeNearCritical(double eta, double logEpsilon) {
    Require.positive("eta", eta);
    return -2 / eta * (LN2 + logEpsilon);
  }

  /**
   * Returns τ_gen = (2/η)(½log²x − log ε), eq. (43) from b = −ητ/2, valid for x → 0.
   *
   * @param eta η &gt; 0
   * @param logEpsilon log ε
   */
  public double generalizationConformalTimeNearCritical(double eta, double logEpsilon) {
    Require.positive("eta", eta);
    return 2 / eta * (asPrintedLogRatioEq16() - logEpsilon);
  }

  /**
   * Eq. (43) prints τ_tr = −log(ηε), which takes b = −τ and so is log t_tr.
   *
   * @param eta η &gt; 0
   * @param logEpsilon log ε
   */
  public double asPrintedTrainingConformalTimeEq43(double eta, double logEpsilon) {
    return logTrainingTime(eta, logEpsilon);
  }

  /**
   * Eq. (43) prints τ_gen = ½log²x − log(ηε/2), which takes b = −τ and so is log t_gen.
   *
   * @param eta η &gt; 0
   * @param logEpsilon log ε
   */
  public double asPrintedGeneralizationConformalTimeEq43(double eta, double logEpsilon) {
    return logGeneralizationTimeNearCritical(eta, logEpsilon);
  }

  /**
   * Returns lim τ_gen − τ_tr = (S̃_∞²/2 − log Z)/(ηZ), eq. (44) for every x.
   *
   * @param eta η &gt; 0
   */
  public double conformalDelay(double eta) {
    Require.positive("eta", eta);
    return logRatio() / (eta * points.stationaryLoss());
  }

  /**
   * Returns (2/η)(½log²x + log 2), eq. (44) with its factor and log 2, valid for x → 0.
   *
   * @param eta η &gt; 0
   */
  public double conformalDelayNearCritical(double eta) {
    Require.positive("eta", eta);
    return 2 / eta * logRatioNearCritical();
  }

  /** Eq. (44) prints τ_gen − τ_tr ≈ ½log²x: the factor 2/η is lost and log 2 dropped. */
  public double asPrintedConformalDelayEq44() {
    return asPrintedLogRatioEq16();
  }
}
