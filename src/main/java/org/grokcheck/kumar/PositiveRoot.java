package org.grokcheck.kumar;

import java.math.BigDecimal;
import java.math.MathContext;
import org.grokcheck.math.exact.Rational;

/** The positive root of a quadratic equation whose roots have opposite signs. */
final class PositiveRoot {
  private PositiveRoot() {}

  /** Solves az² − bz − c = 0 for a &gt; 0, c &gt; 0, without a difference of near numbers. */
  static BigDecimal of(Rational a, Rational b, Rational c, MathContext precision) {
    Rational discriminant = b.square().plus(a.times(c).times(4));
    BigDecimal root = discriminant.sqrt(precision.getPrecision());
    BigDecimal sum = b.abs().toDecimal(precision).add(root, precision);
    return b.signum() < 0
        ? c.times(2).toDecimal(precision).divide(sum, precision)
        : sum.divide(a.times(2).toDecimal(precision), precision);
  }
}
