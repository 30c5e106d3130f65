package org.grokcheck.math.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Ends of the range and refusals. */
class RationalTest {
  @Test
  void readsDecimalsAsWritten() {
    assertEquals(Rational.of(1, 10), Rational.of(new BigDecimal("0.1")));
    assertEquals(Rational.of(1200), Rational.of(new BigDecimal("12e2")));
    assertEquals("3602879701896397/36028797018963968", Rational.of(0.1).toString());
    assertEquals("-3", Rational.of(6, -2).toString());
  }

  @Test
  void leavesTheRangeOfDoubleInOrder() {
    Rational huge = Rational.of(10).power(400);
    assertEquals(Double.POSITIVE_INFINITY, huge.toDouble());
    assertEquals(Double.NEGATIVE_INFINITY, huge.negate().toDouble());
    assertEquals(0, Rational.ONE.over(huge).toDouble());
    assertEquals(Double.MIN_VALUE, Rational.of(Double.MIN_VALUE).toDouble());
    assertEquals(0, Rational.ZERO.sqrt(30).signum());
  }

  @Test
  void refusesWhatIsNoNumber() {
    assertRefused("denominator: need", () -> Rational.of(1, 0));
    assertRefused("denominator: need", () -> Rational.ONE.over(Rational.ZERO));
    assertRefused("denominator: need", () -> Rational.ZERO.power(-1));
    assertRefused("value: need a finite", () -> Rational.of(Double.NaN));
    assertRefused("radicand: need", () -> Rational.of(-1).sqrt(10));
    assertRefused("entries: need", () -> RationalVector.of());
    assertRefused("rows: need at least", () -> new RationalMatrix(List.of()));
    assertRefused(
        "rows: need 1 entries",
        () -> new RationalMatrix(List.of(RationalVector.zero(1), RationalVector.zero(2))));
    assertRefused("vector: need 1", () -> RationalVector.zero(1).plus(RationalVector.zero(2)));
    assertRefused("matrix: need as many", () -> RationalMatrix.zero(1, 2).trace());
    assertRefused(
        "matrix: need the shape", () -> RationalMatrix.zero(1, 2).plus(RationalMatrix.zero(2, 1)));
    assertRefused(
        "right side: need 2",
        () -> Elimination.solve(RationalMatrix.identity(2), RationalVector.zero(1)));
    assertRefused("polynomial: need a constant", () -> Polynomial.variable(0).toConstant());
    assertRefused("variance: need", () -> Isserlis.average(Polynomial.ZERO, 0, 1, Rational.of(-1)));
  }

  private static void assertRefused(String start, Executable call) {
    String message = assertThrows(IllegalArgumentException.class, call).getMessage();
    assertTrue(message.startsWith(start), message);
  }
}
