package org.grokcheck.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ToleranceTest {
  @Test
  void boundsFollowTheirFormulas() {
    assertEquals(0, new Tolerance.Exact().bound(5));
    assertEquals(4 * Math.ulp(10.0), new Tolerance.Ulp(4, "w").bound(-10));
    assertEquals(3.0 / 16, new Tolerance.Truncation(3, 0.25, 2, "w").bound(1));
    assertEquals(0.5, new Tolerance.Clt(0.1, 1e-6, 5, "w").bound(1), 1e-15);
    assertEquals(0.2, new Tolerance.FiniteSize(2, 100, 0.5, "w").bound(1), 1e-15);
    assertEquals(0.02, new Tolerance.Ratchet(0.01, "w").bound(1));
    assertEquals(2 * Math.ulp(1.0), new Tolerance.Ratchet(0, "w").bound(1));
  }

  @Test
  void roundingCountsOperationsTimesScale() {
    double gamma = 10 * 0x1p-53 / (1 - 10 * 0x1p-53);
    assertEquals(gamma * 7, new Tolerance.Rounding(10, 7, "w").bound(1));
  }

  @Test
  void onlyARatchetLacksADerivation() {
    assertFalse(new Tolerance.Ratchet(1, "w").derived());
    assertTrue(new Tolerance.Ulp(1, "w").derived());
  }

  @Test
  void aSumKeepsItsTermsAndTheirReasons() {
    Tolerance sum =
        Tolerance.sum(
            Tolerance.remainder(0.25, "Taylor"),
            new Tolerance.Ulp(2, "two roundings"),
            new Tolerance.Clt(0.1, 1e-9, 5, "draws"));
    assertEquals(0.75 + 2 * Math.ulp(1.0), sum.bound(1), 1e-15);
    assertEquals(
        "remainder 0.25: Taylor; plus 2.0 ulp: two roundings; plus 5.0 standard errors of 0.1"
            + " (false alarm 1.0E-9): draws",
        sum.describe());
    assertEquals("Taylor; plus two roundings; plus draws", sum.why());
    assertEquals(1e-9, sum.falseAlarm());
    assertTrue(sum.derived());
    assertFalse(Tolerance.sum(new Tolerance.Exact(), new Tolerance.Ratchet(1, "w")).derived());
    assertThrows(
        IllegalArgumentException.class, () -> Tolerance.sum(new Tolerance.Ulp(1, "alone")));
  }

  @Test
  void aRemainderShowsItsPowerOnlyWhereItHasOne() {
    assertEquals("remainder 3.0: w", Tolerance.remainder(3, "w").describe());
    assertEquals("remainder 3.0·0.5: w", new Tolerance.Truncation(3, 0.5, 1, "w").describe());
    assertEquals("remainder 3.0·0.5^2.0: w", new Tolerance.Truncation(3, 0.5, 2, "w").describe());
  }

  @Test
  void everyToleranceSaysWhy() {
    assertTrue(new Tolerance.Ulp(2, "two roundings").describe().contains("two roundings"));
    assertTrue(new Tolerance.FiniteSize(1, 9, 1, "fit").describe().contains("fit"));
    assertTrue(new Tolerance.Exact().describe().contains("exact"));
    assertThrows(IllegalArgumentException.class, () -> new Tolerance.Ulp(2, " "));
    assertThrows(IllegalArgumentException.class, () -> new Tolerance.Clt(1, 1e-6, 5, ""));
  }

  @Test
  void refusesSenselessParameters() {
    assertThrows(IllegalArgumentException.class, () -> new Tolerance.Ulp(0, "w"));
    assertThrows(IllegalArgumentException.class, () -> new Tolerance.Rounding(1, -1, "w"));
    assertThrows(IllegalArgumentException.class, () -> new Tolerance.Rounding(-1, 1, "w"));
    assertThrows(IllegalArgumentException.class, () -> new Tolerance.Truncation(-1, 1, 1, "w"));
    assertThrows(IllegalArgumentException.class, () -> new Tolerance.Truncation(1, -1, 1, "w"));
    assertThrows(IllegalArgumentException.class, () -> new Tolerance.FiniteSize(1, 0, 1, "w"));
    assertThrows(IllegalArgumentException.class, () -> new Tolerance.Clt(1, 0, 5, "w"));
    assertThrows(IllegalArgumentException.class, () -> new Tolerance.Clt(1, 1e-6, 0, "w"));
  }
}
