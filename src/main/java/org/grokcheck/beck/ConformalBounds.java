package org.grokcheck.beck;

/**
 * Bounds of b, e^b and conformal time τ at all times for the exponential loss (claims {@code
 * beck.eq20}, {@code beck.eq21}, {@code beck.appc.divergence}, {@code beck.ext.b-bounds}, {@code
 * beck.ext.tau-bounds}). Since d(e^{−b})/dt = ηL_e(S, 0) and the bias-free loss falls along the
 * path from Z₀ towards Z_min, e^{−b} lies between e^{−b₀} + ηZ_min t and e^{−b₀} + ηZ₀ t.
 *
 * @param initialLoss Z₀ = L_e(S₀, 0), above 0
 * @param leastLoss Z_min = min_S L_e(S, 0), 0 for separable data
 * @param initialBias b₀
 * @param eta η &gt; 0
 */
public record ConformalBounds(
    double initialLoss, double leastLoss, double initialBias, double eta) {
  /** Checks the domain. */
  public ConformalBounds {
    Require.positive("Z_0 (initial loss)", initialLoss);
    Require.within("Z_min (least loss)", leastLoss, 0, initialLoss);
    Require.finite("b0 (initial bias)", initialBias);
    Require.positive("eta", eta);
  }

  /** Returns ηC with C = Z₀, the bound of −(1/β²) dβ/dt in eq. (20). */
  public double rateBound() {
    return eta * initialLoss;
  }

  /** Returns log(e^{−b₀} + ηZ₀t), the upper bound of log(1/β) = −b in eq. (21). */
  public double logInverseBound(double time) {
    return -initialBias + StrictMath.log1p(eta * initialLoss * StrictMath.exp(initialBias) * time);
  }

  /** Returns −log(e^{−b₀} + ηZ₀t) ≤ b(t). */
  public double leastBias(double time) {
    return -logInverseBound(time);
  }

  /** Returns −log(e^{−b₀} + ηZ_min t) ≥ b(t). */
  public double mostBias(double time) {
    return initialBias - StrictMath.log1p(eta * leastLoss * StrictMath.exp(initialBias) * time);
  }

  /** Returns log(1 + ηZ₀e^{b₀}t)/(ηZ₀) ≤ τ(t), which diverges. */
  public double leastConformalTime(double time) {
    return conformalTime(initialLoss, time);
  }

  /** Returns log(1 + ηZ_min e^{b₀}t)/(ηZ_min) ≥ τ(t); e^{b₀}t for separable data. */
  public double mostConformalTime(double time) {
    return leastLoss == 0 ? StrictMath.exp(initialBias) * time : conformalTime(leastLoss, time);
  }

  private double conformalTime(double loss, double time) {
    return StrictMath.log1p(eta * loss * StrictMath.exp(initialBias) * time) / (eta * loss);
  }
}
