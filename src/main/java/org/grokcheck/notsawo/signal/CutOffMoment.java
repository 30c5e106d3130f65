package org.grokcheck.notsawo.signal;

import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * The second spectral moment of e^{−t} on [0, 1], zero outside, up to a cut-off (claims {@code
 * notsawo.ext.m2_window}, {@code notsawo.appf.m2}): 2∫₀^Ω ω²|F|² dω with |F|² = (1 + e^{−2} −
 * 2e^{−1} cos ω)/(1 + ω²). It grows like 2Ω(L(0)² + L(1)²), since the record jumps at its ends,
 * while the energy of the derivative is finite.
 */
public final class CutOffMoment {
  private static final double E_INVERSE = StrictMath.exp(-1);
  private static final double MEAN_POWER = 1 + StrictMath.exp(-2);

  /** Beyond it, the oscillating part is taken to infinity and its remainder along another path. */
  private static final double DIRECT = 40;

  /** 24 points integrate a panel of length 1 to rounding. */
  private static final GaussIntegrator PANEL = new GaussIntegratorFactory().legendre(24, 0, 1);

  private CutOffMoment() {}

  /**
   * Returns the moment, without a prefactor in the transform.
   *
   * @param cutOff Ω ≥ 0
   * @throws IllegalArgumentException if it is negative or not finite
   */
  public static double of(double cutOff) {
    Require.that(
        cutOff >= 0 && cutOff < Double.POSITIVE_INFINITY,
        "cutoff: need a finite number of at least 0, got " + cutOff);
    if (cutOff <= DIRECT) {
      return 2 * panels(cutOff, CutOffMoment::weightedPower);
    }
    double smooth = MEAN_POWER * (cutOff - StrictMath.atan(cutOff));
    double oscillating = StrictMath.sin(cutOff) - cosineIntegral(cutOff);
    return 2 * (smooth - 2 * E_INVERSE * oscillating);
  }

  /** Returns 2π∫₀¹ (dL/dt)² dt = π(1 − e^{−2}), which an unlimited moment would be. */
  public static double ofDerivative() {
    return -Math.PI * StrictMath.expm1(-2);
  }

  private static double weightedPower(double w) {
    double half = StrictMath.sin(w / 2);
    double power = (1 - E_INVERSE) * (1 - E_INVERSE) + 4 * E_INVERSE * half * half;
    return w * w * power / (1 + w * w);
  }

  /**
   * ∫₀^Ω cos ω/(1+ω²) dω = π/(2e) − Re i e^{iΩ} ∫₀^∞ e^{−s}/(1 + (Ω + is)²) ds, along the vertical
   * from Ω.
   */
  private static double cosineIntegral(double cutOff) {
    double re = panels(DIRECT, s -> StrictMath.exp(-s) * real(cutOff, s));
    double im = panels(DIRECT, s -> StrictMath.exp(-s) * imaginary(cutOff, s));
    double tail = -(StrictMath.cos(cutOff) * im + StrictMath.sin(cutOff) * re);
    return Math.PI / 2 * E_INVERSE - tail;
  }

  private static double real(double cutOff, double s) {
    double a = 1 + (cutOff - s) * (cutOff + s);
    double b = 2 * cutOff * s;
    return a / (a * a + b * b);
  }

  private static double imaginary(double cutOff, double s) {
    double a = 1 + (cutOff - s) * (cutOff + s);
    double b = 2 * cutOff * s;
    return -b / (a * a + b * b);
  }

  private static double panels(double end, UnivariateFunction f) {
    int count = Math.max(1, (int) Math.ceil(end));
    double width = end / count;
    double sum = 0;
    for (int k = 0; k < count; k++) {
      double start = k * width;
      sum += PANEL.integrate(u -> f.value(start + u * width));
    }
    return sum * width;
  }
}
