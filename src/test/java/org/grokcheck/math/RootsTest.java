package org.grokcheck.math;

import static org.grokcheck.math.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class RootsTest {
  private static final double INF = Double.POSITIVE_INFINITY;
  private static final double MAX = Double.MAX_VALUE;

  @Test
  void rootsAtTheEndsOfTheBracket() {
    assertEquals(2, Roots.increasing(x -> x - 2, 2, 5));
    assertEquals(5, Roots.increasing(x -> x - 5, 2, 5));
    assertEquals(0, Roots.increasing(x -> x, -MAX, MAX));
  }

  @Test
  void rootAnywhereAmongTheDoubles() {
    assertEquals(1e-300, Roots.increasing(x -> x - 1e-300, -MAX, MAX));
    assertEquals(-3e200, Roots.increasing(x -> x + 3e200, -MAX, MAX));
    assertEquals(Double.MIN_VALUE, Roots.increasing(x -> x - Double.MIN_VALUE, -1, 1));
  }

  @Test
  void stepsAndInfinitiesAreBracketed() {
    double step = Roots.increasing(x -> x < Math.PI ? -1 : 2, 0, 1e10);
    assertEquals(Math.nextDown(Math.PI), step);
    double pole = Roots.increasing(x -> x < 0.1 ? -INF : INF, -1, 1);
    assertEquals(0.1, pole, Math.ulp(0.1));
  }

  @Test
  void smallerValueWinsBetweenNeighbours() {
    double root = Math.nextUp(1.0);
    assertEquals(root, Roots.increasing(x -> x < root ? -2 : 1, 0, 3));
    assertEquals(1.0, Roots.increasing(x -> x < root ? -1 : 2, 0, 3));
  }

  @Test
  void evaluationsAreBounded() {
    assertTrue(calls(x -> x < 1e-280 ? -1 : 1e9) <= 195);
    assertTrue(calls(x -> StrictMath.expm1(700 * (x - 0.3))) <= 195);
  }

  @Test
  void smoothFunctionsTakeFewEvaluations() {
    // Measured, and the same on every machine: secant steps find the root, the look beyond closes
    // the bracket. Bisection alone takes 64 and more.
    assertTrue(calls(x -> x - 0.3) <= 4);
    assertTrue(calls(x -> x * x * x - 0.3) <= 18);
    assertTrue(calls(x -> StrictMath.atan(x) - 1) <= 31);
    assertTrue(calls(x -> StrictMath.expm1(700 * (x - 0.3))) <= 39);
    assertTrue(calls(x -> x < 0 ? -1 : Math.sqrt(x) - 1e-8) <= 28);
    assertTrue(calls(x -> 0.3 + x / 7) <= 4);
  }

  private static int calls(DoubleUnaryOperator f) {
    int[] count = new int[1];
    Roots.increasing(
        x -> {
          count[0]++;
          return f.applyAsDouble(x);
        },
        -MAX,
        MAX);
    return count[0];
  }

  @Test
  void searchGoesBothWays() {
    assertEquals(1e12, Roots.increasingFrom(x -> x - 1e12, 0, 1));
    assertEquals(-1e12, Roots.increasingFrom(x -> x + 1e12, 5, 1e-3));
    assertEquals(5, Roots.increasingFrom(x -> x - 5, 5, 1e-3));
    assertEquals(6, Roots.increasingFrom(x -> x - 6, 5, 1));
    assertEquals(-1e307, Roots.increasingFrom(x -> x < -1e307 ? -1 : x > -1e307 ? 1 : 0, 1, 1));
  }

  @Test
  void refusesBracketsWithoutSignChange() {
    assertRefused("lo, hi: need f(lo) <= 0", () -> Roots.increasing(x -> x + 1, 0, 1));
    assertRefused("lo, hi: need f(lo) <= 0", () -> Roots.increasing(x -> x - 2, 0, 1));
    assertRefused("lo, hi: need f(lo) <= 0", () -> Roots.increasing(x -> 0.5 - x, 0, 1));
    assertRefused("f: no sign change", () -> Roots.increasingFrom(x -> 1, 0, 1));
    assertRefused("f: no sign change", () -> Roots.increasingFrom(x -> -1, 0, 1));
  }

  @Test
  void refusesBadArguments() {
    assertRefused("lo, hi: need finite", () -> Roots.increasing(x -> x, 1, 1));
    assertRefused("lo, hi: need finite", () -> Roots.increasing(x -> x, -INF, 1));
    assertRefused("lo, hi: need finite", () -> Roots.increasing(x -> x, -1, INF));
    assertRefused("f: gives NaN", () -> Roots.increasing(x -> Double.NaN, 0, 1));
    assertRefused("start, step", () -> Roots.increasingFrom(x -> x, INF, 1));
    assertRefused("start, step", () -> Roots.increasingFrom(x -> x, 0, 0));
    assertRefused("start, step", () -> Roots.increasingFrom(x -> x, 0, INF));
  }
}
