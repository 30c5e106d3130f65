package org.grokcheck.math;

import static org.grokcheck.math.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LambertWTest {
  @Test
  void branchPointAndExactValues() {
    assertEquals(-1, LambertW.w0(LambertW.BRANCH_POINT));
    assertEquals(-1, LambertW.wMinus1(LambertW.BRANCH_POINT));
    assertEquals(-1, LambertW.wMinus1NegExp(-1));
    assertEquals(0.0, LambertW.w0(0.0));
    assertEquals(-0.0, LambertW.w0(-0.0));
    assertEquals(1, LambertW.w0Exp(1));
    assertEquals(1, LambertW.conjugate(1));
    assertEquals(0, LambertW.conjugateGap(0));
  }

  @Test
  void valuesThatUnderflowAreZero() {
    assertEquals(0, LambertW.w0Exp(-745.3));
    assertEquals(Double.MIN_VALUE, LambertW.w0Exp(-745));
    assertEquals(0, LambertW.conjugate(800));
    assertEquals(-1, LambertW.conjugateGap(-800));
  }

  @Test
  void conjugateOfTheLeastDoubleIsFinite() {
    double conjugate = LambertW.conjugate(Double.MIN_VALUE);
    double target = -StrictMath.log(Double.MIN_VALUE);
    assertEquals(target, conjugate - StrictMath.log(conjugate), 2 * Math.ulp(target));
  }

  @Test
  void refusesArgumentsOutsideTheDomain() {
    double below = Math.nextDown(LambertW.BRANCH_POINT);
    assertRefused("x: need a finite x >= -1/e", () -> LambertW.w0(below));
    assertRefused("x: need a finite x >= -1/e", () -> LambertW.w0(Double.NaN));
    assertRefused("x: need a finite x >= -1/e", () -> LambertW.w0(Double.POSITIVE_INFINITY));
    assertRefused("x: need -1/e", () -> LambertW.wMinus1(below));
    assertRefused("x: need -1/e", () -> LambertW.wMinus1(0));
    assertRefused("x: need -1/e", () -> LambertW.wMinus1(Double.NaN));
    assertRefused("y: need a finite", () -> LambertW.w0Exp(Double.NEGATIVE_INFINITY));
    assertRefused("y: need y <= -1", () -> LambertW.wMinus1NegExp(-0.9999999));
    assertRefused("y: need a finite", () -> LambertW.wMinus1NegExp(Double.NEGATIVE_INFINITY));
    assertRefused("a: need a finite a > 0", () -> LambertW.conjugate(0));
    assertRefused("a: need a finite a > 0", () -> LambertW.conjugate(Double.POSITIVE_INFINITY));
    assertRefused("gap: need gap < 1", () -> LambertW.conjugateGap(1));
    assertRefused("gap: need a finite", () -> LambertW.conjugateGap(Double.NaN));
  }
}
