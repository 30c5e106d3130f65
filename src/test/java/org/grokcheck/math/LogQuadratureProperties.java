package org.grokcheck.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.harness.Arb;

/** Laws of integrals, in the log domain and of Gaussian averages. */
class LogQuadratureProperties {
  /** A peak of width 0.1 to 3 somewhere in or beside [−10, 10], with a fat tail. */
  private static DoubleUnaryOperator bump(double centre, double sharpness) {
    return u -> -sharpness * StrictMath.log1p((u - centre) * (u - centre));
  }

  @Property(tries = 200)
  void rangesAddUp(@ForAll("place") double centre, @ForAll("place") double cut) {
    DoubleUnaryOperator logF = bump(centre, 40);
    double whole = LogQuadrature.logIntegral(logF, -12, 12);
    double parts =
        LogDomain.logAddExp(
            LogQuadrature.logIntegral(logF, -12, cut), LogQuadrature.logIntegral(logF, cut, 12));
    // 1e-14 for each integral, and the rounding of logF, at most 40 log(500) = 250 far out.
    assertEquals(whole, parts, 3e-14);
  }

  @Property(tries = 200)
  void factorsComeOut(@ForAll("place") double centre, @ForAll("shift") double shift) {
    DoubleUnaryOperator logF = bump(centre, 5);
    double plain = LogQuadrature.logIntegral(logF, -12, 12);
    double shifted = LogQuadrature.logIntegral(u -> logF.applyAsDouble(u) + shift, -12, 12);
    assertEquals(plain + shift, shifted, 2e-14 + 2 * Math.ulp(shift));
  }

  @Property(tries = 200)
  void mirrorImageHasTheSameIntegral(@ForAll("place") double centre) {
    DoubleUnaryOperator logF = bump(centre, 20);
    double plain = LogQuadrature.logIntegral(logF, -11, 7);
    double mirrored = LogQuadrature.logIntegral(u -> logF.applyAsDouble(-u), -7, 11);
    assertEquals(plain, mirrored, 2e-14);
  }

  @Property(tries = 100)
  void logarithmicAndPlainIntegralsAgree(@ForAll("place") double centre) {
    DoubleUnaryOperator logF = bump(centre, 3);
    double plain =
        LogQuadrature.integral(u -> StrictMath.exp(logF.applyAsDouble(u)), -12, 12, 1e-13);
    assertEquals(StrictMath.log(plain), LogQuadrature.logIntegral(logF, -12, 12), 2e-13);
  }

  @Property(tries = 100)
  void exponentialTiltsShiftTheGaussian(@ForAll("tilt") double s) {
    // log E e^{sY} = s²/2; the exponent s y − y²/2 near its peak is rounded at the size of s².
    double average = GaussianAverage.logExpectation(y -> s * y);
    assertEquals(s * s / 2, average, 2e-14 + 4 * Math.ulp(s * s));
  }

  @Property(tries = 100)
  void gaussianIntegrationByParts(@ForAll("place") double a) {
    // Stein: E Y f(Y) = E f'(Y), here with f = tanh(y − a).
    double left = GaussianAverage.expectation(y -> y * StrictMath.tanh(y - a));
    double right =
        GaussianAverage.expectation(y -> 1 / (StrictMath.cosh(y - a) * StrictMath.cosh(y - a)));
    // |Y f| averages to at most √(2/π), and each integral is right to about 1e-15 of that.
    assertEquals(right, left, 4e-15);
  }

  @Provide
  Arbitrary<Double> place() {
    return Arb.uniform(-10, 10);
  }

  @Provide
  Arbitrary<Double> shift() {
    return Arb.signedLogUniform(1e-3, 1e6);
  }

  @Provide
  Arbitrary<Double> tilt() {
    return Arb.signedLogUniform(1e-3, 1e5);
  }
}
