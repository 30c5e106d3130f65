package org.grokcheck.math;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Exact decimal inputs, and decimal outputs outside the range of double.
 *
 * <p>A gap such as 1 − 2λ loses its digits once λ is rounded to a double, so it is formed on the
 * decimals and rounded once.
 */
public final class Decimals {
  private static final BigDecimal LN10 =
      new BigDecimal("2.30258509299404568401799145468436420760110148862877297603332790");
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final int MAX_DIGITS = 17;

  /** Largest |logarithm| taken: its power of ten must fit the exponent of a {@link BigDecimal}. */
  private static final double MAX_LOG = 4e9;

  private Decimals() {}

  /** Returns 1 − 2λ, formed exactly and rounded once. */
  public static double oneMinusTwice(BigDecimal lambda) {
    return gap(BigDecimal.ONE, lambda.multiply(TWO));
  }

  /** Returns a − b, formed exactly and rounded once. */
  public static double gap(BigDecimal a, BigDecimal b) {
    return toDouble(a.subtract(b));
  }

  /**
   * Returns log(a/b) within a few units in the last place, however close a is to b: their
   * difference is formed exactly. Neither a, b nor a/b need to be in the range of double.
   *
   * @param a positive
   * @param b positive
   * @throws IllegalArgumentException if a or b isn't positive
   */
  public static double logRatio(BigDecimal a, BigDecimal b) {
    if (a.signum() <= 0 || b.signum() <= 0) {
      throw new IllegalArgumentException("a, b: need positive numbers, got " + a + " and " + b);
    }
    BigDecimal excess = a.subtract(b).divide(b, MathContext.DECIMAL128);
    if (excess.abs().compareTo(HALF) < 0) {
      return StrictMath.log1p(excess.doubleValue());
    }
    BigDecimal ratio = a.divide(b, MathContext.DECIMAL128);
    int exponent = ratio.precision() - ratio.scale();
    if (Math.abs(exponent) < 300) {
      return StrictMath.log(ratio.doubleValue());
    }
    double mantissa = ratio.scaleByPowerOfTen(-exponent).doubleValue();
    return StrictMath.log(mantissa) + exponent * LN10.doubleValue();
  }

  /**
   * Returns the double nearest to the decimal; a decimal below half the least positive double gives
   * 0.
   *
   * @throws IllegalArgumentException if the decimal exceeds the largest double
   */
  public static double toDouble(BigDecimal value) {
    double nearest = value.doubleValue();
    if (Double.isInfinite(nearest)) {
      throw new IllegalArgumentException(
          "value: need at most 1.797e308 in size, got "
              + value.round(new MathContext(4))
              + "; pass its logarithm instead");
    }
    return nearest;
  }

  /**
   * Returns e^L with as many digits as the double L fixes (its half ulp is the relative error of
   * e^L), at most 17.
   *
   * @param naturalLog L, |L| ≤ 4e9; {@code -∞} gives 0
   * @throws IllegalArgumentException if L is out of range or NaN
   */
  public static BigDecimal expAsDecimal(double naturalLog) {
    if (naturalLog == Double.NEGATIVE_INFINITY) {
      return BigDecimal.ZERO;
    }
    requireRange(naturalLog, "naturalLog", MAX_LOG);
    return expAsDecimal(new BigDecimal(naturalLog), digits(Math.ulp(naturalLog) / 2));
  }

  /**
   * Returns e^L to 16 digits or so for a logarithm that is known beyond double precision, rounded
   * to 17 digits.
   *
   * @param naturalLog L, |L| ≤ 4e9
   * @throws IllegalArgumentException if L is out of range
   */
  public static BigDecimal expAsDecimal(BigDecimal naturalLog) {
    requireRange(naturalLog.doubleValue(), "naturalLog", MAX_LOG);
    return expAsDecimal(naturalLog, MAX_DIGITS);
  }

  /**
   * Returns 10^l with as many digits as the double l fixes, at most 17.
   *
   * @param log10 l, |l| ≤ 1.7e9; {@code -∞} gives 0
   * @throws IllegalArgumentException if l is out of range or NaN
   */
  public static BigDecimal exp10AsDecimal(double log10) {
    if (log10 == Double.NEGATIVE_INFINITY) {
      return BigDecimal.ZERO;
    }
    requireRange(log10, "log10", 1.7e9);
    BigDecimal naturalLog = new BigDecimal(log10).multiply(LN10);
    return expAsDecimal(naturalLog, digits(Math.ulp(log10) / 2 * LN10.doubleValue()));
  }

  private static BigDecimal expAsDecimal(BigDecimal naturalLog, int digits) {
    return FarDecimal.exp(naturalLog, new MathContext(digits)).decimalValue();
  }

  /** One digit more than the relative error fixes, so that rounding adds little to it. */
  private static int digits(double relativeError) {
    int fixed = (int) Math.floor(-StrictMath.log10(relativeError));
    return Math.max(1, Math.min(MAX_DIGITS, fixed + 1));
  }

  private static void requireRange(double value, String name, double max) {
    if (!(Math.abs(value) <= max)) {
      throw new IllegalArgumentException(
          name + ": need a logarithm of at most " + max + " in size, got " + value);
    }
  }
}
