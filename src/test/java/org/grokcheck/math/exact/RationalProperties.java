package org.grokcheck.math.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.harness.Arb;
import org.grokcheck.harness.ExactArb;

/** Laws of the field, and conversions. */
class RationalProperties {
  @Provide
  Arbitrary<Rational> numbers() {
    return Arbitraries.oneOf(
        ExactArb.rational(), Arbitraries.integers().between(-3, 3).map(k -> Rational.of(k, 2)));
  }

  @Provide
  Arbitrary<Double> doubles() {
    return Arb.anyPositiveBits();
  }

  @Property
  void isAField(
      @ForAll("numbers") Rational a, @ForAll("numbers") Rational b, @ForAll("numbers") Rational c) {
    assertEquals(a.plus(b), b.plus(a));
    assertEquals(a.times(b), b.times(a));
    assertEquals(a.plus(b).plus(c), a.plus(b.plus(c)));
    assertEquals(a.times(b).times(c), a.times(b.times(c)));
    assertEquals(a.times(b.plus(c)), a.times(b).plus(a.times(c)));
    assertEquals(Rational.ZERO, a.minus(a));
    if (b.signum() != 0) {
      assertEquals(a, a.over(b).times(b));
      assertEquals(b.power(-3), Rational.ONE.over(b.times(b).times(b)));
    }
  }

  @Property
  void isReducedWithAPositiveDenominator(@ForAll("numbers") Rational a) {
    assertEquals(1, a.denominator().signum());
    assertEquals(BigInteger.ONE, a.numerator().gcd(a.denominator()));
    assertEquals(a.signum(), a.compareTo(Rational.ZERO));
    assertEquals(a.negate(), Rational.ZERO.minus(a));
    assertEquals(a.abs(), a.max(a.negate()));
  }

  @Property
  void everyDoubleComesBack(@ForAll("doubles") double x) {
    assertEquals(x, Rational.of(x).toDouble());
    assertEquals(-x, Rational.of(-x).toDouble());
    assertEquals(
        new BigDecimal(x), Rational.of(new BigDecimal(x)).toDecimal(MathContext.UNLIMITED));
  }

  /** No other double is nearer. */
  @Property
  void roundsToTheNearestDouble(@ForAll("numbers") Rational a, @ForAll("numbers") Rational b) {
    if (b.signum() != 0) {
      Rational quotient = a.over(b);
      double nearest = quotient.toDouble();
      Rational error = quotient.minus(Rational.of(nearest)).abs();
      assertTrue(error.compareTo(Rational.of(Math.ulp(nearest)).over(2)) <= 0);
    }
  }

  @Property
  void halfwayCasesGoToEven(@ForAll("numbers") Rational a) {
    double x = 1 + Math.abs(a.toDouble());
    Rational middle = Rational.of(x).plus(Rational.of(Math.nextUp(x))).over(2);
    double even = (Double.doubleToLongBits(x) & 1) == 0 ? x : Math.nextUp(x);
    assertEquals(even, middle.toDouble());
    assertEquals(-even, middle.negate().toDouble());
    Rational above = middle.plus(Rational.of(1, 10).power(60));
    assertEquals(Math.nextUp(x), above.toDouble());
  }

  @Property
  void rootsAreRightToTheLastDigit(@ForAll("numbers") Rational a) {
    BigDecimal root = a.abs().sqrt(40);
    Rational unit = Rational.of(root.ulp());
    Rational below = Rational.of(root).minus(unit);
    assertTrue(Rational.of(root).plus(unit).square().compareTo(a.abs()) >= 0);
    assertTrue(below.signum() <= 0 || below.square().compareTo(a.abs()) <= 0);
  }
}
