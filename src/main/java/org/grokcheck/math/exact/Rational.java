package org.grokcheck.math.exact;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A rational number p/q in lowest terms with q &gt; 0, so that equal numbers are {@code equals}.
 *
 * @param numerator p
 * @param denominator q, not 0; a negative one is turned positive together with p
 */
public record Rational(BigInteger numerator, BigInteger denominator)
    implements Comparable<Rational> {
  /** 0. */
  public static final Rational ZERO = new Rational(BigInteger.ZERO, BigInteger.ONE);

  /** 1. */
  public static final Rational ONE = new Rational(BigInteger.ONE, BigInteger.ONE);

  /** 2. */
  public static final Rational TWO = of(2);

  /** ½. */
  public static final Rational HALF = of(1, 2);

  /** Bits of a quotient before it is rounded to a double: 53, and enough below to see a tie. */
  private static final int QUOTIENT_BITS = 66;

  private static final int GUARD_DIGITS = 5;

  /**
   * Reduces to lowest terms.
   *
   * @throws IllegalArgumentException if the denominator is 0
   */
  public Rational {
    if (denominator.signum() == 0) {
      throw new IllegalArgumentException("denominator: need a number other than 0, got 0");
    }
    BigInteger common = numerator.gcd(denominator);
    BigInteger divisor = denominator.signum() < 0 ? common.negate() : common;
    if (!divisor.equals(BigInteger.ONE)) {
      numerator = numerator.divide(divisor);
      denominator = denominator.divide(divisor);
    }
  }

  /** Returns a whole number. */
  public static Rational of(long whole) {
    return new Rational(BigInteger.valueOf(whole), BigInteger.ONE);
  }

  /**
   * Returns p/q.
   *
   * @throws IllegalArgumentException if q is 0
   */
  public static Rational of(long p, long q) {
    return new Rational(BigInteger.valueOf(p), BigInteger.valueOf(q));
  }

  /** Returns the decimal as it is written. */
  public static Rational of(BigDecimal decimal) {
    BigInteger unscaled = decimal.unscaledValue();
    int scale = decimal.scale();
    return scale >= 0
        ? new Rational(unscaled, BigInteger.TEN.pow(scale))
        : new Rational(unscaled.multiply(BigInteger.TEN.pow(-scale)), BigInteger.ONE);
  }

  /**
   * Returns the value of the double, which is a whole multiple of a power of two.
   *
   * @throws IllegalArgumentException if the double is infinite or NaN
   */
  public static Rational of(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("value: need a finite number, got " + value);
    }
    return of(new BigDecimal(value));
  }

  /** Returns this + other. */
  public Rational plus(Rational other) {
    return new Rational(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  /** Returns this − other. */
  public Rational minus(Rational other) {
    return plus(other.negate());
  }

  /** Returns this · other. */
  public Rational times(Rational other) {
    return new Rational(
        numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  /** Returns this · n. */
  public Rational times(long n) {
    return times(of(n));
  }

  /**
   * Returns this / other.
   *
   * @throws IllegalArgumentException if other is 0
   */
  public Rational over(Rational other) {
    return new Rational(
        numerator.multiply(other.denominator), denominator.multiply(other.numerator));
  }

  /**
   * Returns this / n.
   *
   * @throws IllegalArgumentException if n is 0
   */
  public Rational over(long n) {
    return over(of(n));
  }

  /** Returns −this. */
  public Rational negate() {
    return new Rational(numerator.negate(), denominator);
  }

  /** Returns |this|. */
  public Rational abs() {
    return signum() < 0 ? negate() : this;
  }

  /** Returns this². */
  public Rational square() {
    return times(this);
  }

  /**
   * Returns this to a whole power; 0⁰ = 1.
   *
   * @throws IllegalArgumentException for a negative power of 0
   */
  public Rational power(int exponent) {
    return exponent >= 0
        ? new Rational(numerator.pow(exponent), denominator.pow(exponent))
        : ONE.over(power(-exponent));
  }

  /** Returns −1, 0 or 1 as this is negative, zero or positive. */
  public int signum() {
    return numerator.signum();
  }

  @Override
  public int compareTo(Rational other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  /** Returns the larger of the two. */
  public Rational max(Rational other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /**
   * Returns the nearest double, ties to even; ±∞ beyond the range, and within one ulp among
   * subnormal numbers.
   */
  public double toDouble() {
    if (signum() == 0) {
      return 0;
    }
    int shift = QUOTIENT_BITS - numerator.bitLength() + denominator.bitLength();
    BigInteger dividend = shift > 0 ? numerator.abs().shiftLeft(shift) : numerator.abs();
    BigInteger divisor = shift > 0 ? denominator : denominator.shiftLeft(-shift);
    BigInteger[] quotient = dividend.divideAndRemainder(divisor);
    // A sticky last bit keeps an inexact quotient off the tie.
    BigInteger bits = quotient[1].signum() == 0 ? quotient[0] : quotient[0].setBit(0);
    return signum() * Math.scalb(bits.doubleValue(), -shift);
  }

  /** Returns this as a decimal of the given precision, rounded once. */
  public BigDecimal toDecimal(MathContext precision) {
    return new BigDecimal(numerator).divide(new BigDecimal(denominator), precision);
  }

  /**
   * Returns this rounded to a decimal of so many significant digits.
   *
   * @param digits at least 1
   */
  public Rational rounded(int digits) {
    return of(toDecimal(new MathContext(digits)));
  }

  /**
   * Returns √this with an error below one unit of the last digit.
   *
   * @param digits significant digits
   * @throws IllegalArgumentException if this is negative
   */
  public BigDecimal sqrt(int digits) {
    if (signum() < 0) {
      throw new IllegalArgumentException("radicand: need a number of at least 0, got " + this);
    }
    MathContext wide = new MathContext(digits + GUARD_DIGITS, RoundingMode.HALF_EVEN);
    return toDecimal(wide).sqrt(wide).round(new MathContext(digits));
  }

  @Override
  public String toString() {
    return denominator.equals(BigInteger.ONE)
        ? numerator.toString()
        : numerator + "/" + denominator;
  }
}
