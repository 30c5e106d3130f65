package org.grokcheck.math;

import static org.grokcheck.math.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;

class DecimalsTest {
  @Test
  void gapsAreFormedBeforeRounding() {
    assertEquals(2e-30, Decimals.oneMinusTwice(new BigDecimal("0.499999999999999999999999999999")));
    assertEquals(-1, Decimals.oneMinusTwice(BigDecimal.ONE));
    assertEquals(
        1e-25, Decimals.gap(new BigDecimal("1.0000000000000000000000001"), BigDecimal.ONE));
  }

  @Test
  void logarithmsOfRatios() {
    assertEquals(0, Decimals.logRatio(new BigDecimal("3.0"), new BigDecimal("3")));
    // log(1 + 1e-30) = 1e-30 − 5e-61.
    BigDecimal above = new BigDecimal("1.000000000000000000000000000001");
    assertEquals(1e-30, Decimals.logRatio(above, BigDecimal.ONE), 1e-45);
    assertEquals(-StrictMath.log(2), Decimals.logRatio(BigDecimal.ONE, new BigDecimal("2")), 2e-16);
    // 1000 log 10.
    BigDecimal huge = new BigDecimal("1e600");
    double expected = 2302.5850929940457;
    assertEquals(expected, Decimals.logRatio(huge, new BigDecimal("1e-400")), 1e-12);
    assertEquals(-expected, Decimals.logRatio(new BigDecimal("1e-400"), huge), 1e-12);
    assertRefused("a, b: need positive", () -> Decimals.logRatio(BigDecimal.ZERO, BigDecimal.ONE));
  }

  @Test
  void decimalsRoundToTheNearestDouble() {
    assertEquals(0.1, Decimals.toDouble(new BigDecimal("0.1")));
    // Half way between 1 and its neighbour, and a trace above.
    String halfWay = "1.00000000000000011102230246251565404236316680908203125";
    assertEquals(1, Decimals.toDouble(new BigDecimal(halfWay)));
    assertEquals(1 + 0x1p-52, Decimals.toDouble(new BigDecimal(halfWay + "1")));
    assertEquals(0, Decimals.toDouble(new BigDecimal("1e-400")));
    assertRefused("value: need at most", () -> Decimals.toDouble(new BigDecimal("-1e309")));
  }

  @Test
  void exponentialsBeyondTheRangeOfDouble() {
    // e^-1000 = 5.07595889754945676...e-435; ulp(1000)/2 fixes 14 digits.
    BigDecimal small = Decimals.expAsDecimal(-1000);
    assertClose("5.0759588975494567652918094795743369193055992828928e-435", small, 6e-14);
    assertTrue(small.precision() >= 14 && small.precision() <= 15, small::toString);
    BigDecimal large = Decimals.expAsDecimal(new BigDecimal("1000000000"));
    assertClose("8.002981770660972533041909374365e434294481", large, 2e-16);
    BigDecimal odd = Decimals.expAsDecimal(new BigDecimal("-500000000.25"));
    assertClose("8.705635222554395928795410330308e-217147242", odd, 2e-16);
  }

  @Test
  void powersOfTen() {
    assertEquals(
        new BigDecimal("1e500").stripTrailingZeros(), stripped(Decimals.exp10AsDecimal(500)));
    assertClose("3.1622776601683793319988935444327e-401", Decimals.exp10AsDecimal(-400.5), 7e-14);
    assertEquals(BigDecimal.ZERO, Decimals.exp10AsDecimal(Double.NEGATIVE_INFINITY));
  }

  @Test
  void exponentialsWithinTheRangeOfDouble() {
    assertEquals(BigDecimal.ZERO, Decimals.expAsDecimal(Double.NEGATIVE_INFINITY));
    assertEquals(0, Decimals.expAsDecimal(0.0).compareTo(BigDecimal.ONE));
    assertClose("2.718281828459045235360287471", Decimals.expAsDecimal(1), 4e-16);
    // At -2^31 a double logarithm has an ulp of 4.8e-7: seven digits mean something.
    assertEquals(7, Decimals.expAsDecimal(-2147483649.3).precision());
  }

  @Test
  void refusesLogarithmsOutOfRange() {
    assertRefused("naturalLog: need a logarithm", () -> Decimals.expAsDecimal(5e9));
    assertRefused("naturalLog: need a logarithm", () -> Decimals.expAsDecimal(Double.NaN));
    assertRefused(
        "naturalLog: need a logarithm", () -> Decimals.expAsDecimal(new BigDecimal("-5e9")));
    assertRefused("log10: need a logarithm", () -> Decimals.exp10AsDecimal(1.8e9));
  }

  private static BigDecimal stripped(BigDecimal value) {
    return value.stripTrailingZeros();
  }

  private static void assertClose(String expected, BigDecimal actual, double relative) {
    BigDecimal value = new BigDecimal(expected);
    BigDecimal error = actual.subtract(value).divide(value, MathContext.DECIMAL64).abs();
    assertTrue(error.doubleValue() <= relative, () -> actual + " is off by " + error);
  }
}
