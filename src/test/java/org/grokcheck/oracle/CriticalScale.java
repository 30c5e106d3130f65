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
