package org.grokcheck.oracle;

import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/**
 * Where the weight of the two-point flow with exponential loss ends for inseparable data, with
 * fifty digits, from the defining equations: x e^{xS̃} = e^{−S̃} and Z = ½(e^{−S̃} + e^{xS̃}).
 *
 * @param x second point, in (0, 1]
 * @param minusLogX −log x
 * @param weight S̃_∞
 * @param loss Z
 */
public record StationaryPoint(Apfloat x, Apfloat minusLogX, Apfloat weight, Apfloat loss) {
  private static final Apfloat TWO = Precise.of(2);

  /** The stationary point for the exact value of a double. */
  public static StationaryPoint of(double position) {
    Apfloat x = Precise.of(position);
    Apfloat minusLogX = ApfloatMath.log(x).negate();
    Apfloat weight = minusLogX.divide(Precise.ONE.add(x));
    Apfloat left = ApfloatMath.exp(weight.negate());
    Apfloat right = ApfloatMath.exp(x.multiply(weight));
    return new StationaryPoint(x, minusLogX, weight, left.add(right).divide(TWO));
  }

  /** log Z. */
  public Apfloat logLoss() {
    return ApfloatMath.log(loss);
  }

  /** S̃_∞²/2, the population loss's head start. */
  public Apfloat halfSquare() {
    return weight.multiply(weight).divide(TWO);
  }

  /** lim log(t_gen/t_tr) = S̃_∞²/2 − log Z. */
  public Apfloat logRatio() {
    return halfSquare().subtract(logLoss());
  }

  /** ½ log²x, the printed exponent. */
  public Apfloat printedLogRatio() {
    return minusLogX.multiply(minusLogX).divide(TWO);
  }
}
