package org.grokcheck.math;

import java.util.function.DoubleUnaryOperator;

/** Averages over a standard normal variable Y, plain and in the log domain. */
public final class GaussianAverage {
  private static final double REACH = 39;

  private static final double[] BREAKPOINTS = {-REACH, -8, -4, -2, -1, 0, 1, 2, 4, 8, REACH};
  private static final double REL_TOL = 1e-15;

  /** What the integrand must have fallen by, in e-folds, where it is cut. */
  private static final double NEGLIGIBLE = 45;

  private static final double WIDEST = 1e8;

  private GaussianAverage() {}

  /**
   * Returns E f(Y), Y ~ N(0, 1), to about 1e-15 of E|f(Y)|.
   *
   * @param f of either sign, finite on [−39, 39], beyond which φ underflows and f is cut; narrow
   *     features away from the origin slow it down
   * @throws ArithmeticException if f isn't finite (for a large one use {@link #logExpectation}), or
   *     if the panels don't converge
   */
  public static double expectation(DoubleUnaryOperator f) {
    return AdaptiveQuadrature.integrate(
        y -> f.applyAsDouble(y) * Normal.pdf(y), BREAKPOINTS, REL_TOL, 0);
  }

  /**
   * Returns log E e^{logF(Y)}, Y ~ N(0, 1), wherever the tilted weight e^{logF(y) − y²/2} has its
   * peak, up to |y| = 1e8. Errors as for {@link LogQuadrature#logIntegral}.
   *
   * @param logF {@code -∞} stands for 0; a second peak away from the largest one may be missed
   * @throws ArithmeticException if logF gives NaN or {@code +∞}, if it outgrows y²/2, or if the
   *     panels don't converge
   */
  public static double logExpectation(DoubleUnaryOperator logF) {
    DoubleUnaryOperator tilted = y -> logF.applyAsDouble(y) + Normal.logPdf(y);
    double lo = -REACH;
    double hi = REACH;
    while (true) {
      double top = tilted.applyAsDouble(PeakSearch.peak(tilted, lo, hi));
      boolean left = tilted.applyAsDouble(lo) > top - NEGLIGIBLE;
      boolean right = tilted.applyAsDouble(hi) > top - NEGLIGIBLE;
      if (!left && !right) {
        return LogQuadrature.logIntegral(tilted, lo, hi);
      }
      lo = left ? 2 * lo : lo;
      hi = right ? 2 * hi : hi;
      if (hi - lo > WIDEST) {
        throw new ArithmeticException(
            "logF: e^{logF(y) - y^2/2} doesn't decay up to |y| = 1e8; the average is infinite");
      }
    }
  }
}
