package org.grokcheck.math;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Elementary functions of decimals, for formulas whose terms cancel or leave the range of double.
 *
 * <p>Results have a relative error below 10^(2−digits) for the exponential and the logarithm away
 * from 1, and an absolute one below 10^(2−digits) for sines, cosines and logarithms near 1.
 *
 * @param digits wanted digits, from 20 to 20000
 */
public record DecimalFunctions(int digits) {
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final BigDecimal MAX_EXPONENT = BigDecimal.valueOf(2_000_000_000L);

  /** Digits lost when an exponential is formed by up to 60 squarings, and a reserve. */
  private static final int GUARD = 25;

  /** The argument of the exponential's series is below 2^−SHIFT. */
  private static final int SHIFT = 16;

  /**
   * Checks the number of digits.
   *
   * @throws IllegalArgumentException if it is out of range
   */
  public DecimalFunctions {
    if (digits < 20 || digits > 20_000) {
      throw new IllegalArgumentException("digits: need a number from 20 to 20000, got " + digits);
    }
  }

  /** The rounding to the wanted digits. */
  public MathContext context() {
    return new MathContext(digits, RoundingMode.HALF_EVEN);
  }

  private MathContext work() {
    return new MathContext(digits + GUARD, RoundingMode.HALF_EVEN);
  }

  /**
   * Returns e^x.
   *
   * @throws IllegalArgumentException if |x| exceeds 2·10⁹, where the power of ten has no room
   */
  public BigDecimal exp(BigDecimal x) {
    if (x.abs().compareTo(MAX_EXPONENT) > 0) {
      throw new IllegalArgumentException(
          "x: need at most 2e9 in size, got " + x.round(new MathContext(4)));
    }
    int squarings = Math.max(0, magnitude(x) * 4 + SHIFT);
    BigDecimal small = x.divide(TWO.pow(squarings), work());
    BigDecimal term = BigDecimal.ONE;
    BigDecimal sum = BigDecimal.ONE;
    BigDecimal negligible = BigDecimal.ONE.movePointLeft(digits + GUARD);
    for (int k = 1; term.abs().compareTo(negligible) > 0; k++) {
      term = term.multiply(small, work()).divide(BigDecimal.valueOf(k), work());
      sum = sum.add(term, work());
    }
    for (int k = 0; k < squarings; k++) {
      sum = sum.multiply(sum, work());
    }
    return sum.round(context());
  }

  /**
   * Returns log x, natural.
   *
   * @throws IllegalArgumentException if x isn't positive
   */
  public BigDecimal log(BigDecimal x) {
    if (x.signum() <= 0) {
      throw new IllegalArgumentException(
          "x: need a number above 0, got " + x.round(new MathContext(4)));
    }
    int exponent = magnitude(x);
    BigDecimal head = logOfHead(x.movePointLeft(exponent));
    if (exponent == 0) {
      return head.round(context());
    }
    BigDecimal tens = logOfHead(BigDecimal.TEN).multiply(BigDecimal.valueOf(exponent));
    return head.add(tens).round(context());
  }

  /** Steps y + 2(x − e^y)/(x + e^y), each of which trebles the digits, from a double. */
  private BigDecimal logOfHead(BigDecimal x) {
    BigDecimal y = new BigDecimal(StrictMath.log(x.doubleValue()));
    DecimalFunctions wider = new DecimalFunctions(Math.min(20_000, digits + GUARD));
    for (int known = 14; known < digits + GUARD; known *= 3) {
      BigDecimal power = wider.exp(y);
      BigDecimal step = TWO.multiply(x.subtract(power)).divide(x.add(power), work());
      y = y.add(step, work());
    }
    return y;
  }

  /** Returns x^y = e^{y log x} for x > 0. */
  public BigDecimal pow(BigDecimal x, BigDecimal y) {
    int wider = Math.min(20_000, digits + Math.max(0, magnitude(y)) + 15);
    BigDecimal logarithm = new DecimalFunctions(wider).log(x);
    return exp(y.multiply(logarithm));
  }

  /** Returns π by Machin's formula. */
  public BigDecimal pi() {
    BigDecimal fifth = inverseTangentOfInverse(5).multiply(BigDecimal.valueOf(16));
    BigDecimal other = inverseTangentOfInverse(239).multiply(BigDecimal.valueOf(4));
    return fifth.subtract(other).round(context());
  }

  private BigDecimal inverseTangentOfInverse(int n) {
    BigDecimal square = BigDecimal.valueOf((long) n * n);
    int scale = digits + GUARD;
    BigDecimal power = BigDecimal.ONE.divide(BigDecimal.valueOf(n), scale, RoundingMode.HALF_EVEN);
    BigDecimal sum = power;
    for (int k = 1; power.signum() != 0; k++) {
      power = power.divide(square, scale, RoundingMode.HALF_EVEN);
      BigDecimal term = power.divide(BigDecimal.valueOf(2L * k + 1), scale, RoundingMode.HALF_EVEN);
      sum = k % 2 == 0 ? sum.add(term) : sum.subtract(term);
    }
    return sum;
  }

  /** Returns cos x. */
  public BigDecimal cos(BigDecimal x) {
    return series(x, 0);
  }

  /** Returns sin x. */
  public BigDecimal sin(BigDecimal x) {
    return series(x, 1);
  }

  /** Σ (−1)^k y^{2k+first}/(2k+first)! at the remainder y of x by 2π. */
  private BigDecimal series(BigDecimal x, int first) {
    int wider = digits + GUARD + Math.max(0, magnitude(x));
    BigDecimal circle = new DecimalFunctions(wider).pi().multiply(TWO);
    BigDecimal turns = x.divide(circle, 0, RoundingMode.HALF_EVEN);
    BigDecimal y = x.subtract(turns.multiply(circle)).round(work());
    BigDecimal square = y.multiply(y, work());
    BigDecimal term = first == 0 ? BigDecimal.ONE : y;
    BigDecimal sum = term;
    BigDecimal negligible = BigDecimal.ONE.movePointLeft(digits + GUARD);
    for (int k = first + 1; term.abs().compareTo(negligible) > 0; k += 2) {
      BigDecimal divisor = BigDecimal.valueOf((long) k * (k + 1));
      term = term.multiply(square, work()).divide(divisor, work()).negate();
      sum = sum.add(term, work());
    }
    return sum.round(context());
  }

  /** The power of ten of the first digit. */
  private static int magnitude(BigDecimal x) {
    return x.signum() == 0 ? 0 : x.precision() - x.scale() - 1;
  }
}
