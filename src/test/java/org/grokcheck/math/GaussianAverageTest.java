package org.grokcheck.math;

import static org.grokcheck.math.Refusals.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class GaussianAverageTest {
  @Test
  void oddFunctionsAverageToZero() {
    assertEquals(0, GaussianAverage.expectation(y -> y * y * y), 1e-15);
    assertEquals(0, GaussianAverage.expectation(y -> 0));
  }

  @Test
  void stepsAndKinksAwayFromTheOrigin() {
    double above = GaussianAverage.expectation(y -> y > 1.3 ? 1 : 0);
    assertEquals(Normal.sf(1.3), above, 1e-15);
    // E max(Y − a, 0) = φ(a) − a(1 − Φ(a)).
    double call = GaussianAverage.expectation(y -> Math.max(y - 1.3, 0));
    assertEquals(Normal.pdf(1.3) - 1.3 * Normal.sf(1.3), call, 1e-15);
  }

  @Test
  void weightFarOutIsFollowed() {
    // log P(Y > 300), from an indicator: the peak sits at the cut, 260 beyond the first window.
    double tail = GaussianAverage.logExpectation(y -> y > 300 ? 0 : 1e4 * (y - 300));
    double sharp = Normal.logSf(300);
    // The ramp e^{1e4 (y − 300)} below 300 adds 1/(1e4 − 300) to the tail's 1/300, relatively.
    double ramp = StrictMath.log1p(300.0 / 9700);
    assertEquals(sharp + ramp, tail, 2e-5);
  }

  @Test
  void averagesThatDoNotExistFail() {
    assertFails(
        "the integrand gives", () -> GaussianAverage.expectation(y -> StrictMath.exp(38 * y)));
    assertFails("doesn't decay", () -> GaussianAverage.logExpectation(y -> 0.5 * y * y));
    assertFails("the integrand gives NaN", () -> GaussianAverage.expectation(StrictMath::log));
  }
}
