package org.grokcheck.oracle;

import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/**
 * The scale σ_c above which the exponential population loss of the two-point flow from S̃ = b = 0
 * rises somewhere, straight from its definition: σ_c⁻² is the largest value of r(S) = S(e^{−S} − x
 * e^{xS})/(e^{−S} + e^{xS}).
 */
public final class CriticalScale {
  private static final Apfloat TWO = new Apfloat(2, Precise.DIGITS);

  private CriticalScale() {}

  /**
   * σ_c in fifty digits' arithmetic: a ternary search narrows S until r, stationary there, is known
   * to twenty digits.
   *
   * @param x position of the second point, 0 ≤ x &lt; 1
   */
  public static double at(double x) {
    Apfloat point = Precise.of(x);
    Apfloat lo = new Apfloat(0, Precise.DIGITS);
    Apfloat hi = Precise.ONE.subtract(point).multiply(TWO);
    Apfloat three = new Apfloat(3, Precise.DIGITS);
    for (int k = 0; k < 60; k++) {
      Apfloat third = hi.subtract(lo).divide(three);
      Apfloat left = lo.add(third);
      Apfloat right = hi.subtract(third);
      if (rise(point, left).compareTo(rise(point, right)) < 0) {
        lo = left;
      } else {
        hi = right;
      }
    }
    Apfloat largest = rise(point, lo.add(hi).divide(TWO));
    return Precise.toDouble(Precise.ONE.divide(ApfloatMath.sqrt(largest)));
  }

  private static Apfloat rise(Apfloat x, Apfloat s) {
    Apfloat left = ApfloatMath.exp(s.negate());
    Apfloat right = ApfloatMath.exp(x.multiply(s));
    Apfloat pull = left.subtract(x.multiply(right));
    return s.multiply(pull).divide(left.add(right));
  }

  /**
   * How far σ_c may lie below 2/h = 4/(1−x) − 2, where h = (1−x)/(1+x). With y = (1+x)S/2, r = y(h
   * − tanh y). From tanh y ≤ y follows max r ≥ h²/4, so that σ_c ≤ 2/h. From tanh y ≥ y − y³/3
   * follows r ≤ h²/4 + y⁴/3, to be taken where tanh y + y/cosh²y = h. The left side of that is at
   * least 2y − 4y³/3, which exceeds h at y = (h/2)(1 + h²/5) for h² ≤ 0.3; so y lies below, σ_c⁻² ≤
   * (h²/4)(1 + q) with q = (h²/12)(1 + h²/5)⁴, and σ_c ≥ (2/h)(1 − q/2).
   *
   * @param gap 1 − x, at most 0.5
   */
  public static double distanceFromPole(double gap) {
    double h = gap / (2 - gap);
    return h / 12 * StrictMath.pow(1 + h * h / 5, 4);
  }

  /**
   * How often d log L_gen/dτ ∝ σ²S(e^{−S} − x e^{xS}) − (e^{−S} + e^{xS}) changes sign while S runs
   * from 0 to the given end.
   *
   * @param points of the grid; two changes closer than end/points go unseen
   */
  public static int signChanges(double x, double sigma, double end, int points) {
    int changes = 0;
    boolean rising = false;
    for (int k = 1; k < points; k++) {
      double s = end * k / points;
      double left = StrictMath.exp(-s);
      double right = StrictMath.exp(x * s);
      boolean now = sigma * sigma * s * (left - x * right) > left + right;
      changes += now == rising ? 0 : 1;
      rising = now;
    }
    return changes;
  }
}
