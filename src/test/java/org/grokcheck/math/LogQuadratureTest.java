package org.grokcheck.math;

import static org.grokcheck.math.Refusals.assertFails;
import static org.grokcheck.math.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class LogQuadratureTest {
  private static final double INF = Double.POSITIVE_INFINITY;

  @Test
  void emptyRangesAndZeroIntegrands() {
    assertEquals(-INF, LogQuadrature.logIntegral(u -> 0, 2, 2));
    assertEquals(-INF, LogQuadrature.logIntegral(u -> -INF, 0, 1));
    assertEquals(0, LogQuadrature.integral(u -> 1, 3, 3, 1e-10));
    assertEquals(0, LogQuadrature.integral(u -> 0, 0, 3, 1e-10));
  }

  @Test
  void partOfTheRangeMayBeEmpty() {
    // A step at 1/3: the panel that holds it shrinks to a few ulps.
    double log = LogQuadrature.logIntegral(u -> u < 1.0 / 3 ? -INF : 2, 0, 1);
    assertEquals(2 + StrictMath.log(2.0 / 3), log, 1e-14);
  }

  @Test
  void integrandMayDivergeAtEitherEnd() {
    // ∫ u^{-3/4} = 4 on [0, 1]; mirrored at u = 1 the abscissa 1 − u is only right to 2⁻⁵³ of 1.
    assertEquals(
        StrictMath.log(4), LogQuadrature.logIntegral(u -> -0.75 * StrictMath.log(u), 0, 1), 1e-14);
    double mirrored = LogQuadrature.logIntegral(u -> -0.25 * StrictMath.log1p(-u), 0, 1);
    assertEquals(StrictMath.log(4.0 / 3), mirrored, 1e-11);
  }

  @Test
  void knownRoundingOfTheExponentIsNotChased() {
    // Differences of exponents near 1e9 are right to 2⁻²³ only: the panels can't do better.
    double large = 0x1p30;
    DoubleUnaryOperator logF = u -> large + u - large - u * u / 3;
    double expected = LogQuadrature.logIntegral(u -> u - u * u / 3, 0, 1);
    double rounded = LogQuadrature.logIntegralOfRounded(logF, 0, 1, Math.ulp(large));
    assertEquals(expected, rounded, Math.ulp(large));
    assertFails("state its rounding", () -> LogQuadrature.logIntegral(logF, 0, 1));
    assertRefused("rounding: need", () -> LogQuadrature.logIntegralOfRounded(logF, 0, 1, -1));
    assertRefused("rounding: need", () -> LogQuadrature.logIntegralOfRounded(logF, 0, 1, INF));
  }

  @Test
  void thinPeakBesideTheEndIsFound() {
    // Decay lengths 1e-12 from the left end and from the right one.
    double left = LogQuadrature.logIntegral(u -> -1e12 * u, 0, 1);
    assertEquals(StrictMath.log(1e-12), left, 1e-13);
    double right = LogQuadrature.logIntegral(u -> 1e12 * u, -1, 0);
    assertEquals(StrictMath.log(1e-12), right, 1e-13);
  }

  @Test
  void thinPeakBetweenSamplesIsFound() {
    // Samples are 1/129 apart; a tent with slopes 1e6 has its top at an irrational place.
    double top = Math.sqrt(0.5);
    double tent = LogQuadrature.logIntegral(u -> -1e6 * Math.abs(u - top), 0, 1);
    // The abscissa's rounding (2⁻⁵³) over the width (1e-6) is 1e-10.
    assertEquals(StrictMath.log(2e-6), tent, 2e-10);
  }

  @Test
  void peakIsThatOfTheLargerOfTwo() {
    double peak = PeakSearch.peak(u -> -Math.min(Math.abs(u - 0.2), 0.5 + Math.abs(u - 0.9)), 0, 1);
    assertEquals(0.2, peak, 1e-8);
  }

  @Test
  void signedIntegrals() {
    assertEquals(2, LogQuadrature.integral(StrictMath::sin, 0, Math.PI, 1e-14), 1e-14);
    assertEquals(-2, LogQuadrature.integral(StrictMath::sin, Math.PI, 0, 1e-14), 1e-14);
    assertEquals(0, LogQuadrature.integral(u -> u * u * u, -1, 1, 1e-14), 1e-16);
    // ∫ √u on [0, 1] = 2/3: the root's cusp needs halving.
    assertEquals(2.0 / 3, LogQuadrature.integral(Math::sqrt, 0, 1, 1e-13), 1e-13);
  }

  @Test
  void panelsAreThoseOfQuadpack() {
    // The GNU Scientific Library's test of QAG, 21 points: u^2.6 log(1/u) at 1e-14 takes 315 calls.
    int[] calls = new int[1];
    double value =
        LogQuadrature.integral(
            u -> ++calls[0] * 0 + StrictMath.pow(u, 2.6) * StrictMath.log(1 / u), 0, 1, 1.296e-13);
    assertEquals(1 / (3.6 * 3.6), value, 1e-14);
    assertEquals(315, calls[0]);
  }

  @Test
  void looserToleranceCostsLess() {
    int[] calls = new int[2];
    LogQuadrature.integral(u -> ++calls[0] * 0 + Math.sqrt(u), 0, 1, 1e-3);
    LogQuadrature.integral(u -> ++calls[1] * 0 + Math.sqrt(u), 0, 1, 1e-13);
    assertTrue(calls[0] < calls[1] / 3, () -> calls[0] + " against " + calls[1]);
  }

  @Test
  void oneRulePassesPolynomialsOfDegreeThirtyOne() {
    int[] calls = new int[1];
    double value = LogQuadrature.integral(u -> ++calls[0] * 0 + Math.pow(u, 30), -1, 2, 1e-12);
    double exact = (Math.pow(2, 31) + 1) / 31;
    assertEquals(exact, value, 1e-14 * exact);
  }

  @Test
  void refusesBadRangesAndTolerances() {
    assertRefused("a, b: need finite a <= b", () -> LogQuadrature.logIntegral(u -> 0, 1, 0));
    assertRefused("a, b: need finite a <= b", () -> LogQuadrature.logIntegral(u -> 0, -INF, 0));
    assertRefused("a, b: need finite a <= b", () -> LogQuadrature.logIntegral(u -> 0, 0, INF));
    assertRefused(
        "a, b: need finite a <= b", () -> LogQuadrature.logIntegral(u -> 0, Double.NaN, 0));
    assertRefused("a, b: need finite a <= b", () -> LogQuadrature.integral(u -> 0, 0, INF, 1e-9));
    assertRefused("relTol: need", () -> LogQuadrature.integral(u -> 0, 0, 1, 1e-16));
    assertRefused("relTol: need", () -> LogQuadrature.integral(u -> 0, 0, 1, 1));
  }

  @Test
  void failsWhereTheIntegrandIsNoNumber() {
    assertFails("logF gives NaN", () -> LogQuadrature.logIntegral(u -> Double.NaN, 0, 1));
    assertFails("logF gives Infinity", () -> LogQuadrature.logIntegral(u -> INF, 0, 1));
    assertFails("the integrand gives NaN", () -> LogQuadrature.integral(Math::log, -1, 2, 1e-9));
    assertFails("the integrand gives Inf", () -> LogQuadrature.integral(u -> 1 / u, -1, 1, 1e-9));
  }

  @Test
  void failsWhereTheIntegralDiverges() {
    assertFails("gives Infinity", () -> LogQuadrature.integral(u -> 1 / u, 0, 1, 1e-9));
    assertFails("or a pole", () -> LogQuadrature.integral(u -> 1 / (1 - u), 0, 1, 1e-9));
    assertFails("or a pole", () -> LogQuadrature.logIntegral(u -> -StrictMath.log1p(-u), 0, 1));
  }

  @Test
  void noiseOfTheIntegrandIsNotChased() {
    double[] noise = {1e-11, -1e-11, 0.3e-11, 0.9e-11, -0.7e-11};
    int[] calls = new int[1];
    double value =
        LogQuadrature.integral(u -> StrictMath.exp(u) + noise[calls[0]++ % 5], 0, 1, 1e-15);
    assertEquals(Math.E - 1, value, 1e-11);
    assertTrue(calls[0] < 2000, () -> calls[0] + " evaluations");
    assertFails(
        "noise or",
        () -> LogQuadrature.integral(u -> 1 + 1e4 * noise[calls[0]++ % 5], 0, 1, 1e-12));
  }

  @Test
  void failsWhereItOscillatesTooFast() {
    assertFails(
        "up to 4000 panels",
        () -> LogQuadrature.integral(u -> StrictMath.sin(1e6 * u) + 1e-3, 0, 1, 1e-12));
  }
}
