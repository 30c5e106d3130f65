package org.grokcheck.beck;

import java.util.Arrays;
import org.grokcheck.math.LogDomain;

/**
 * The ratio of what two groups of points weigh, Σ_A e^{fᵢ}/Σ_B e^{fᵢ} with fᵢ = S·xᵢ, and its upper
 * bounds in the proof of App. D (claims {@code beck.eq27}, {@code beck.eq28}); all as logarithms.
 */
public final class GroupRatio {
  private final double[] inside;
  private final double[] outside;

  /**
   * Copies the outputs.
   *
   * @param inside fᵢ over A, at least one
   * @param outside fᵢ over B, at least one
   */
  public GroupRatio(double[] inside, double[] outside) {
    if (inside.length == 0 || outside.length == 0) {
      throw new IllegalArgumentException(
          "A and B: need at least one point each, got " + inside.length + " and " + outside.length);
    }
    this.inside = inside.clone();
    this.outside = outside.clone();
  }

  /** Returns log(Σ_A e^f/Σ_B e^f). */
  public double log() {
    return LogDomain.logSumExp(inside) - LogDomain.logSumExp(outside);
  }

  /** Returns log((N − k) e^{S·x̄}), Jensen's lower bound of log Σ_B e^f, eq. (27). */
  public double logJensen() {
    double mean = Arrays.stream(outside).sum() / outside.length;
    return StrictMath.log(outside.length) + mean;
  }

  /** Returns the first upper bound of {@link #log} in eq. (28): Σ_B replaced by Jensen's bound. */
  public double firstBound() {
    return LogDomain.logSumExp(inside) - logJensen();
  }

  /**
   * Returns log((k/(N − k)) e^{‖S‖δ}), the further upper bounds of eq. (28).
   *
   * @param reach ‖S‖δ, δ the largest distance from a point of A to the mean of B, or the diameter
   */
  public double bound(double reach) {
    return StrictMath.log(inside.length / (double) outside.length) + reach;
  }
}
