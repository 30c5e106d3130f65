package org.grokcheck.math;

import static org.grokcheck.math.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers whose powers of ten fit no library type, and the normal tail among them. */
class FarTailTest {
  /** mpmath 1.3 at 120 digits: log(erfc(z/√2)/2), and from 1e20 on its asymptotic series. */
  @ParameterizedTest
  @CsvSource({
    "1000, -504.373813684941631720507356535388100075",
    "1444.25, -726.682302456961862298378240930369714357",
    "123456.789, -61735.175269876633668493425045014690372",
    "1e20, -50000000000000000023.944789463145129581970244283249",
    "1e39, -500000000000000000000000000000000000045.8193478465885635801311631027507"
  })
  void logarithmsKeepTheirFraction(BigDecimal square, BigDecimal expected) {
    double error = FarTail.logSf(square).subtract(expected).abs().doubleValue();
    assertTrue(error < 1e-17, () -> "off by " + error);
  }

  @Test
  void tailsHaveSeventeenDigits() {
    assertClose("7.9874318182351032", "-217147240951625913825564459458302541168", "1e39");
  }

  private static void assertClose(String significand, String exponent, String square) {
    FarDecimal tail = FarTail.sf(new BigDecimal(square));
    assertEquals(new BigInteger(exponent), tail.exponent());
    BigDecimal expected = new BigDecimal(significand);
    BigDecimal error =
        tail.significand().subtract(expected).divide(expected, MathContext.DECIMAL64);
    assertTrue(error.abs().doubleValue() < 1e-15, () -> "off by " + error);
  }

  @Test
  void startsWhereItsSeriesHolds() {
    assertTrue(FarTail.covers(new BigDecimal("1000")));
    assertFalse(FarTail.covers(new BigDecimal("999.9")));
    assertRefused("square: need at least 1000", () -> FarTail.logSf(new BigDecimal("999.9")));
  }

  @ParameterizedTest
  @CsvSource({
    "100000000000000000000000000000000000000000000000000, 4.5353566575360741,"
        + " 43429448190325182765112891891660508229439700580366",
    "-100000000000000000000000000000000000000000000000000.5, 1.3373383958785365,"
        + " -43429448190325182765112891891660508229439700580367",
    "1e60, 6.069680970468875, 434294481903251827651128918916605082294397005803666566114453",
    "0, 1, 0"
  })
  void exponentialsOfAnySize(BigDecimal log, BigDecimal significand, BigInteger exponent) {
    FarDecimal value = FarDecimal.exp(log);
    assertEquals(exponent, value.exponent());
    assertEquals(significand.doubleValue(), value.significand().doubleValue(), 2e-15);
    assertEquals(
        value.significand().stripTrailingZeros().toPlainString() + "e" + exponent,
        value.toString());
  }

  @Test
  void significandsLieBetweenOneAndTen() {
    // 10^3 within a unit of the last digit, from below and from above.
    for (String log : new String[] {"6.90775527898213705205397436405", "6.907755278982137052054"}) {
      BigDecimal s = FarDecimal.exp(new BigDecimal(log), new MathContext(15)).significand();
      assertTrue(s.compareTo(BigDecimal.ONE) >= 0 && s.compareTo(BigDecimal.TEN) < 0, s::toString);
    }
    FarDecimal carried = FarDecimal.exp(new BigDecimal("6.9077552789821"), new MathContext(12));
    assertEquals("1e3", carried.toString());
  }

  @Test
  void convertsToOtherNumbers() {
    FarDecimal ordinary = FarDecimal.exp(new BigDecimal("9.25"));
    assertEquals(StrictMath.exp(9.25), ordinary.doubleValue(), 4e-12);
    assertEquals((float) StrictMath.exp(9.25), ordinary.floatValue());
    assertEquals((int) StrictMath.exp(9.25), ordinary.intValue());
    assertEquals((long) StrictMath.exp(9.25), ordinary.longValue());
    assertEquals(new BigDecimal(ordinary.toString()), ordinary.decimalValue().stripTrailingZeros());
    assertEquals(0, FarDecimal.exp(new BigDecimal("-1e30")).doubleValue());
    assertEquals(Double.POSITIVE_INFINITY, FarDecimal.exp(new BigDecimal("1e30")).doubleValue());
    assertRefused("naturalLog: need a logarithm", () -> FarDecimal.exp(new BigDecimal("-1.1e60")));
  }
}
