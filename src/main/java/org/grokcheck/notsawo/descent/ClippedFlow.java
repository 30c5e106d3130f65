package org.grokcheck.notsawo.descent;

import java.math.BigDecimal;
import java.math.MathContext;
import org.grokcheck.math.DecimalFunctions;

/**
 * Gradient flow with clipping, dθ/dt = −G min(1, η/|G|) (claims {@code notsawo.appg4.clip_flow},
 * {@code notsawo.appg4.clip_ldot}, {@code notsawo.ext.clip_flow}): the orbits of the plain flow in
 * another time.
 *
 * @param threshold η > 0
 */
public record ClippedFlow(BigDecimal threshold) {
  private static final DecimalFunctions DECIMALS = new DecimalFunctions(60);
  private static final MathContext DIGITS = DECIMALS.context();

  /**
   * Checks the threshold.
   *
   * @throws IllegalArgumentException if it isn't positive
   */
  public ClippedFlow {
    Require.positive("eta (threshold)", threshold);
  }

  /** Returns |dθ/dt| = min(η, |G|). */
  public double speed(double gradientNorm) {
    return Math.min(threshold.doubleValue(), gradientNorm);
  }

  /** Returns dL/dt = −|G| min(η, |G|). */
  public double lossRate(double gradientNorm) {
    return -gradientNorm * speed(gradientNorm);
  }

  /**
   * Returns the time from x₀ to x on λx²/2: (x₀ − η/λ)/η + ln(η/(λx))/λ where clipping ends on the
   * way, the first or the second part alone where it doesn't end or begin.
   *
   * @param curvature λ > 0
   * @param start x₀ > 0
   * @param target x, 0 &lt; x ≤ x₀
   * @throws IllegalArgumentException if one is out of range
   */
  public BigDecimal time(BigDecimal curvature, BigDecimal start, BigDecimal target) {
    Require.positive("lam (curvature)", curvature);
    Require.positive("x_target", target);
    Require.that(
        start.compareTo(target) >= 0, "x0: need at least x_target = " + target + ", got " + start);
    BigDecimal edge = threshold.divide(curvature, DIGITS);
    BigDecimal endOfClipping = edge.max(target).min(start);
    BigDecimal clipped = start.subtract(endOfClipping).divide(threshold, DIGITS);
    BigDecimal ratio = endOfClipping.divide(target.min(endOfClipping), DIGITS);
    return clipped.add(DECIMALS.log(ratio).divide(curvature, DIGITS), DIGITS);
  }
}
