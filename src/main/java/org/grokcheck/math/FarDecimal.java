package org.grokcheck.math;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A positive decimal whose power of ten may have any size, such as 4.6·10^(−2·10²⁰), which no
 * {@link BigDecimal} holds: that one's power of ten ends near 2·10⁹.
 */
public final class FarDecimal extends Number {
  private static final long serialVersionUID = 1;

  /** log 10 to 100 digits, so that logarithms of 60 digits before the point keep 40 behind it. */
  private static final BigDecimal LN10 =
      new BigDecimal(
          "2.3025850929940456840179914546843642076011014886287729760333279009675726096773524802"
              + "35997205089598298");

  /** More digits before the point than the constant above carries. */
  private static final BigDecimal MAX_LOG = new BigDecimal("1e60");

  private static final MathContext DIGITS = new MathContext(17);

  private final BigDecimal significand;
  private final BigInteger exponent;

  private FarDecimal(BigDecimal significand, BigInteger exponent) {
    this.significand = significand;
    this.exponent = exponent;
  }

  /**
   * Returns e^L, rounded to 17 digits; its relative error is that of a double exponential, a few
   * 1e-16.
   *
   * @param naturalLog L, |L| ≤ 1e60, with as many digits behind the point as the result needs
   * @throws IllegalArgumentException if L is out of range
   */
  public static FarDecimal exp(BigDecimal naturalLog) {
    return exp(naturalLog, DIGITS);
  }

  static FarDecimal exp(BigDecimal naturalLog, MathContext digits) {
    if (naturalLog.abs().compareTo(MAX_LOG) > 0) {
      throw new IllegalArgumentException(
          "naturalLog: need a logarithm of at most 1e60 in size, got "
              + naturalLog.round(MathContext.DECIMAL32));
    }
    BigDecimal power = naturalLog.divide(LN10, 0, RoundingMode.FLOOR);
    double rest = naturalLog.subtract(power.multiply(LN10)).doubleValue();
    BigDecimal significand = new BigDecimal(StrictMath.exp(rest)).round(digits);
    // Rounding may have carried into the next power.
    int carry = significand.precision() - significand.scale() - 1;
    return new FarDecimal(
        significand.scaleByPowerOfTen(-carry), power.toBigInteger().add(BigInteger.valueOf(carry)));
  }

  /** Returns s of s·10^e, 1 ≤ s &lt; 10. */
  public BigDecimal significand() {
    return significand;
  }

  /** Returns e of s·10^e. */
  public BigInteger exponent() {
    return exponent;
  }

  /**
   * Returns the same number as a {@link BigDecimal}.
   *
   * @throws ArithmeticException if its power of ten is too large for one
   */
  public BigDecimal decimalValue() {
    return significand.scaleByPowerOfTen(exponent.intValueExact());
  }

  /** Returns the nearest double; 0 or infinity outside its range. */
  @Override
  public double doubleValue() {
    // Far inside the range of an int and far outside that of a double.
    BigInteger bounded = exponent.max(BigInteger.valueOf(-1000)).min(BigInteger.valueOf(1000));
    return significand.scaleByPowerOfTen(bounded.intValueExact()).doubleValue();
  }

  @Override
  public float floatValue() {
    return (float) doubleValue();
  }

  @Override
  public long longValue() {
    return (long) doubleValue();
  }

  @Override
  public int intValue() {
    return (int) doubleValue();
  }

  /** Returns s, the letter e, and the power of ten. */
  @Override
  public String toString() {
    return significand.stripTrailingZeros().toPlainString() + "e" + exponent;
  }
}
