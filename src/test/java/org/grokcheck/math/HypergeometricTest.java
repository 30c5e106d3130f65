package org.grokcheck.math;

import static org.grokcheck.math.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class HypergeometricTest {
  private static final double INF = Double.POSITIVE_INFINITY;

  @Test
  void trivialCases() {
    assertEquals(1, Hypergeometric.f21(1, 0.5, 1.5, 0), 0x1p-51);
    assertEquals(1, Hypergeometric.f21(2, 0, 3, 0.75), 0x1p-51);
  }

  @Test
  void upperParametersMayBeSwapped() {
    assertEquals(Hypergeometric.f21(0.5, -3, 1.5, 0.3), Hypergeometric.f21(-3, 0.5, 1.5, 0.3));
    assertEquals(
        Hypergeometric.f21RealPart(0.5, 1, 1.5, 3), Hypergeometric.f21RealPart(1, 0.5, 1.5, 3));
  }

  @Test
  void lowerParameterMayBeRounded() {
    double p = 1 / 1.2;
    double rounded = Math.nextUp(p + 1);
    assertEquals(Hypergeometric.f21(1, p, p + 1, 0.3), Hypergeometric.f21(1, p, rounded, 0.3));
  }

  @Test
  void refusesOtherParameters() {
    assertRefused("a, b, c: need c = a + 1", () -> Hypergeometric.f21(1, 2, 4, 0.5));
    assertRefused("a, b, c: need c = a + 1", () -> Hypergeometric.f21(-0.5, 2, 0.5, 0.5));
    assertRefused("a, b, c: need c = a + 1", () -> Hypergeometric.f21(2, 0, 1, 0.5));
    assertRefused("a, b, c: need c = a + 1", () -> Hypergeometric.f21(1, 2, 2.0000001, 0.5));
    assertRefused("a, b, c: need c = a + 1", () -> Hypergeometric.f21(1, 2, Double.NaN, 0.5));
    assertRefused("a, b: need finite", () -> Hypergeometric.f21(1, INF, 2, 0.5));
    assertRefused("a, b: need finite", () -> Hypergeometric.f21(1, Double.NaN, 2, 0.5));
    assertRefused("a, b: one of them must be 1", () -> Hypergeometric.f21RealPart(3, 2, 4, 2));
  }

  @Test
  void refusesOtherArguments() {
    assertRefused("x: need a finite x < 1", () -> Hypergeometric.f21(1, 2, 3, 1));
    assertRefused("x: need a finite x < 1", () -> Hypergeometric.f21(1, 2, 3, -INF));
    assertRefused("x: need a finite x < 1", () -> Hypergeometric.logF21(1, 2, 3, Double.NaN));
    assertRefused("y: need a finite y > 0", () -> Hypergeometric.f21FromComplement(1, 2, 3, 0));
    assertRefused("y: need a finite y > 0", () -> Hypergeometric.f21FromComplement(1, 2, 3, INF));
    assertRefused("x: need a finite x > 1", () -> Hypergeometric.f21RealPart(1, 2, 3, 1));
    assertRefused("x: need a finite x > 1", () -> Hypergeometric.f21RealPart(1, 2, 3, INF));
  }
}
