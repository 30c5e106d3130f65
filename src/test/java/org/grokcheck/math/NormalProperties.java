package org.grokcheck.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.harness.Arb;

/** Symmetries, complements, logarithms, inverses and derivatives of the error function and Φ. */
class NormalProperties {
  private static final double SQRT2 = Math.sqrt(2);

  @Property
  void complementsAddUpToOne(@ForAll("line") double x) {
    // Each part is right to 3 ulp of at most 1, that is 3·2⁻⁵³.
    assertEquals(1, Normal.cdf(x) + Normal.sf(x), 6 * 0x1p-53);
    assertEquals(Normal.cdf(-x), Normal.sf(x));
    assertEquals(1, Erf.erf(x) + Erf.erfc(x), 6 * 0x1p-53);
    assertEquals(-Erf.erf(-x), Erf.erf(x));
  }

  @Property
  void normalAndErrorFunctionAgree(@ForAll("tail") double x) {
    // x/√2 is rounded, which erfc magnifies by x².
    double expected = 0.5 * Erf.erfc(x / SQRT2);
    assertEquals(expected, Normal.sf(x), (x * x + 8) * 0x1p-52 * expected);
  }

  @Property
  void logarithmsAreThoseOfThePlainValues(@ForAll("line") double x) {
    // The plain value is right to 3 ulp, its logarithm to one more of itself.
    double logCdf = StrictMath.log(Normal.cdf(x));
    assertEquals(logCdf, Normal.logCdf(x), 4 * 0x1p-52 + 3 * Math.ulp(logCdf));
    double logErfc = StrictMath.log(Erf.erfc(x / SQRT2));
    assertEquals(logErfc, Erf.logErfc(x / SQRT2), 4 * 0x1p-52 + 3 * Math.ulp(logErfc));
    assertEquals(StrictMath.log(Normal.pdf(x)), Normal.logPdf(x), 4 * 0x1p-52 + 0x1p-50 * x * x);
  }

  @Property
  void quantileInvertsTheLogarithm(@ForAll("tailProbability") double p) {
    double x = Normal.quantile(p);
    double logP = StrictMath.log(p);
    // Three ulp of x change log Φ by 3|x| h ulps, with hazard h <= |x| + 1.
    double tolerance = 4 * 0x1p-52 * (Math.abs(x) * (Math.abs(x) + 1) + 1);
    assertEquals(logP, Normal.logCdf(x), tolerance);
    assertEquals(-x, Normal.quantileSf(p));
  }

  @Property
  void quantileIsOddAboutOneHalf(@ForAll("central") double d) {
    // Adding zero makes one of the two zeros at d = 0.
    assertEquals(0.0 - Normal.quantile(0.5 - d), Normal.quantile(0.5 + d));
  }

  @Property
  void slopeOfTheLogarithmIsTheHazard(@ForAll("tail") double x) {
    double h = 1e-4;
    double slope = (Normal.logSf(x + h) - Normal.logSf(x - h)) / (2 * h);
    double hazard = StrictMath.exp(Normal.logPdf(x) - Normal.logSf(x));
    // Central differences: h²/6 times the third derivative (below 1), and rounding of log over h.
    double rounding = (x * x + 4) * 0x1p-51 / h;
    assertEquals(-hazard, slope, h * h + rounding + hazard * 0x1p-40);
  }

  @Property
  void cdfIsMonotone(@ForAll("line") double x, @ForAll("line") double y) {
    assertTrue(Normal.cdf(Math.min(x, y)) <= Normal.cdf(Math.max(x, y)));
    assertTrue(Normal.logSf(Math.min(x, y)) >= Normal.logSf(Math.max(x, y)));
    assertTrue(Erf.erfcx(Math.min(x, y)) >= Erf.erfcx(Math.max(x, y)));
  }

  @Provide
  Arbitrary<Double> line() {
    return Arb.uniform(-26, 26);
  }

  @Provide
  Arbitrary<Double> tail() {
    return Arb.uniform(0.75, 30);
  }

  @Provide
  Arbitrary<Double> tailProbability() {
    return Arb.logUniform(1e-300, 0.25);
  }

  @Provide
  Arbitrary<Double> central() {
    // Multiples of 2⁻⁵³, so that both 0.5 + d and 0.5 − d are exact.
    return Arb.uniform(0, 0.5).map(d -> StrictMath.rint(d * 0x1p53) * 0x1p-53);
  }
}
