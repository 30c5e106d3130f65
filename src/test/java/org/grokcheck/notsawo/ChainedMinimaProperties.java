package org.grokcheck.notsawo;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.oracle.ExactCurvature;

/** Curvatures of the chained Rosenbrock function at both of its minima, in exact decimals. */
class ChainedMinimaProperties {
  private static final String HESSIAN = "notsawo.ext.ros_hessian";
  private static final String SECOND = "notsawo.ext.ros_second_minimum";
  private static final BigDecimal CLOSE = new BigDecimal("1e-29");
  private static final BigDecimal FAR = new BigDecimal("1e-12");

  private static ExactCurvature curvature(List<BigDecimal> x) {
    return ExactCurvature.of(Rosenbrock.CHAINED::gradient, x);
  }

  /** Eigenvalues enclosed to 10⁻²⁹ by the signs of pivots of exact second differences. */
  @Property(tries = 20)
  @Checks(HESSIAN)
  void extremeEigenvaluesAreEnclosed(@ForAll @IntRange(min = 2, max = 12) int n) {
    ExactCurvature exact = curvature(Collections.nCopies(n, BigDecimal.ONE));
    BigDecimal smallest = new ChainedHessian(n).smallest();
    BigDecimal largest = new ChainedHessian(n).largest();
    enclosed("λ_min", exact, n, smallest, List.of(0, 1));
    enclosed("λ_max", exact, n, largest, List.of(n - 1, n));
  }

  private static void enclosed(
      String what, ExactCurvature exact, int n, BigDecimal value, List<Integer> counts) {
    Check.of(HESSIAN, "eigenvalues below " + what + " ∓ 1e-29")
        .by(Oracle.EXACT)
        .at("n", n)
        .expectingExactly(counts)
        .holds(around(exact, value))
        .rejects("off by 1e-12", around(exact, value.add(FAR)))
        .rejects("twice as large", around(exact, value.add(value)));
  }

  private static List<Integer> around(ExactCurvature exact, BigDecimal value) {
    return List.of(exact.below(value.subtract(CLOSE)), exact.below(value.add(CLOSE)));
  }

  /** n = 2: 501 ± √250601, so that the condition is 2508.0. */
  @Property(tries = 1)
  @Checks(HESSIAN)
  void closedFormOfTwo() {
    ChainedHessian two = new ChainedHessian(2);
    BigDecimal root = BigDecimal.valueOf(250_601).sqrt(new MathContext(40));
    BigDecimal centre = BigDecimal.valueOf(501);
    compare("λ_max", centre.add(root), two.largest());
    compare("λ_min", centre.subtract(root), two.smallest());
    double condition = two.largest().doubleValue() / two.smallest().doubleValue();
    Check.of(HESSIAN, "condition")
        .by(Oracle.TABLE)
        .expecting(2508.0, new Tolerance.Truncation(0.05, 1, 1, "half a unit of its last digit"))
        .holds(condition)
        .rejects("largest over 0.4", two.largest().doubleValue() / 0.4);
  }

  private static void compare(String what, BigDecimal expected, BigDecimal actual) {
    Check.of(HESSIAN, what + " for n = 2, times 1e20")
        .by(Oracle.TABLE)
        .expecting(0, new Tolerance.Truncation(1e-8, 1, 1, "30 decimals, times 1e20"))
        .holds(expected.subtract(actual).movePointRight(20).doubleValue())
        .rejects("trace over 2", BigDecimal.valueOf(501).subtract(actual).doubleValue());
  }

  /**
   * Plain descent at the rate 2/λ_max turns a displacement along the steepest direction round,
   * without growth; the third derivatives, below 10⁴, add at most 10⁴ η d/2.
   */
  @Property(tries = 20)
  @Checks(HESSIAN)
  void largestEigenvalueBoundsTheRate(@ForAll @IntRange(min = 2, max = 8) int n) {
    double size = 1e-9;
    BigDecimal largest = new ChainedHessian(n).largest();
    double[] direction =
        curvature(Collections.nCopies(n, BigDecimal.ONE)).eigenvector(largest.doubleValue());
    double rate = 2 / largest.doubleValue();
    Check.of(HESSIAN, "growth of a displacement in a step at 2/λ_max")
        .part("largest stable rate")
        .by(Oracle.INVARIANT)
        .at("n", n)
        .expecting(
            1,
            new Tolerance.Truncation(
                1e4 * rate * size / 2 + 1e-12, 1, 1, "third derivatives; eigenvector in doubles"))
        .holds(growth(direction, size, rate))
        .rejects("1 percent faster", growth(direction, size, rate * 1.01))
        .rejects("half the rate", growth(direction, size, rate / 2));
  }

  private static double growth(double[] direction, double size, double rate) {
    List<BigDecimal> x = new ArrayList<>();
    for (double component : direction) {
      x.add(BigDecimal.ONE.add(new BigDecimal(size * component)));
    }
    List<BigDecimal> gradient = Rosenbrock.CHAINED.gradient(x);
    double square = 0;
    for (int i = 0; i < direction.length; i++) {
      BigDecimal step = gradient.get(i).multiply(new BigDecimal(rate));
      double moved = x.get(i).subtract(step).subtract(BigDecimal.ONE).doubleValue();
      square += moved * moved;
    }
    return Math.sqrt(square) / size;
  }

