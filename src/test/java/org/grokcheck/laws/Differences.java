package org.grokcheck.laws;

import java.util.function.DoubleUnaryOperator;

/**
 * Central differences D(h) of F at 0 over halved steps. D errs by c₂h² + c₄h⁴ + ...; (4D(h/2) −
 * D(h))/3 misses F′(0) by a fifteenth of its change from the step before once h is small, only
 * because D is of second order. The whole change is allowed, and a sixteenth of the change before
 * it, since both can't be small by chance. Rounding of F adds its size over h.
 */
final class Differences {
  private static final int HALVINGS = 8;

  private final DoubleUnaryOperator f;
  private final double noise;

  /**
   * @param noise the largest error of F near 0
   */
  Differences(DoubleUnaryOperator f, double noise) {
    this.f = f;
    this.noise = noise;
  }

  /**
   * Holds a slope against the differences of all steps.
   *
   * @param first the largest h
   * @param error what rounding may have made of the slope
   */
  void check(double slope, double first, double error, String what) {
    double h = first;
    double before = extrapolated(2 * h);
    double coarse = extrapolated(h);
    for (int k = 0; k < HALVINGS; k++, h /= 2) {
      double fine = extrapolated(h / 2);
      double truncation = Math.abs(fine - coarse) + Math.abs(coarse - before) / 16;
      // |4 noise/(h/4) + noise/(h/2)|/3.
      double rounding = 6 * noise / h;
      Near.near(fine, slope, truncation + rounding + error, what + " at h = " + h);
      before = coarse;
      coarse = fine;
    }
  }

  private double extrapolated(double h) {
    return (4 * difference(h / 2) - difference(h)) / 3;
  }

  private double difference(double h) {
    return (f.applyAsDouble(h) - f.applyAsDouble(-h)) / (2 * h);
  }
}
