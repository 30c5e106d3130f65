package org.grokcheck.math;

import static org.grokcheck.math.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NormalTest {
  private static final double INF = Double.POSITIVE_INFINITY;

  @Test
  void limitsAtInfinity() {
    assertEquals(1, Normal.cdf(INF));
    assertEquals(0, Normal.sf(INF));
    assertEquals(0, Normal.pdf(INF));
    assertEquals(-INF, Normal.logSf(INF));
    assertEquals(-0.0, Normal.logCdf(INF));
    assertEquals(-INF, Normal.logPdf(-INF));
    assertEquals(0, Erf.erfc(INF));
    assertEquals(0, Erf.erfcx(INF));
    assertEquals(-1, Erf.erf(-INF));
    assertEquals(INF, Erf.erfcx(-27));
    assertEquals(-INF, Erf.logErfc(INF));
  }

  @Test
  void notANumberStaysSo() {
    assertEquals(Double.NaN, Normal.cdf(Double.NaN));
    assertEquals(Double.NaN, Normal.logSf(Double.NaN));
    assertEquals(Double.NaN, Normal.pdf(Double.NaN));
    assertEquals(Double.NaN, Erf.erf(Double.NaN));
    assertEquals(Double.NaN, Erf.erfcx(Double.NaN));
    assertEquals(Double.NaN, Erf.logErfc(Double.NaN));
  }

  @Test
  void smallestTailIsSubnormal() {
    // Φ(−38.4674) = 5.6e-324 rounds to the least double, Φ(−38.6) = 3e-326 to zero.
    assertEquals(Double.MIN_VALUE, Normal.cdf(-38.4674));
    assertEquals(0, Normal.cdf(-38.6));
  }

  @Test
  void quantilesAtTheEnds() {
    assertEquals(-INF, Normal.quantile(0));
    assertEquals(INF, Normal.quantile(1));
    assertEquals(0, Normal.quantile(0.5));
    assertEquals(INF, Normal.quantileSf(0));
  }

  @Test
  void refusesWhatIsNoProbability() {
    assertRefused("p: need a probability", () -> Normal.quantile(-1e-300));
    assertRefused("p: need a probability", () -> Normal.quantile(1.0000000000000002));
    assertRefused("p: need a probability", () -> Normal.quantile(Double.NaN));
    assertRefused("q: need a probability", () -> Normal.quantileSf(2));
    assertRefused("q: need a probability", () -> Normal.quantileSf(-1));
  }
}
