package org.grokcheck.oracle;

/**
 * Rigorous remainders of the two-point flow with exponential loss at x = 0 (λ = ½) from S̃ = b = 0,
 * for L = log(ηt/2) &gt; 0. With y = ητ/2 the flow has S̃ = log(1 + σ²y) and −b = y + S̃/σ², and
 * d(e^{−b})/dt = (η/2)(1 + e^{−S̃}). Hence
 *
 * <ul>
 *   <li>−b ≥ L and, as log(1+z) ≤ z, y ≥ L/2;
 *   <li>−b − L = log(1+v) with v = e^{−L} + (1/t)∫e^{−S̃}dt ≤ V = e^{−L} + e^{−L/2} + 1/(1 +
 *       σ²L/4), the integral being split where log(ηt/2) = L/2;
 *   <li>y − L lies between −log(1 + σ²(L + log(1+V)))/σ² and log(1+V).
 * </ul>
 */
public final class CriticalRemainder {
  private final double sigma2;
  private final double scaled;

  /**
   * Remainders at one time.
   *
   * @param sigma scale of the data
   * @param scaledLogTime L = log(ηt/2), positive
   */
  public CriticalRemainder(double sigma, double scaledLogTime) {
    sigma2 = sigma * sigma;
    scaled = scaledLogTime;
  }

  /** The largest possible −b − L. */
  public double bias() {
    double half = StrictMath.exp(-scaled / 2);
    return StrictMath.log1p(half * half + half + 1 / (1 + sigma2 * scaled / 4));
  }

  /** The largest possible |S̃ − log(σ²L)|; infinite where the bound says nothing yet. */
  public double weight() {
    double most = StrictMath.log1p(sigma2 * (scaled + bias()));
    double below = (1 - most) / (sigma2 * scaled);
    double above = (1 / sigma2 + bias()) / scaled;
    return below <= -1
        ? Double.POSITIVE_INFINITY
        : Math.max(-StrictMath.log1p(below), StrictMath.log1p(above));
  }
}
