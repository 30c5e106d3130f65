package org.grokcheck.report.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 1",
    "-0.25, −0.25",
    "0.0012345, 0.00123",
    "1234.4, 1234",
    "99999, 99999",
    "123456, 1.23×10⁵",
    "3.1416e-16, 3.14×10⁻¹⁶",
    "-2e300, −2×10³⁰⁰",
    "1e-320, 1×10⁻³²⁰",
    "Infinity, ∞",
    "NaN, –"
  })
  void threeDigitsAreEnoughForReaders(double value, String shown) {
    assertEquals(shown, Numbers.of(value));
  }

  @Test
  void aPartIsNeverRoundedToAllOrNothing() {
    assertEquals("0 %", Numbers.percent(0, 725));
    assertEquals("< 1 %", Numbers.percent(1, 725));
    assertEquals("> 99 %", Numbers.percent(724, 725));
    assertEquals("100 %", Numbers.percent(725, 725));
    assertEquals("0 %", Numbers.percent(0, 0));
  }
}
