package org.grokcheck.oracle;

import static org.apfloat.ApfloatMath.cos;
import static org.apfloat.ApfloatMath.exp;
import static org.apfloat.ApfloatMath.pi;
import static org.apfloat.ApfloatMath.pow;
import static org.apfloat.ApfloatMath.sin;

import org.apfloat.Apfloat;

/**
 * f(y) = −∫_{−∞}^y e^s ds/(1 − x e^{(1+x)s}), the principal value beyond the pole, by power series:
 * with z = x e^{(1+x)y} and a = 1/(1 + x), f = −e^y Σ a zᵏ/(a + k) for |z| &lt; 1, and −e^y [πa
 * cot(πa) z^{−a} + Σ a z^{−k−1}/(k + 1 − a)] for z &gt; 1.
 */
public final class AntiderivativeSeries {
  private static final int MOST_TERMS = 300;

  private AntiderivativeSeries() {}

  /** Whether few terms give thirty digits: |z| is at most 0.7 or at least 1/0.7. */
  public static boolean converges(double x, double y) {
    double z = x * StrictMath.exp((1 + x) * y);
    return Math.abs(z) <= 0.7 || z >= 1 / 0.7;
  }

  /**
   * f(y) in fifty digits' arithmetic, some ten of which may cancel next to x = 0.
   *
   * @param x position of the second point, −1 &lt; x ≤ 1
   * @param y a weight at which the series {@link #converges}
   */
  public static Apfloat at(double x, double y) {
    Apfloat point = Precise.of(x);
    Apfloat growth = point.add(Precise.ONE);
    Apfloat a = Precise.ONE.divide(growth);
    Apfloat z = point.multiply(exp(growth.multiply(Precise.of(y))));
    Apfloat series = z.compareTo(Precise.ONE) > 0 ? beyond(a, z) : sum(a, a, z, Precise.ONE);
    return exp(Precise.of(y)).multiply(series).negate();
  }

  private static Apfloat beyond(Apfloat a, Apfloat z) {
    Apfloat turn = pi(Precise.DIGITS).multiply(a);
    Apfloat cotangent = cos(turn).divide(sin(turn));
    Apfloat inverse = Precise.ONE.divide(z);
    return turn.multiply(cotangent)
        .multiply(pow(z, a.negate()))
        .add(sum(a, Precise.ONE.subtract(a), inverse, inverse));
  }

  /** Σ a·first·ratioᵏ/(offset + k). */
  private static Apfloat sum(Apfloat a, Apfloat offset, Apfloat ratio, Apfloat first) {
    Apfloat power = a.multiply(first);
    Apfloat total = power.divide(offset);
    for (int k = 1; k < MOST_TERMS && Math.abs(power.doubleValue()) > 1e-40; k++) {
      power = power.multiply(ratio);
      total = total.add(power.divide(offset.add(new Apfloat(k, Precise.DIGITS))));
    }
    return total;
  }
}
