package org.grokcheck.notsawo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import org.grokcheck.evidence.Infrastructure;
import org.grokcheck.math.exact.Rational;
import org.junit.jupiter.api.Test;

/** The surfaces of App. I at points where they are worked by hand. */
@Infrastructure("plain values at which each formula is known without it; its claims have their own")
class SurfaceValuesTest {

  private static List<BigDecimal> point(String... coordinates) {
    return List.of(coordinates).stream().map(BigDecimal::new).toList();
  }

  private static double[] doubles(List<BigDecimal> numbers) {
    return numbers.stream().mapToDouble(BigDecimal::doubleValue).toArray();
  }

  @Test
  void rosenbrock() {
    TestSurface surface = TestSurface.ROSENBROCK;
    double[] x = {3, 11};
    assertEquals(404, surface.value(x));
    assertArrayEquals(new double[] {-2396, 400}, surface.gradient(x));
    assertArrayEquals(new double[] {-2396 / 404.0, 400 / 404.0}, surface.logGradient(x));
    assertEquals(5, surface.distance(new double[] {4, 5}));
    // 100·1 + 1, 100·(−2)² + 4 and 100·(−8)² + 36; pairs lack the second.
    List<BigDecimal> four = point("2", "3", "7", "41");
    assertEquals(6941, Rosenbrock.CHAINED.value(four).intValueExact());
    assertEquals(6537, Rosenbrock.VANILLA.value(four).intValueExact());
    double[] chained = {802, -200 + 2404, -400 + 22412, -1600};
    double[] pairs = {802, -200, 22412, -1600};
    assertArrayEquals(chained, doubles(Rosenbrock.CHAINED.gradient(four)));
    assertArrayEquals(chained, Rosenbrock.CHAINED.gradient(doubles(four)));
    assertArrayEquals(pairs, doubles(Rosenbrock.VANILLA.gradient(four)));
    assertArrayEquals(pairs, Rosenbrock.VANILLA.gradient(doubles(four)));
  }

  @Test
  void rastrigin() {
    TestSurface surface = TestSurface.RASTRIGIN;
    assertEquals(20.25, surface.value(new double[] {0.5, 0}));
    assertEquals(30.3125, surface.value(new double[] {0.25, -0.5}), 1e-14);
    double slope = 0.5 + 20 * Math.PI;
    assertArrayEquals(
        new double[] {slope, -slope}, surface.gradient(new double[] {0.25, -0.25}), 1e-13);
    assertArrayEquals(
        new double[] {slope / 10.0625, 0}, surface.logGradient(new double[] {0.25, 0}), 1e-13);
    assertEquals(5, surface.distance(new double[] {3, -4}));
    Rastrigin function = new Rastrigin(BigDecimal.valueOf(3));
    assertEquals(10.25, function.value(point("0.5", "2")).doubleValue());
    assertEquals(13.875, function.value(point("0.25", "-1.25", "-0.5")).doubleValue());
    assertArrayEquals(
        new double[] {1, 4, 0.5 + 6 * Math.PI, 2.5 + 6 * Math.PI, 1.5 - 6 * Math.PI},
        doubles(function.gradient(point("0.5", "2", "0.25", "1.25", "0.75"))),
        1e-14);
    // A third of a turn, whose sine is √3/2.
    double[] third = doubles(function.gradient(point("0." + "3".repeat(60))));
    assertEquals(2 / 3.0 + 3 * Math.PI * Math.sqrt(3), third[0], 1e-14);
  }

  @Test
  void curvatureOfRosenbrock() {
    RosenbrockCurvature origin = new RosenbrockCurvature(Rational.ZERO, Rational.of(10));
    assertArrayEquals(new double[] {-3998, 200}, origin.eigenvalues(), 1e-9);
    RosenbrockCurvature flat = new RosenbrockCurvature(Rational.ZERO, Rational.ZERO);
    assertArrayEquals(new double[] {2, 200}, flat.eigenvalues(), 1e-12);
    RosenbrockCurvature minimum = new RosenbrockCurvature(Rational.ONE, Rational.ONE);
    assertEquals(Rational.of(802), minimum.first());
    assertEquals(Rational.of(-400), minimum.mixed());
    assertEquals(Rational.of(200), minimum.second());
    assertEquals(Rational.of(400), minimum.determinant());
    double[] both = minimum.eigenvalues();
    assertEquals(1002, both[0] + both[1], 1e-12);
    assertEquals(400, both[0] * both[1], 1e-10);
    assertEquals(0.39936, both[0], 1e-5);
  }

  /** λ² − 1002λ + 400 for n = 2; the trace and Gershgorin's discs bound the larger ones. */
  @Test
  void hessianOfTheChain() {
    ChainedHessian two = new ChainedHessian(2);
    BigDecimal sum = two.smallest().add(two.largest());
    assertEquals(1002, sum.doubleValue(), 1e-12);
    assertEquals(400, two.smallest().multiply(two.largest()).doubleValue(), 1e-12);
    assertEquals(30, two.smallest().scale());
  }

  @Test
  void minimaOfRastrigin() {
    RastriginMinima minima = new RastriginMinima(BigDecimal.TEN);
    for (long m : new long[] {0, 1, 7}) {
      double root = RastriginMinima.tangentRoot(m);
      // tan y = y, whose slope there is y².
      assertEquals(root, StrictMath.tan(root), 4 * root * root * Math.ulp(root));
      // At a_m slope and curvature vanish together: 1 = −2π²a cos φ with φ = 2πx, tan φ = φ.
      double a = RastriginMinima.threshold(m);
      assertEquals(-1, 2 * Math.PI * Math.PI * a * StrictMath.cos(root), 1e-12);
      BigDecimal above = new BigDecimal(a * (1 + 1e-9));
      BigDecimal below = new BigDecimal(a * (1 - 1e-9));
      assertEquals(2 * m + 3, new RastriginMinima(above).count());
      assertEquals(2 * m + 1, new RastriginMinima(below).count());
      assertEquals(4 * m + 5, new RastriginMinima(above).stationary());
    }
    assertEquals(2 + 40 * Math.PI * Math.PI, minima.curvature(BigDecimal.ZERO), 1e-12);
    assertEquals(2 - 40 * Math.PI * Math.PI, minima.curvature(new BigDecimal("0.5")), 1e-12);
    assertEquals(0, minima.near(0).signum());
    double first = minima.near(1).doubleValue();
    assertEquals(0, first + 10 * Math.PI * StrictMath.sin(2 * Math.PI * first), 1e-12);
    assertEquals(0.995, first, 1e-3);
  }
}
