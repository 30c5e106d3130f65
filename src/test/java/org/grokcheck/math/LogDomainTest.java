package org.grokcheck.math;

import static org.grokcheck.math.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LogDomainTest {
  private static final double INF = Double.POSITIVE_INFINITY;
  private static final double NAN = Double.NaN;

  @Test
  void zeroIsMinusInfinity() {
    assertEquals(3, LogDomain.logAddExp(-INF, 3));
    assertEquals(-INF, LogDomain.logAddExp(-INF, -INF));
    assertEquals(INF, LogDomain.logAddExp(INF, 3));
    assertEquals(3, LogDomain.logSubExp(3, -INF));
    assertEquals(-INF, LogDomain.logSubExp(3, 3));
    assertEquals(-INF, LogDomain.logSubExp(-INF, -INF));
    assertEquals(INF, LogDomain.logSubExp(INF, 3));
    assertEquals(-INF, LogDomain.logSumExp());
    assertEquals(-INF, LogDomain.logSumExp(-INF, -INF));
    assertEquals(INF, LogDomain.logSumExp(-INF, INF));
    assertEquals(-INF, LogDomain.log1mExp(0));
    // The logarithm of what is just below one.
    assertEquals(-0.0, LogDomain.log1mExp(-INF));
  }

  @Test
  void manySmallTermsAreNotLostBesideALargeOne() {
    double[] terms = new double[100_001];
    Arrays.fill(terms, StrictMath.log(1e-17));
    terms[50_000] = 0;
    // log(1 + 1e5·1e-17) = 1e-12 − 5e-25; the small terms add up with one rounding each.
    assertEquals(1e-12, LogDomain.logSumExp(terms), terms.length * Math.ulp(1e-12));
  }

  @Test
  void limitsOfTheElementaryFunctions() {
    assertEquals(INF, LogDomain.softplus(INF));
    assertEquals(0, LogDomain.softplus(-INF));
    assertEquals(1e-300, LogDomain.softplus(StrictMath.log(1e-300)), 1e-312);
    assertEquals(-1e5, LogDomain.logSoftplus(-1e5));
    assertEquals(-INF, LogDomain.logSoftplus(-INF));
    assertEquals(INF, LogDomain.logSoftplus(INF));
    assertEquals(1, LogDomain.expm1Ratio(0));
    assertEquals(1, LogDomain.expm1Ratio(-0.0));
    assertEquals(0, LogDomain.expm1Ratio(INF));
    assertEquals(INF, LogDomain.expm1Ratio(-INF));
    assertEquals(NAN, LogDomain.softplus(NAN));
    assertEquals(NAN, LogDomain.logSoftplus(NAN));
    assertEquals(NAN, LogDomain.expm1Ratio(NAN));
  }

  @Test
  void refusesWhatHasNoLogarithm() {
    assertRefused("a and b: need a >= b", () -> LogDomain.logSubExp(1, 2));
    assertRefused("a and b: need a >= b", () -> LogDomain.logSubExp(INF, INF));
    assertRefused("x: need x <= 0", () -> LogDomain.log1mExp(1e-300));
    assertRefused("x: need x <= 0", () -> LogDomain.log1mExp(NAN));
    assertRefused("a: need a number", () -> LogDomain.logAddExp(NAN, 0));
    assertRefused("b: need a number", () -> LogDomain.logAddExp(0, NAN));
    assertRefused("a: need a number", () -> LogDomain.logSubExp(NAN, 0));
    assertRefused("b: need a number", () -> LogDomain.logSubExp(0, NAN));
    assertRefused("terms: need a number", () -> LogDomain.logSumExp(0, NAN));
  }

  @Test
  void compensationKeepsWhatPlainAdditionLoses() {
    CompensatedSum sum = new CompensatedSum();
    for (double term : new double[] {1, 1e100, 1, -1e100}) {
      sum.add(term);
    }
    assertEquals(2, sum.value());
  }
}
