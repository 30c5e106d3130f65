package org.grokcheck.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.harness.Arb;

/** Defining identities of both branches, and order. */
class LambertWProperties {
  /** Two ulp of w change w eʷ by 2|1 + w| units of 2⁻⁵²; evaluating it adds less than two. */
  private static double tolerance(double w, double x) {
    return (2 * Math.abs(1 + w) + 2) * 0x1p-52 * Math.abs(x);
  }

  @Property
  void upperBranchSolvesItsEquation(@ForAll("upper") double x) {
    double w = LambertW.w0(x);
    assertTrue(w >= -1);
    assertEquals(x, w * StrictMath.exp(w), tolerance(w, x));
  }

  @Property
  void lowerBranchSolvesItsEquation(@ForAll("lower") double x) {
    double w = LambertW.wMinus1(x);
    assertTrue(w <= -1);
    assertEquals(x, w * StrictMath.exp(w), tolerance(w, x));
  }

  @Property
  void omegaSolvesItsEquation(@ForAll("anyExponent") double y) {
    double w = LambertW.w0Exp(y);
    // Two ulp of w change w + log w by 2(1 + w) units, its parts are rounded to their ulps.
    double parts = w + Math.abs(StrictMath.log(w)) + 1;
    assertEquals(y, w + StrictMath.log(w), 4 * 0x1p-52 * parts);
  }

  @Property
  void lowerOmegaSolvesItsEquation(@ForAll("belowMinusOne") double y) {
    double v = -LambertW.wMinus1NegExp(y);
    assertTrue(v >= 1);
    assertEquals(-y, v - StrictMath.log(v), 4 * 0x1p-52 * (v + 1));
  }

  @Property
  void logarithmicFormsAgreeWithThePlainOnes(@ForAll("moderate") double y) {
    double x = StrictMath.exp(y);
    // e^y is right to an ulp, which W passes on with a factor of at most one.
    assertEquals(LambertW.w0(x), LambertW.w0Exp(y), 6 * Math.ulp(LambertW.w0(x)));
  }

  @Property
  void conjugateHasTheSameValueOnTheOtherSide(@ForAll("positive") double a) {
    double other = LambertW.conjugate(a);
    assertTrue((a < 1) == (other > 1));
    double parts = a + other + Math.abs(StrictMath.log(a)) + Math.abs(StrictMath.log(other));
    assertEquals(
        a - StrictMath.log(a), other - StrictMath.log(other), 6 * 0x1p-52 * Math.max(1, parts));
  }

  @Property
  void gapOfTheConjugateComesBack(@ForAll("gap") double gap) {
    double there = LambertW.conjugateGap(gap);
    assertEquals(Math.signum(gap), Math.signum(there));
    // For |gap| <= 1/2 the map and its inverse change relative errors by less than a factor 2.
    assertEquals(-gap, LambertW.conjugateGap(-there), 12 * Math.ulp(gap));
  }

  @Property
  void gapFollowsItsSeries(@ForAll("smallGap") double gap) {
    double series = gap * (1 + gap * (2.0 / 3 + gap * (4.0 / 9 + gap * 44 / 135)));
    // The first term left out is (104/405) gap⁵; the rest is rounding.
    double truncation = 0.3 * Math.abs(Math.pow(gap, 5));
    assertEquals(series, LambertW.conjugateGap(gap), truncation + 4 * Math.ulp(gap));
  }

  @Property
  void branchesAreMonotone(@ForAll("upper") double x, @ForAll("lower") double low) {
    double further = x + Math.abs(x) * 0x1p-40;
    assertTrue(LambertW.w0(further) >= LambertW.w0(x));
    double lower = Math.max(LambertW.BRANCH_POINT, low * (1 + 0x1p-40));
    assertTrue(LambertW.wMinus1(lower) >= LambertW.wMinus1(low));
  }

  @Provide
  Arbitrary<Double> upper() {
    return Arbitraries.oneOf(
        Arb.logUniform(1e-310, 1e300),
        Arb.logUniform(1e-300, 0.36).map(x -> -x),
        Arb.logUniform(1e-16, 1e-2).map(d -> LambertW.BRANCH_POINT + d));
  }

  @Provide
  Arbitrary<Double> lower() {
    return Arbitraries.oneOf(
        Arb.logUniform(1e-307, 0.36).map(x -> -x),
        Arb.logUniform(1e-16, 1e-2).map(d -> LambertW.BRANCH_POINT + d));
  }

  @Provide
  Arbitrary<Double> anyExponent() {
    return Arbitraries.oneOf(Arb.uniform(-700, 700), Arb.logUniform(1, 1e300));
  }

  @Provide
  Arbitrary<Double> belowMinusOne() {
    return Arb.logUniform(1e-14, 1e300).map(d -> -1 - d);
  }

  @Provide
  Arbitrary<Double> moderate() {
    return Arb.uniform(-300, 300);
  }

  @Provide
  Arbitrary<Double> positive() {
    return Arb.logUniform(1e-300, 700).filter(a -> a != 1);
  }

  @Provide
  Arbitrary<Double> gap() {
    return Arb.signedLogUniform(1e-300, 0.5).filter(g -> g != 0);
  }

  @Provide
  Arbitrary<Double> smallGap() {
    return Arb.signedLogUniform(1e-12, 1e-2);
  }
}
