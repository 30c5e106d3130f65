package org.grokcheck.oracle;

/**
 * Rigorous remainders of the two-point flow with exponential loss for inseparable data, 0 &lt; x ≤
 * 1, for large times. They follow from the differential equations alone, without their solution.
 *
 * <p>Let m(S̃) = ½(e^{−S̃} + e^{xS̃}), Z = min m = m(S̃_∞), δ = S̃ − S̃_∞, r = σ²x. Then
 *
 * <ul>
 *   <li>d(e^{−b})/dt = ηm ≥ ηZ, hence e^{−b} ≥ e^{−b₀} + ηZt;
 *   <li>D = 1 − e^{(1+x)δ} obeys D = D₀ e^{x(S̃−S̃₀)} e^{r(b−b₀)} along the flow (differentiate),
 *       and S̃ runs monotonically from S̃₀ to S̃_∞, hence |δ| ≤ Λ(1 + ηZe^{b₀}t)^{−r} with Λ =
 *       |δ₀|e^{x|δ₀|} below S̃_∞ (−log(1−D) is convex) and (e^{(1+x)δ₀} − 1)/(1+x) above it;
 *   <li>0 ≤ m/Z − 1 ≤ ½Kδ², K = max of (x e^{−δ} + x²e^{xδ})/(1+x) over the two ends, both terms
 *       being convex; so u = e^{−b}/(ηZt) − 1 lies between 0 and {@link #biasExcess}.
 * </ul>
 */
public final class InseparableRemainder {
  private final double x;
  private final double stationaryWeight;
  private final double logZ;
  private final double rate;
  private final double start;
  private final double lagScale;
  private final double curvature;
  private final double logSpeed;
  private final double initialBias;

  /**
   * Remainders for one flow.
   *
   * @param x second point, in (0, 1]
   * @param sigma scale of the data
   * @param eta learning rate
   * @param start S̃₀
   * @param initialBias b₀
   */
  public InseparableRemainder(
      double x, double sigma, double eta, double start, double initialBias) {
    this.x = x;
    this.start = start;
    this.initialBias = initialBias;
    double g = 1 + x;
    double minusLogX = x > 0.5 ? -StrictMath.log1p(-(1 - x)) : -StrictMath.log(x);
    stationaryWeight = minusLogX / g;
    logZ = StrictMath.log(g / 2) + x * stationaryWeight;
    rate = sigma * sigma * x;
    double d0 = start - stationaryWeight;
    lagScale = d0 < 0 ? -d0 * StrictMath.exp(-x * d0) : StrictMath.expm1(g * d0) / g;
    double atStart = (x * StrictMath.exp(-d0) + x * x * StrictMath.exp(x * d0)) / g;
    curvature = Math.max(x, atStart);
    logSpeed = StrictMath.log(eta) + logZ + initialBias;
  }

  /** S̃_∞ = −log(x)/(1+x). */
  public double stationaryWeight() {
    return stationaryWeight;
  }

  /** log Z, Z = ½(1+x)x^{−x/(1+x)}. */
  public double logZ() {
    return logZ;
  }

  /** r = σ²x. */
  public double rate() {
    return rate;
  }

  /** The largest possible |S̃ − S̃_∞| at a time given by its logarithm. */
  public double weightLag(double logTime) {
    double decay = StrictMath.exp(-rate * softplus(logSpeed + logTime));
    return Math.min(Math.abs(start - stationaryWeight), lagScale * decay);
  }

  /**
   * The largest possible |dS̃/d log t| from that time on: σ²·x/(1+x)·|e^{−δ} − e^{xδ}| as t e^b ≤
   * 1/(ηZ), and |S̃ − S̃₀| as t is convex in S̃.
   */
  public double weightSlope(double logTime) {
    double lag = weightLag(logTime);
    double pull = StrictMath.exp(lag) - StrictMath.exp(-x * lag);
    return Math.min(Math.abs(start - stationaryWeight), rate / (1 + x) * pull);
  }

  /** The largest possible m/Z − 1 at that time. */
  public double lossExcess(double logTime) {
    double lag = weightLag(logTime);
    return 0.5 * curvature * lag * lag;
  }

  /** The largest possible e^{−b}/(ηZt) − 1 at that time. */
  public double biasExcess(double logTime) {
    double logScaled = logSpeed + logTime;
    double n = softplus(logScaled);
    double p = 1 - 2 * rate;
    double share = p == 0 ? n : -StrictMath.expm1(-Math.abs(p) * n) / Math.abs(p);
    double mean = StrictMath.exp(Math.max(p, 0) * n - logScaled) * share;
    return StrictMath.exp(-logScaled) + 0.5 * curvature * lagScale * lagScale * mean;
  }

  /**
   * The largest possible w = e^{−b} − e^{−b₀} − ηZt at any time, η∫(m − Z)dt: ½KΛ²e^{−b₀}/(2r − 1);
   * infinite for r ≤ ½.
   */
  public double lossSurplus() {
    return rate > 0.5
        ? 0.5 * curvature * lagScale * lagScale * StrictMath.exp(-initialBias) / (2 * rate - 1)
        : Double.POSITIVE_INFINITY;
  }

  /**
   * The limit of |S̃ − S̃_∞|·(ηZt)^r, that is |D₀| e^{x(S̃_∞−S̃₀)} e^{−rb₀}/(1+x), from the second
   * relation above.
   */
  public double lagCoefficient() {
    double d0 = start - stationaryWeight;
    return Math.abs(StrictMath.expm1((1 + x) * d0))
        * StrictMath.exp(-x * d0 - rate * initialBias)
        / (1 + x);
  }

  /** The largest possible relative deviation of |S̃ − S̃_∞|(ηZt)^r from its limit at that time. */
  public double lagCoefficientExcess(double logTime) {
    double lag = weightLag(logTime);
    double d = StrictMath.expm1((1 + x) * lag);
    return StrictMath.expm1(x * lag + rate * StrictMath.log1p(biasExcess(logTime))) + d;
  }

  private static double softplus(double v) {
    return v > 0 ? v + StrictMath.log1p(StrictMath.exp(-v)) : StrictMath.log1p(StrictMath.exp(v));
  }
}
