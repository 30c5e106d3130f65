package org.grokcheck.math;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.grokcheck.math.exact.Rational;
import org.jspecify.annotations.Nullable;

/**
 * A real number carried to 60 significant digits, for closed forms whose terms cancel: what loses
 * up to 40 of them is still right to the last place of a double.
 *
 * <p>Sums, products and quotients are rounded once. Elementary functions have a relative error of a
 * few 10⁻⁵⁸, near their zeros too, down to results of 10⁻⁶⁰ for sine and cosine.
 *
 * @param value the decimal, of at most 60 digits
 */
public record Real(BigDecimal value) implements Comparable<Real> {
  private static final MathContext DIGITS = new MathContext(60);
  private static final MathContext SHORT = new MathContext(6);
  private static final DecimalFunctions FUNCTIONS = new DecimalFunctions(70);

  /** Their sines have an absolute error; near a zero 60 digits are left all the same. */
  private static final DecimalFunctions ANGLES = new DecimalFunctions(130);

  /** 0. */
  public static final Real ZERO = of(0);

  /** 1. */
  public static final Real ONE = of(1);

  /** 2. */
  public static final Real TWO = of(2);

  /** Below it 1 + x loses digits that series in x keep. */
  private static final BigDecimal SMALL = new BigDecimal("0.1");

  /** Largest exponent taken: its power of ten must fit that of a {@link BigDecimal}. */
  private static final BigDecimal MAX_EXPONENT = new BigDecimal("2e9");

  /** Below it eˣ is lost beside 1. */
  private static final BigDecimal LOST = new BigDecimal("-150");

  /** Rounds to 60 digits. */
  public Real {
    value = value.round(DIGITS);
  }

  /** Returns a whole number. */
  public static Real of(long whole) {
    return new Real(BigDecimal.valueOf(whole));
  }

  /** Returns a decimal. */
  public static Real of(BigDecimal decimal) {
    return new Real(decimal);
  }

  /**
   * Returns the value of the double.
   *
   * @throws IllegalArgumentException if it is infinite or NaN
   */
  public static Real of(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("value: need a finite number, got " + value);
    }
    return new Real(new BigDecimal(value));
  }

  /** Returns the rational, rounded. */
  public static Real of(Rational value) {
    return new Real(value.toDecimal(DIGITS));
  }

  /** Returns π. */
  public static Real pi() {
    return new Real(ANGLES.pi());
  }

  /** Returns this + other. */
  public Real plus(Real other) {
    return new Real(value.add(other.value, DIGITS));
  }

  /** Returns this − other. */
  public Real minus(Real other) {
    return new Real(value.subtract(other.value, DIGITS));
  }

  /** Returns this · other. */
  public Real times(Real other) {
    return new Real(value.multiply(other.value, DIGITS));
  }

  /** Returns this · n. */
  public Real times(long n) {
    return times(of(n));
  }

  /**
   * Returns this / other.
   *
   * @throws IllegalArgumentException if other is 0
   */
  public Real over(Real other) {
    if (other.signum() == 0) {
      throw new IllegalArgumentException("divisor: need a number other than 0, got 0");
    }
    return new Real(value.divide(other.value, DIGITS));
  }

  /**
   * Returns this / n.
   *
   * @throws IllegalArgumentException if n is 0
   */
  public Real over(long n) {
    return over(of(n));
  }

  /** Returns −this. */
  public Real negate() {
    return new Real(value.negate());
  }

  /** Returns |this|. */
  public Real abs() {
    return new Real(value.abs());
  }

  /** Returns this². */
  public Real square() {
    return times(this);
  }

  /** Returns the larger of the two. */
  public Real max(Real other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** Returns the smaller of the two. */
  public Real min(Real other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** Returns −1, 0 or 1 as this is negative, zero or positive. */
  public int signum() {
    return value.signum();
  }

  @Override
  public int compareTo(Real other) {
    return value.compareTo(other.value);
  }

  /**
   * Returns the square root.
   *
   * @throws IllegalArgumentException if this is negative
   */
  public Real sqrt() {
    if (signum() < 0) {
      throw new IllegalArgumentException("radicand: need a number of at least 0, got " + this);
    }
    return new Real(value.sqrt(DIGITS));
  }

  /**
   * Returns e to this power.
   *
   * @throws IllegalArgumentException if the power is above 2·10⁹ in size
   */
  public Real exp() {
    requireExponent();
    return new Real(FUNCTIONS.exp(value));
  }

  private void requireExponent() {
    if (value.abs().compareTo(MAX_EXPONENT) > 0) {
      throw new IllegalArgumentException(
          "exponent: need a number of at most 2E+9 in size, got " + value.round(SHORT));
    }
  }

  /** Returns e to this power, less 1, with its digits near 0 too; see {@link #exp}. */
  public Real expm1() {
    if (value.compareTo(LOST) < 0) {
      return ONE.negate();
    }
    return isSmall() ? new Real(Elementary.expm1(value)) : exp().minus(ONE);
  }

  /**
   * Returns the natural logarithm.
   *
   * @throws IllegalArgumentException if this isn't positive
   */
  public Real log() {
    if (signum() <= 0) {
      throw new IllegalArgumentException("logarithm: need a number above 0, got " + this);
    }
    Real near = minus(ONE);
    return near.isSmall() ? near.log1p() : new Real(FUNCTIONS.log(value));
  }

  /**
   * Returns log(1 + this) with its digits near 0 too.
   *
   * @throws IllegalArgumentException if this isn't above −1
   */
  public Real log1p() {
    return isSmall() ? new Real(Elementary.log1p(value)) : plus(ONE).log();
  }

  /**
   * Returns this to a power; 0 to the power 0 is 1.
   *
   * @throws IllegalArgumentException if this is negative, or 0 with a negative power, or the result
   *     has more than 8·10⁸ digits before or after the point
   */
  public Real power(Real exponent) {
    if (signum() == 0 && exponent.signum() >= 0) {
      return exponent.signum() == 0 ? ONE : ZERO;
    }
    Real size = log().times(exponent);
    size.requireExponent();
    return new Real(FUNCTIONS.pow(value, exponent.value));
  }

  /** Returns the sine. */
  public Real sin() {
    return new Real(ANGLES.sin(value));
  }

  /** Returns the cosine. */
  public Real cos() {
    return new Real(ANGLES.cos(value));
  }

  /** Returns the arc tangent: that of doubles, and of what it leaves. */
  public Real atan() {
    Real near = of(StrictMath.atan(value.doubleValue()));
    Real sin = near.sin();
    Real cos = near.cos();
    Real rest = times(cos).minus(sin).over(cos.plus(times(sin)));
    return near.plus(new Real(Elementary.atan(rest.value)));
  }

  /** Returns the hyperbolic tangent. */
  public Real tanh() {
    Real grown = times(2).abs().min(of(300)).expm1();
    Real size = grown.over(grown.plus(TWO));
    return signum() < 0 ? size.negate() : size;
  }

  /** Returns the nearest double; 0 or ±∞ outside the range. */
  public double toDouble() {
    return value.doubleValue();
  }

  /** Returns the least whole number that isn't below this. */
  public BigDecimal ceiling() {
    return value.setScale(0, RoundingMode.CEILING);
  }

  private boolean isSmall() {
    return value.abs().compareTo(SMALL) < 0;
  }

  /** Equal numbers are equal, however many zeros follow their last digit. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Real real && compareTo(real) == 0;
  }

  @Override
  public int hashCode() {
    return value.stripTrailingZeros().hashCode();
  }

  @Override
  public String toString() {
    return value.round(new MathContext(17)).toString();
  }
}
