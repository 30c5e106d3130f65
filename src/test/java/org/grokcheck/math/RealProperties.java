package org.grokcheck.math;

import static org.grokcheck.math.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;
import org.grokcheck.harness.Arb;
import org.grokcheck.math.exact.Rational;

/** Elementary functions against a library of arbitrary precision, near their zeros too. */
class RealProperties {
  private static final int DIGITS = 150;
  private static final double ERROR = 1e-57;
  private static final Apfloat ONE = new Apfloat(1, DIGITS);

  @Provide
  Arbitrary<Double> any() {
    return Arb.signedLogUniform(1e-12, 1e3);
  }

  @Provide
  Arbitrary<Double> positive() {
    return Arb.logUniform(1e-30, 1e30);
  }

  @Provide
  Arbitrary<Double> nearOne() {
    return Arb.nearCritical(1, 1e-15, 0.5);
  }

  @Provide
  Arbitrary<Double> nearRightAngle() {
    return Arb.nearCritical(Math.PI / 2, 1e-15, 1);
  }

  private static Apfloat exact(double x) {
    return new Apfloat(new BigDecimal(x), DIGITS);
  }

  private static void near(String what, Apfloat expected, Real actual) {
    BigDecimal wanted = new BigDecimal(expected.toString(true));
    BigDecimal error = actual.value().subtract(wanted).abs();
    assertTrue(
        error.compareTo(wanted.abs().multiply(BigDecimal.valueOf(ERROR))) <= 0,
        () -> what + ": expected " + wanted + ", got " + actual.value());
  }

  private static void at(double x, UnaryOperator<Real> ours, UnaryOperator<Apfloat> theirs) {
    near("at " + x, theirs.apply(exact(x)), ours.apply(Real.of(x)));
  }

  @Property(tries = 25)
  void exponentials(@ForAll("any") double x) {
    at(x, Real::exp, ApfloatMath::exp);
    at(x, Real::expm1, y -> ApfloatMath.exp(y).subtract(ONE));
    at(x, Real::tanh, ApfloatMath::tanh);
  }

  @Property(tries = 8)
  void angles(@ForAll("any") double x, @ForAll("nearRightAngle") double right) {
    for (double angle : new double[] {x, right, 2 * right}) {
      at(angle, Real::sin, ApfloatMath::sin);
      at(angle, Real::cos, ApfloatMath::cos);
    }
  }

  @Property(tries = 25)
  void arcTangent(@ForAll("positive") double x) {
    at(x, Real::atan, ApfloatMath::atan);
    at(-x, Real::atan, ApfloatMath::atan);
  }

  @Property(tries = 25)
  void logarithms(@ForAll("positive") double x, @ForAll("nearOne") double y) {
    at(x, Real::log, ApfloatMath::log);
    at(y, Real::log, ApfloatMath::log);
    at(x, Real::log1p, z -> ApfloatMath.log(ONE.add(z)));
    at(-y / 2, Real::log1p, z -> ApfloatMath.log(ONE.add(z)));
    at(x, Real::sqrt, ApfloatMath::sqrt);
  }

  @Property(tries = 25)
  void powers(@ForAll("positive") double x, @ForAll("any") double y) {
    // So few digits that 60 hold the base exactly: a rounded one would count y times.
    double base = (float) StrictMath.pow(x, 0.2);
    Real power = Real.of(base).power(Real.of(y));
    near(base + " to the power " + y, ApfloatMath.pow(exact(base), exact(y)), power);
  }

  @Property(tries = 25)
  void arithmeticIsThatOfDecimals(@ForAll("any") double x, @ForAll("positive") double y) {
    Real p = Real.of(x);
    Real q = Real.of(y);
    Rational a = Rational.of(p.value());
    Rational b = Rational.of(q.value());
    assertEquals(Real.of(a.plus(b)), p.plus(q));
    assertEquals(Real.of(a.minus(b)), p.minus(q));
    assertEquals(Real.of(a.times(b)), p.times(q));
    assertEquals(Real.of(a.over(b)), p.over(q));
    assertEquals(Real.of(a.times(3)), p.times(3));
    assertEquals(Real.of(b.over(7)), q.over(7));
    assertEquals(Real.of(a.square()), p.square());
    assertEquals(Real.of(a.negate()), p.negate());
    assertEquals(Real.of(a.abs()), p.abs());
    assertEquals(x, p.toDouble());
    assertEquals(a.signum(), p.signum());
    assertEquals(Math.max(x, y), p.max(q).toDouble());
    assertEquals(Math.min(x, y), p.min(q).toDouble());
    assertEquals(BigDecimal.valueOf((long) Math.ceil(x)), p.ceiling());
  }

  @Example
  void valuesAtTheEdges() {
    assertEquals(Real.ONE, Real.ZERO.exp());
    assertEquals(Real.ZERO, Real.ZERO.expm1());
    assertEquals(Real.ZERO, Real.ONE.log());
    assertEquals(Real.ZERO, Real.ZERO.sin());
    assertEquals(Real.ONE, Real.ZERO.power(Real.ZERO));
    assertEquals(Real.ZERO, Real.ZERO.power(Real.TWO));
    assertEquals(Real.ONE.negate(), Real.of(-1_000_000_000_000L).expm1());
    assertEquals(Real.ONE, Real.of(1_000_000).tanh());
    near("pi", ApfloatMath.pi(DIGITS), Real.pi());
    near("e^-151 - 1", ApfloatMath.exp(exact(-151)).subtract(ONE), Real.of(-151).expm1());
  }

  @Example
  void equalNumbersAreEqual() {
    Real two = Real.of(new BigDecimal("2.000"));
    assertEquals(Real.TWO, two);
    assertEquals(Real.TWO.hashCode(), two.hashCode());
    assertNotEquals(Real.TWO, Real.of(3));
    assertNotEquals((Object) Real.TWO, BigDecimal.valueOf(2));
    assertEquals("0.33333333333333333", Real.ONE.over(3).toString());
  }

  @Example
  void refusesWhatHasNoValue() {
    assertRefused("value: need a finite number, got NaN", () -> Real.of(Double.NaN));
    assertRefused("divisor: need a number other than 0", () -> Real.ONE.over(Real.ZERO));
    assertRefused("divisor: need a number other than 0", () -> Real.ONE.over(0));
    assertRefused("radicand: need a number of at least 0, got -1", () -> Real.of(-1).sqrt());
    assertRefused("logarithm: need a number above 0, got 0", Real.ZERO::log);
    assertRefused("logarithm: need a number above 0, got 0", () -> Real.of(-1).log1p());
    assertRefused(
        "exponent: need a number of at most 2E+9 in size, got 3.00000E+9",
        () -> Real.of(3_000_000_000L).exp());
    assertRefused("logarithm: need", () -> Real.ZERO.power(Real.of(-1)));
  }
}
