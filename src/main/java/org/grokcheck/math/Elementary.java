package org.grokcheck.math;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * What {@link Real} adds to {@link DecimalFunctions}: series that keep the digits of a small
 * result.
 */
final class Elementary {
  private static final MathContext WIDE = new MathContext(70);
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private Elementary() {}

  /** x + x²/2! + x³/3! + …, for |x| well below 1. */
  static BigDecimal expm1(BigDecimal x) {
    BigDecimal term = x;
    BigDecimal sum = x;
    for (int k = 2; counts(term, sum); k++) {
      term = term.multiply(x).divide(BigDecimal.valueOf(k), WIDE);
      sum = sum.add(term, WIDE);
    }
    return sum;
  }

  /** log(1 + x) = 2 artanh(x/(2 + x)), for |x| well below 1. */
  static BigDecimal log1p(BigDecimal x) {
    BigDecimal s = x.divide(x.add(TWO), WIDE);
    return TWO.multiply(odd(s, s.multiply(s, WIDE)));
  }

  /** arctan x = x − x³/3 + …, for |x| well below 1. */
  static BigDecimal atan(BigDecimal x) {
    return odd(x, x.multiply(x, WIDE).negate());
  }

  /** s + s r/3 + s r²/5 + …. */
  private static BigDecimal odd(BigDecimal s, BigDecimal ratio) {
    BigDecimal power = s;
    BigDecimal sum = s;
    for (int k = 3; counts(power, sum); k += 2) {
      power = power.multiply(ratio, WIDE);
      sum = sum.add(power.divide(BigDecimal.valueOf(k), WIDE), WIDE);
    }
    return sum;
  }

  /** Whether the term reaches the last digit of the sum. */
  private static boolean counts(BigDecimal term, BigDecimal sum) {
    int magnitude = term.precision() - term.scale();
    int other = sum.precision() - sum.scale();
    return term.signum() != 0 && magnitude > other - WIDE.getPrecision() - 1;
  }
}
