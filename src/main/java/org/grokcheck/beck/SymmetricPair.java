package org.grokcheck.beck;

import org.grokcheck.math.LogDomain;

/**
 * Closed-form solution in conformal time for x = 1, σ = 1: points −1 and 1 (claims {@code
 * beck.eq31.s}, {@code beck.eq31.b}, {@code beck.appe2.x1-accuracy}).
 *
 * @param initialWeight S₀, any sign
 * @param initialBias b₀
 * @param eta learning rate η &gt; 0
 */
public record SymmetricPair(double initialWeight, double initialBias, double eta) {
  private static final double LN2 = StrictMath.log(2);

  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if an argument is out of range
   */
  public SymmetricPair {
    Require.finite("S0 (initial weight)", initialWeight);
    Require.finite("b0 (initial bias)", initialBias);
    Require.positive("eta", eta);
  }

  /**
   * Returns the state at τ: tanh(S/2) = tanh(S₀/2)e^{−ητ} and b = b₀ − ητ − log(1 + sinh²(S₀/2)(1 −
   * e^{−2ητ})), which is b₀ + log(sinh S/sinh S₀); real for every S₀, 0 included.
   *
   * @param conformal τ ≥ 0
   */
  public WeightAndBias atConformalTime(double conformal) {
    Require.atLeast("tau (conformal time)", conformal, 0);
    double decay = eta * conformal;
    if (initialWeight == 0 || decay == 0) {
      return new WeightAndBias(initialWeight, initialBias - decay);
    }
    double size = Math.abs(initialWeight);
    double logSpread = 2 * logSinh(size / 2) + StrictMath.log(-StrictMath.expm1(-2 * decay));
    double bias = initialBias - decay - LogDomain.softplus(logSpread);
    return new WeightAndBias(Math.copySign(weight(size, decay), initialWeight), bias);
  }

  /**
   * Eq. (31) as printed, S = log tanh(ητ/2 + artanh e^{S₀}) and b through tanh·cosh of the doubled
   * argument: real for S₀ &lt; 0 only, NaN otherwise.
   *
   * @param conformal τ ≥ 0
   */
  public WeightAndBias asPrintedEq31(double conformal) {
    Require.atLeast("tau (conformal time)", conformal, 0);
    if (initialWeight >= 0) {
      return new WeightAndBias(Double.NaN, Double.NaN);
    }
    double e = StrictMath.exp(initialWeight);
    double argument = 0.5 * StrictMath.log((1 + e) / (1 - e));
    double weight = StrictMath.log(StrictMath.tanh(eta * conformal / 2 + argument));
    double before = 2 * argument;
    double after = eta * conformal + 2 * argument;
    double quotient =
        StrictMath.tanh(before)
            * StrictMath.cosh(before)
            / (StrictMath.tanh(after) * StrictMath.cosh(after));
    return new WeightAndBias(weight, initialBias + StrictMath.log(quotient));
  }

  /** 2 artanh e^{−v} with v = ητ − log tanh(S₀/2). */
  private static double weight(double size, double decay) {
    double v = decay + minusLogTanhHalf(size);
    return StrictMath.log1p(StrictMath.exp(-v)) - LogDomain.log1mExp(-v);
  }

  /** −log tanh(s/2) = log((1 + e^{−s})/(1 − e^{−s})). */
  private static double minusLogTanhHalf(double s) {
    return s > 1
        ? StrictMath.log1p(StrictMath.exp(-s)) - StrictMath.log1p(-StrictMath.exp(-s))
        : -StrictMath.log(StrictMath.tanh(s / 2));
  }

  private static double logSinh(double s) {
    return s < 1
        ? StrictMath.log(StrictMath.sinh(s))
        : s - LN2 + StrictMath.log1p(-StrictMath.exp(-2 * s));
  }
}
