package org.grokcheck.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.harness.Arb;

class LogDomainProperties {
  @Property
  void sumIsSymmetricAndAboveItsParts(@ForAll("line") double a, @ForAll("line") double b) {
    double sum = LogDomain.logAddExp(a, b);
    assertEquals(sum, LogDomain.logAddExp(b, a));
    assertTrue(sum >= Math.max(a, b) && sum <= Math.max(a, b) + 0.6931471805599454);
  }

  @Property
  void differenceUndoesTheSum(@ForAll("line") double a, @ForAll("distance") double below) {
    double b = a - below;
    double sum = LogDomain.logAddExp(a, b);
    // Two roundings of values up to 32, magnified by (e^a + e^b)/e^a <= 2.
    assertEquals(a, LogDomain.logSubExp(sum, b), 4 * Math.ulp(32.0));
  }

  @Property
  void sumOfManyIsTheSumOfAll(@ForAll("terms") List<Double> terms) {
    double[] array = terms.stream().mapToDouble(Double::doubleValue).toArray();
    double pairwise = terms.stream().reduce(Double.NEGATIVE_INFINITY, LogDomain::logAddExp);
    // Each of the at most 20 additions rounds a value of at most 30 + log 20.
    assertEquals(pairwise, LogDomain.logSumExp(array), 20 * Math.ulp(32.0));
  }

  @Property
  void complementIsItsOwnInverse(@ForAll("distance") double d) {
    double x = -d;
    double back = LogDomain.log1mExp(LogDomain.log1mExp(x));
    // An ulp of y = log(1 − e^x) changes the inverse by |y| e^y/(1 − e^y) = |y| (1 − e^x)/e^x.
    double y = LogDomain.log1mExp(x);
    double magnified = Math.abs(y) * -StrictMath.expm1(x) * StrictMath.exp(d);
    assertEquals(x, back, 2 * 0x1p-52 * (magnified + d));
  }

  @Property
  void softplusDiffersFromItsMirrorImageByTheArgument(@ForAll("line") double x) {
    double mirrored = LogDomain.softplus(x) - LogDomain.softplus(-x);
    assertEquals(x, mirrored, 2 * Math.ulp(32.0));
  }

  @Property
  void logSoftplusIsTheLogarithm(@ForAll("line") double x) {
    double plain = StrictMath.log(LogDomain.softplus(x));
    assertEquals(plain, LogDomain.logSoftplus(x), 4 * 0x1p-52 * Math.max(1, Math.abs(plain)));
  }

  @Property
  void expm1RatioMirrorsWithAnExponential(@ForAll("signed") double z) {
    double ratio = LogDomain.expm1Ratio(z);
    // (1 − e^z)/(−z) = e^z (1 − e^{−z})/z; e^z is right to an ulp, the ratios to two.
    double mirrored = LogDomain.expm1Ratio(-z) * StrictMath.exp(-z);
    assertEquals(ratio, mirrored, 6 * Math.ulp(ratio));
  }

  @Provide
  Arbitrary<Double> line() {
    return Arb.uniform(-30, 30);
  }

  @Provide
  Arbitrary<Double> distance() {
    return Arb.logUniform(1e-6, 30);
  }

  @Provide
  Arbitrary<Double> signed() {
    return Arb.signedLogUniform(1e-12, 300);
  }

  @Provide
  Arbitrary<List<Double>> terms() {
    return line().list().ofMinSize(1).ofMaxSize(20);
  }
}
