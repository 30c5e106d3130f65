package org.grokcheck.oracle;

/**
 * Rigorous remainders of the two-point flow with exponential loss from S̃ = b = 0 for separable data,
 * x = −M with 0 &lt; M ≤ 1, for large times. With ℓ = log((η/2)(1 + σ²M²)t) the flow has
 *
 * <ul>
 *   <li>S̃ + σ²Mb = c − log(1 + e^{−(1−M)S̃}/M), c = log(1 + 1/M) (differentiate: both sides have the
 *       same derivative; both vanish at the start);
 *   <li>d e^{MS̃−b}/dt = (η/2)[(1 + σ²M²) + (1 + σ²M)e^{−(1−M)S̃}], hence MS̃ − b = ℓ + log(1+v) with 0
 *       ≤ v;
 *   <li>from the two, (1 + σ²M²)S̃ ≥ σ²Mℓ, which bounds e^{−(1−M)S̃} ≤ e^{−q max(0,ℓ)}, q = (1−M)σ²M/(1
 *       + σ²M²), and with it v ≤ [1 + κ(1 + ∫₁ᵀ T′^{−q} dT′)]/T with T = e^ℓ and κ = (1+σ²M)/(1+σ²M²).
 * </ul>
 *
 * <p>Hence (1+σ²M²)S̃ = c + σ²Mℓ − ε₁ + σ²Mε₂ and (1+σ²M²)b = Mc − ℓ − Mε₁ − ε₂, 0 ≤ ε₁ ≤ log(1 + e^{−qℓ}/M), 0 ≤ ε₂ ≤ v. M = 1 stands apart, since e^{−(1−M)S̃} doesn't decay: S̃ + σ²b = 0
 * and MS̃ − b = log(1 + η(1+σ²)t) at all times.
 */
public final class SeparableRemainder {
  private static final double LN2 = StrictMath.log(2);

  private final double m;
  private final double sigma2;
  private final double norm;
  private final double logEta;

  /**
   * Remainders for one flow.
   *
   * @param m margin M in (0, 1]
   * @param sigma scale of the data
   * @param eta learning rate
   */
  public SeparableRemainder(double m, double sigma, double eta) {
    this.m = m;
    sigma2 = sigma * sigma;
    norm = 1 + sigma2 * m * m;
    logEta = StrictMath.log(eta);
  }

  /** ℓ = log((η/2)(1 + σ²M²)t). */
  public double scaledLogTime(double logTime) {
    return logEta + StrictMath.log(norm / 2) + logTime;
  }

  /** The limit of S̃ − σ²Mℓ/(1+σ²M²). */
  public double weightConstant() {
    return (m == 1 ? sigma2 * LN2 : StrictMath.log1p(1 / m)) / norm;
  }

  /** The limit of b + ℓ/(1+σ²M²). */
  public double biasConstant() {
    return (m == 1 ? -LN2 : m * StrictMath.log1p(1 / m)) / norm;
  }

  /** The largest possible deviation of S̃ from its asymptote at that time. */
  public double weightRemainder(double logTime) {
    return Math.max(sumDefect(logTime), sigma2 * m * clockExcess(logTime)) / norm;
  }

  /** The largest possible deviation of b from its asymptote at that time. */
  public double biasRemainder(double logTime) {
    return (m * sumDefect(logTime) + clockExcess(logTime)) / norm;
  }

  /**
   * The largest possible dS̃/d log t at that time: σ²(M + e^{−(1−M)S̃})/(1+σ²M²) as e^{MS̃−b} ≥ e^ℓ, and
   * S̃ as t is convex in S̃.
   */
  public double weightSlope(double logTime) {
    double l = scaledLogTime(logTime);
    double largest = weightConstant() + sigma2 * m * l / norm + weightRemainder(logTime);
    double transientPart = sigma2 * StrictMath.exp(-decay() * Math.max(0, l)) / norm;
    return Math.min(largest, sigma2 * m / norm + transientPart);
  }

  /** The largest possible |db/d log t|: (1 + e^{−(1−M)S̃})/(1+σ²M²). */
  public double biasSlope() {
    return 2 / norm;
  }

  /** Bound of ε₁. */
  private double sumDefect(double logTime) {
    double l = Math.max(0, scaledLogTime(logTime));
    return m == 1 ? 0 : StrictMath.log1p(StrictMath.exp(-decay() * l) / m);
  }

  /** Bound of v: [1 + κ(1 + ∫₁ᵀ T^{−q} dT)]/T with T = e^ℓ and κ = (1+σ²M)/(1+σ²M²). */
  private double clockExcess(double logTime) {
    double l = scaledLogTime(logTime);
    double q = decay();
    double n = Math.max(0, l);
    if (m == 1) {
      return StrictMath.exp(-l) / 2;
    }
    double p = 1 - q;
    double share = p == 0 ? n : -StrictMath.expm1(-Math.abs(p) * n) / Math.abs(p);
    double integral = StrictMath.exp(Math.max(p, 0) * n - l) * share;
    double kappa = (1 + sigma2 * m) / norm;
    return StrictMath.exp(-l) * (1 + kappa) + kappa * integral;
  }

  private double decay() {
    return (1 - m) * sigma2 * m / norm;
  }
}
