package org.grokcheck.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.harness.Arb;

/** Contiguous relations, elementary cases, Euler's transformation, order and derivative. */
class HypergeometricProperties {
  /**
   * What {@link Hypergeometric} promises: 1e-15 and the rounding of the integrand's logarithm,
   * which is at most |q log(1 − z)| + p log⁺|z| + 45 here; the factor 2 covers its two terms.
   */
  private static double relative(double p, double q, double z) {
    double logs = Math.abs(q * StrictMath.log1p(-z)) + p * StrictMath.log(Math.max(1, -z));
    return 1e-15 + 2 * (logs + 45) * 0x1p-53;
  }

  @Property
  void contiguousInTheSecondParameter(
      @ForAll("positive") double p, @ForAll("real") double q, @ForAll("below") double z) {
    // (p − q) F(p, q; p+1) = p (1 − z)^{−q} − q F(p, q+1; p+1), DLMF 15.5.12 with F(p+1, q; p+1).
    double left = (p - q) * Hypergeometric.f21(p, q, p + 1, z);
    double power = p * StrictMath.pow(1 - z, -q);
    double next = q * Hypergeometric.f21(q + 1, p, p + 1, z);
    double size = Math.abs(left) + power + Math.abs(next);
    assertEquals(power - next, left, 2 * relative(p, Math.abs(q) + 1, z) * size);
  }

  @Property
  void contiguousInTheFirstParameter(@ForAll("positive") double p, @ForAll("below") double z) {
    // F(1, p; p+1) = 1 + z p/(p+1) F(1, p+1; p+2), from the geometric series under the integral.
    double left = Hypergeometric.f21(1, p, p + 1, z);
    double step = z * p / (p + 1) * Hypergeometric.f21(1, p + 1, p + 2, z);
    assertEquals(1 + step, left, 2 * relative(p + 1, 1, z) * (1 + Math.abs(step)));
  }

  @Property
  void sameRelationAboveOne(@ForAll("positive") double p, @ForAll("above") double z) {
    double left = Hypergeometric.f21RealPart(1, p, p + 1, z);
    double step = z * p / (p + 1) * Hypergeometric.f21RealPart(p + 1, 1, p + 2, z);
    // Both are differences of parts that are at most 1 + F(1, p; p+1; 1/z) in size.
    double parts = 2 + Math.abs(step) + z * Hypergeometric.f21(1, p, p + 1, 1 / z);
    double logs = 2 * (p + 1) * StrictMath.log(z) + 45;
    assertEquals(1 + step, left, 2 * (1e-15 + 2 * logs * 0x1p-53) * parts);
  }

  @Property
  void elementaryCases(@ForAll("below") double z) {
    double tolerance = 2 * relative(1, 1, z);
    double logarithm = -StrictMath.log1p(-z) / z;
    assertEquals(logarithm, Hypergeometric.f21(1, 1, 2, z), tolerance * logarithm);
    double power = StrictMath.pow(1 - z, -1.5);
    // F(p, p+1; p+1; z) = (1 − z)^{−p}.
    assertEquals(power, Hypergeometric.f21(1.5, 2.5, 2.5, z), 2 * relative(1.5, 2.5, z) * power);
  }

  @Property
  void elementaryRealParts(@ForAll("above") double z) {
    double logarithm = -StrictMath.log(z - 1) / z;
    double size = (StrictMath.log(z) + Math.abs(StrictMath.log(z - 1)) + 1) / z;
    assertEquals(logarithm, Hypergeometric.f21RealPart(1, 1, 2, z), 1e-13 * size);
    double root = Math.sqrt(z);
    double half = StrictMath.log((z - 1) / ((root + 1) * (root + 1)));
    assertEquals(
        -half / (2 * root), Hypergeometric.f21RealPart(1, 0.5, 1.5, z), 1e-13 / root * (1 - half));
  }

  @Property
  void complementNamesTheSameArgument(@ForAll("positive") double p, @ForAll("tiny") double y) {
    double plain = Hypergeometric.f21(p, 1, p + 1, 1 - y);
    assertEquals(plain, Hypergeometric.f21FromComplement(p, 1, p + 1, y), 1e-13 * plain);
  }

  @Property
  void increasingInTheArgument(
      @ForAll("positive") double p, @ForAll("positive") double q, @ForAll("below") double z) {
    double lower = z - 1e-6 * Math.abs(z);
    assertTrue(Hypergeometric.f21(p, q, p + 1, lower) < Hypergeometric.f21(p, q, p + 1, z));
  }

  @Property
  void logarithmGoesWhereTheValueOverflows(@ForAll("large") double q) {
    // F(1, q; 2; z) = ((1 − z)^{1−q} − 1)/((q − 1) z), where the 1 is lost from q = 20 on.
    double z = 0.9;
    double leading = (q - 1) * StrictMath.log(10) + StrictMath.log(1 / ((q - 1) * z));
    assertEquals(leading, Hypergeometric.logF21(1, q, 2, z), 1e-12 * leading);
  }

  @Provide
  Arbitrary<Double> positive() {
    return Arb.logUniform(0.05, 20);
  }

  @Provide
  Arbitrary<Double> real() {
    return Arb.uniform(-8, 8);
  }

  @Provide
  Arbitrary<Double> below() {
    return Arbitraries.oneOf(
        Arb.logUniform(1e-3, 1e12).map(z -> -z), Arb.logUniform(1e-10, 0.999).map(y -> 1 - y));
  }

  @Provide
  Arbitrary<Double> above() {
    return Arb.logUniform(1e-9, 1e6).map(d -> 1 + d);
  }

  @Provide
  Arbitrary<Double> tiny() {
    // Powers of two, so that 1 − y is exact.
    return Arbitraries.integers().between(1, 50).map(k -> StrictMath.scalb(1.0, -k));
  }

  @Provide
  Arbitrary<Double> large() {
    return Arb.uniform(400, 5000);
  }
}
