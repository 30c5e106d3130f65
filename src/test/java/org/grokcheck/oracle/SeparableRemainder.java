package org.grokcheck.oracle;

/**
 * Rigorous remainders of the two-point flow with exponential loss for separable data, x = −M with 0
 * &lt; M ≤ 1, for large times. With ℓ = log((η/2)(1 + σ²M²)t) the flow has
 *
 * <ul>
 *   <li>S̃ + σ²Mb = c − log(1 + e^{−(1−M)S̃}/M) with c = S̃₀ + σ²Mb₀ + log(1 + e^{−(1−M)S̃₀}/M),
 *       which is log(1 + 1/M) from the origin (differentiate: both sides have the same derivative);
 *   <li>d e^{MS̃−b}/dt = (η/2)[(1 + σ²M²) + (1 + σ²M)e^{−(1−M)S̃}], hence MS̃ − b = ℓ + log(1+v)
 *       with 0 ≤ v;
 *   <li>from the two, as S̃ + σ²Mb rises, (1 + σ²M²)S̃ ≥ S̃₀ + σ²Mb₀ + σ²Mℓ = (1 + σ²M²)(a + ...),
 *       which bounds e^{−(1−M)S̃} ≤ e^{−(1−M)a − qℓ}, q = (1−M)σ²M/(1 + σ²M²), and, S̃ rising, by
 *       its value at the start; with it v ≤ [e^{MS̃₀−b₀} + κ(e^{−(1−M)S̃₀} + e^{−(1−M)a}∫₁ᵀ T′^{−q}
 *       dT′)]/T with T = e^ℓ and κ = (1+σ²M)/(1+σ²M²).
 * </ul>
 *
 * <p>Hence (1+σ²M²)S̃ = c + σ²Mℓ − ε₁ + σ²Mε₂ and (1+σ²M²)b = Mc − ℓ − Mε₁ − ε₂, 0 ≤ ε₁ ≤ log(1 +
 * e^{−(1−M)a − qℓ}/M), 0 ≤ ε₂ ≤ v. M = 1 stands apart, since e^{−(1−M)S̃} doesn't decay: S̃ + σ²b
 * is conserved and e^{S̃−b} = e^{S̃₀−b₀} + η(1+σ²)t at all times.
 */
public final class SeparableRemainder {
  private static final double LN2 = StrictMath.log(2);

  private final double m;
  private final double sigma2;
  private final double norm;
  private final double logEta;
  private final double s0;
  private final double b0;

  /**
   * Remainders for the flow from S̃ = b = 0.
   *
   * @param m margin M in (0, 1]
   * @param sigma scale of the data
   * @param eta learning rate
   */
  public SeparableRemainder(double m, double sigma, double eta) {
    this(m, sigma, eta, 0, 0);
  }

  /**
   * Remainders for the flow from any start.
   *
   * @param m margin M in (0, 1]
   * @param sigma scale of the data
   * @param eta learning rate
   * @param s0 S̃₀
   * @param b0 b₀
   */
  public SeparableRemainder(double m, double sigma, double eta, double s0, double b0) {
    this.m = m;
    this.s0 = s0;
    this.b0 = b0;
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
    return (m == 1 ? s0 + sigma2 * (b0 + LN2) : conserved()) / norm;
  }

  /** The limit of b + ℓ/(1+σ²M²). */
  public double biasConstant() {
    return (m == 1 ? s0 + sigma2 * b0 - LN2 : m * conserved()) / norm;
  }

  /** c, the limit of S̃ + σ²Mb. */
  private double conserved() {
    return s0 + sigma2 * m * b0 + StrictMath.log1p(StrictMath.exp(-(1 - m) * s0) / m);
  }

  /** e^{−(1−M)a}, the part of the bound of e^{−(1−M)S̃} that the start fixes. */
  private double startFactor() {
    return StrictMath.exp(-(1 - m) * (s0 + sigma2 * m * b0) / norm);
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
   * The largest possible dS̃/d log t at that time: σ²(M + e^{−(1−M)S̃})/(1+σ²M²) as e^{MS̃−b} ≥
   * e^ℓ, and S̃ as t is convex in S̃.
   */
  public double weightSlope(double logTime) {
    double l = scaledLogTime(logTime);
    double largest =
        Math.abs(s0) + weightConstant() + sigma2 * m * l / norm + weightRemainder(logTime);
    double transientPart =
        sigma2 * startFactor() * StrictMath.exp(-decay() * Math.max(0, l)) / norm;
    return Math.min(largest, sigma2 * m / norm + transientPart);
  }

  /** The largest possible |db/d log t|: (1 + e^{−(1−M)S̃})/(1+σ²M²), with S̃ ≥ S̃₀. */
  public double biasSlope() {
    return (1 + StrictMath.exp(-(1 - m) * Math.min(0, s0))) / norm;
  }

  /** Bound of ε₁. */
  private double sumDefect(double logTime) {
    double l = Math.max(0, scaledLogTime(logTime));
    return m == 1 ? 0 : StrictMath.log1p(startFactor() * StrictMath.exp(-decay() * l) / m);
  }

  /** Bound of v. */
  private double clockExcess(double logTime) {
    double l = scaledLogTime(logTime);
    double q = decay();
    double n = Math.max(0, l);
    double start = StrictMath.exp(m * s0 - b0 - l);
    if (m == 1) {
      return start / 2;
    }
    double p = 1 - q;
    double share = p == 0 ? n : -StrictMath.expm1(-Math.abs(p) * n) / Math.abs(p);
    double integral = StrictMath.exp(Math.max(p, 0) * n - l) * share;
    double kappa = (1 + sigma2 * m) / norm;
    double early = kappa * StrictMath.exp(-(1 - m) * s0 - l);
    return start + early + kappa * startFactor() * integral;
  }

  private double decay() {
    return (1 - m) * sigma2 * m / norm;
  }
}
