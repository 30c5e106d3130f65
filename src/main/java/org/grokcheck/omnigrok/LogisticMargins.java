package org.grokcheck.omnigrok;

import java.util.Arrays;

/**
 * Logistic loss of a homogeneous network as a function of its scale: outputs grow as c^L, so that
 * l(cW) = mean ln(1 + e^{−c^L m_i}) with the margins m_i = y_i f_i(W) (claims {@code
 * omnigrok.ext.homog-margin}, {@code omnigrok.ext.lower-bound}).
 *
 * @param margins m_i, at least one
 * @param degree L ≥ 1
 */
public record LogisticMargins(double[] margins, int degree) {
  /**
   * Copies the margins.
   *
   * @throws IllegalArgumentException if there are none or L is below 1
   */
  public LogisticMargins {
    Require.atLeast("margins (how many)", margins.length, 1);
    Require.atLeast("L", degree, 1);
    margins = margins.clone();
  }

  /** Returns a copy of m_i. */
  @Override
  public double[] margins() {
    return margins.clone();
  }

  /** Returns l(cW). */
  public double loss(double scale) {
    double power = StrictMath.pow(scale, degree);
    return Arrays.stream(margins)
        .map(m -> StrictMath.log1p(StrictMath.exp(-power * m)))
        .average()
        .orElseThrow();
  }

  /** Whether n l(W) ≤ ln 2, so that no margin is negative and scaling up can't raise the loss. */
  public boolean isGuaranteed() {
    return margins.length * loss(1) <= StrictMath.log(2);
  }

  /** Returns ⟨W, ∇l⟩ = −L mean m_i/(1 + e^{m_i}), not positive where all are classified rightly. */
  public double radialSlope() {
    return -degree
        * Arrays.stream(margins).map(m -> m / (1 + StrictMath.exp(m))).average().orElseThrow();
  }
}
