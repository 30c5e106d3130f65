package org.grokcheck.oracle;

import java.math.BigDecimal;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/** Fifty-digit arithmetic: doubles enter exactly, results leave correctly rounded. */
public final class Precise {
  /** Working digits. */
  public static final int DIGITS = 50;

  /** One. */
  public static final Apfloat ONE = new Apfloat(1, DIGITS);

  private static final Apfloat SQRT_TWO = ApfloatMath.sqrt(new Apfloat(2, DIGITS));

  private Precise() {}

  /** The exact value of a double. */
  public static Apfloat of(double value) {
    return new Apfloat(new BigDecimal(value), DIGITS);
  }

  /** A decimal as written. */
  public static Apfloat of(String decimal) {
    return new Apfloat(decimal, DIGITS);
  }

  /** The nearest double; 0 or infinity outside the range. */
  public static double toDouble(Apfloat value) {
    return new BigDecimal(value.toString()).doubleValue();
  }

  /** {@code log value}, as the nearest double: for results outside the double range. */
  public static double log(Apfloat value) {
    return toDouble(ApfloatMath.log(value));
  }

  /** Upper tail 1 - Φ(x) of the standard normal law. */
  public static Apfloat normalSf(Apfloat x) {
    return ApfloatMath.erfc(x.divide(SQRT_TWO)).divide(new Apfloat(2, DIGITS));
  }
}