  /**
   * Newton and Kantorovich: with β = 1/λ_min, residual |∇g| and Hessians that change by at most K
   * |dx|, K = 10⁴ near the unit cube, there is a zero of ∇g within 2β|∇g| if β²K|∇g| ≤ ½.
   */
  @Property(tries = 12)
  @Checks(SECOND)
  void aSecondMinimumExists(@ForAll @IntRange(min = 4, max = 15) int n) {
    List<BigDecimal> x = SecondMinimum.of(n);
    ExactCurvature exact = curvature(x);
    BigDecimal floor = new BigDecimal("0.01");
    Check.of(SECOND, "eigenvalues of the Hessian below 0.01")
        .part("existence")
        .by(Oracle.EXACT)
        .at("n", n)
        .expectingExactly(0)
        .holds(exact.below(floor))
        .rejects("halfway to the global minimum", curvature(halfway(x)).below(floor));
    Check.of(SECOND, "β²K|∇g|")
        .part("existence")
        .by(Oracle.EXACT)
        .at("n", n)
        .expectingAtMost(0.5, new Tolerance.Exact())
        .holds(1e8 * residual(x))
        .rejects("at (−1, 1, ..., 1)", 1e8 * residual(claimed(n)));
    Check.of(SECOND, "x_1")
        .part("existence")
        .by(Oracle.EXACT)
        .at("n", n)
        .expectingAtMost(-0.5, new Tolerance.Exact())
        .holds(x.get(0).doubleValue())
        .rejects("the global minimum", 1);
  }

  private static List<BigDecimal> halfway(List<BigDecimal> x) {
    BigDecimal half = new BigDecimal("0.5");
    return x.stream().map(c -> c.add(BigDecimal.ONE).multiply(half)).toList();
  }

  private static List<BigDecimal> claimed(int n) {
    List<BigDecimal> x = new ArrayList<>(Collections.nCopies(n, BigDecimal.ONE));
    x.set(0, BigDecimal.ONE.negate());
    return x;
  }

  private static double residual(List<BigDecimal> x) {
    double square = 0;
    for (BigDecimal component : Rosenbrock.CHAINED.gradient(x)) {
      square += component.doubleValue() * component.doubleValue();
    }
    return Math.sqrt(square);
  }

  /**
   * n = 3: eliminating x_3 = x_2² and x_2 = (100x² + 1)/101 leaves 101 ∂g/∂x_1 = (x − 1)(400x² +
   * 400x + 202), whose second factor is at least 102. Both sides are cubic in x, and agree at more
   * than four points, those where x_2 is whole.
   */
  @Property(tries = 30)
  @Checks(SECOND)
  void threeVariablesHaveOneStationaryPoint(@ForAll @IntRange(min = -50, max = 50) int m) {
    BigDecimal x = BigDecimal.valueOf(1 + 101L * m);
    BigDecimal square = x.multiply(x);
    BigDecimal y =
        square.movePointRight(2).add(BigDecimal.ONE).divideToIntegralValue(BigDecimal.valueOf(101));
    List<BigDecimal> gradient = Rosenbrock.CHAINED.gradient(List.of(x, y, y.multiply(y)));
    Check.of(SECOND, "∇g where x_2 and x_3 are eliminated")
        .part("none for n = 3")
        .by(Oracle.EXACT)
        .at("x", x)
        .expectingExactly(canonical(List.of(factored(x, 202), BigDecimal.ZERO, BigDecimal.ZERO)))
        .holds(canonical(gradient))
        .rejects(
            "a factor with real zeros",
            canonical(List.of(factored(x, 98), BigDecimal.ZERO, BigDecimal.ZERO)));
  }

  /** (x − 1)(400x² + 400x + c)/101. */
  private static BigDecimal factored(BigDecimal x, int c) {
    BigDecimal four = BigDecimal.valueOf(400);
    BigDecimal factor =
        x.multiply(x).multiply(four).add(x.multiply(four)).add(BigDecimal.valueOf(c));
    return x.subtract(BigDecimal.ONE)
        .multiply(factor)
        .divideToIntegralValue(BigDecimal.valueOf(101));
  }

  private static List<Double> canonical(List<BigDecimal> gradient) {
    return gradient.stream().map(g -> g.doubleValue() + 0.0).toList();
  }

  /** The limit for long chains, to the digits that the claim gives. */
  @Property(tries = 1)
  @Checks(SECOND)
  void longChainsApproachALimit() {
    List<BigDecimal> x = SecondMinimum.of(200);
    List<BigDecimal> shorter = SecondMinimum.of(8);
    double[] printed = {-0.99329, 0.99665, 0.99833};
    for (int i = 0; i < printed.length; i++) {
      limit("x_" + (i + 1), printed[i], x.get(i), shorter.get(i));
    }
    limit("g", 3.98662, Rosenbrock.CHAINED.value(x), Rosenbrock.CHAINED.value(shorter));
  }

  private static void limit(String what, double expected, BigDecimal actual, BigDecimal ofShorter) {
    Check.of(SECOND, what + " for n = 200")
        .part("limit")
        .by(Oracle.LIMIT)
        .expecting(expected, new Tolerance.Truncation(5e-6, 1, 1, "half a unit of the last digit"))
        .holds(actual.doubleValue())
        .rejects("that of n = 8", ofShorter.doubleValue());
  }
}
