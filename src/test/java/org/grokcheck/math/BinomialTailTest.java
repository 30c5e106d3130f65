package org.grokcheck.math;

import static org.grokcheck.math.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import org.apache.commons.numbers.core.DD;
import org.junit.jupiter.api.Test;

class BinomialTailTest {
  @Test
  void countsOutsideTheRange() {
    assertEquals(0, BinomialTail.binomialCdf(5, -1));
    assertEquals(Double.NEGATIVE_INFINITY, BinomialTail.logBinomialCdf(5, -1));
    assertEquals(1, BinomialTail.binomialCdf(5, 5));
    assertEquals(0, BinomialTail.logBinomialCdf(5, 5));
    assertEquals(1, BinomialTail.binomialCdf(5, Integer.MAX_VALUE));
    assertEquals(1, BinomialTail.binomialSf(5, Integer.MIN_VALUE));
    assertEquals(0, BinomialTail.binomialSf(5, Integer.MAX_VALUE));
    assertEquals(1, BinomialTail.binomialSf(5, -1));
    assertEquals(0, BinomialTail.binomialSf(5, 5));
    assertEquals(1, BinomialTail.binomialCdf(0, 0));
    assertEquals(0, BinomialTail.binomialSf(0, 0));
  }

  @Test
  void oddTrialsAreSymmetric() {
    assertEquals(0.5, BinomialTail.binomialCdf(9_999_999, 4_999_999), 0x1p-53);
    assertEquals(-ExtendedLog.LN2.hi(), BinomialTail.logBinomialCdf(9_999_999, 4_999_999));
  }

  @Test
  void decimalHoldsWhatADoubleCannot() {
    // No heads in 3000 trials: 2⁻³⁰⁰⁰; the decimal is within 2e-16 of it, relatively.
    BigDecimal exact = new BigDecimal(2).pow(-3000, new MathContext(40));
    BigDecimal error = BinomialTail.binomialCdfAsDecimal(3000, 0).subtract(exact).abs();
    assertTrue(error.compareTo(exact.multiply(new BigDecimal("2e-16"))) < 0);
    assertEquals(0, BinomialTail.binomialCdfAsDecimal(3, -1).signum());
    assertEquals(0, BinomialTail.binomialCdfAsDecimal(3, 3).compareTo(BigDecimal.ONE));
    assertEquals(0.875, BinomialTail.binomialCdfAsDecimal(3, 2).doubleValue());
    assertEquals(0.5, BinomialTail.binomialCdfAsDecimal(3, 1).doubleValue(), 0x1p-52);
  }

  @Test
  void refusesNegativeTrials() {
    assertRefused("n: need a number of trials", () -> BinomialTail.logBinomialCdf(-1, 0));
    assertRefused("n: need a number of trials", () -> BinomialTail.logBinomialSf(-1, 0));
    assertRefused("n: need a number of trials", () -> BinomialTail.binomialCdf(-1, 0));
    assertRefused("n: need a number of trials", () -> BinomialTail.binomialSf(-1, 0));
    assertRefused("n: need a number of trials", () -> BinomialTail.binomialCdfAsDecimal(-1, 0));
  }

  @Test
  void extendedLogarithmHasThirtyDigits() {
    // log 3 and log 1e10 to 40 digits.
    assertExtended("1.098612288668109691395245236922525704647", ExtendedLog.log(DD.of(3)));
    assertExtended("23.02585092994045684017991454684364207601", ExtendedLog.log(DD.of(1e10)));
    assertEquals(0, ExtendedLog.log(DD.ONE).hi());
  }

  @Test
  void logFactorialsDifferByLogarithms() {
    for (int n = 1; n <= 60; n++) {
      DD step = ExtendedLog.logFactorial(n).subtract(ExtendedLog.logFactorial(n - 1));
      // Stirling's correction is a double below 1/(12·19), so two of them err by 2·2⁻⁶⁰ at most.
      assertEquals(0, step.subtract(ExtendedLog.log(DD.of(n))).hi(), 2 * 0x1p-60);
    }
  }

  private static void assertExtended(String expected, DD actual) {
    BigDecimal value = new BigDecimal(expected);
    BigDecimal error = actual.bigDecimalValue().subtract(value).abs();
    assertTrue(error.compareTo(value.scaleByPowerOfTen(-30)) < 0, () -> actual + " " + error);
  }
}
