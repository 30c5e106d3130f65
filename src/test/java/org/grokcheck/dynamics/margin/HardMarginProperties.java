package org.grokcheck.dynamics.margin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.fraction.BigFraction;
import org.grokcheck.compute.linear.PlainMatrix;
import org.grokcheck.oracle.ExactMargin;
import org.ojalgo.matrix.store.R064Store;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.convex.ConvexSolver;

/** The hard margin against exact enumeration of supports, a second solver, and its symmetries. */
class HardMarginProperties {
  /** What the method promises: residuals at which it stops looking for better ones. */
  private static final double RESIDUAL = 1e-11;

  private static BigDecimal decimal(BigFraction value) {
    return new BigDecimal(value.getNumerator())
        .divide(new BigDecimal(value.getDenominator()), MathContext.DECIMAL128);
  }

  private static void assertSolves(List<BigFraction> exact, HardMargin actual) {
    assertTrue(actual.residuals().largest() <= RESIDUAL, actual.residuals().toString());
    BigDecimal square = decimal(ExactMargin.squaredNorm(exact).reciprocal());
    BigDecimal below = new BigDecimal(actual.marginBelow());
    BigDecimal above = new BigDecimal(actual.marginAbove());
    assertTrue(below.multiply(below).compareTo(square) <= 0, below + " above the margin");
    assertTrue(above.multiply(above).compareTo(square) >= 0, above + " below the margin");
    // Both ends are off by the primal violation and the gap.
    assertTrue(actual.marginAbove() <= actual.marginBelow() * (1 + 4 * RESIDUAL));
    double distance = 0;
    for (int j = 0; j < exact.size(); j++) {
      distance += Math.pow(decimal(exact.get(j)).doubleValue() - actual.weight()[j], 2);
    }
    // For feasible w, ‖w − w*‖² ≤ ‖w‖² − ‖w*‖²; scaling to feasibility adds the violation.
    double most = Math.sqrt(8 * RESIDUAL) * actual.norm();
    assertTrue(Math.sqrt(distance) <= most, Math.sqrt(distance) + " > " + most);
  }

  @Property(tries = 300)
  void enumerationOfSupportsAgrees(
      @ForAll @IntRange(min = 1, max = 6) int n,
      @ForAll @IntRange(min = 1, max = 4) int d,
      @ForAll @IntRange(min = 1, max = 9) int most,
      @ForAll Random random) {
    long[][] points = SeparabilityProperties.lattice(random, n, d, most);
    Optional<List<BigFraction>> exact = ExactMargin.solve(points);
    Optional<HardMargin> actual = HardMargin.of(SeparabilityProperties.matrix(points));
    assertEquals(exact.isPresent(), actual.isPresent());
    exact.ifPresent(w -> assertSolves(w, actual.orElseThrow()));
  }

  @Property(tries = 300)
  void extendedProblemAgreesWithEnumeration(
      @ForAll @IntRange(min = 1, max = 6) int n,
      @ForAll @IntRange(min = 1, max = 3) int d,
      @ForAll @IntRange(min = 1, max = 9) int most,
      @ForAll Random random) {
    long[][] points = SeparabilityProperties.lattice(random, n, d, most);
    long[][] extended =
        Arrays.stream(points)
            .map(p -> Arrays.copyOf(p, d + 1))
            .peek(p -> p[d] = 1)
            .toArray(long[][]::new);
    assertSolves(
        ExactMargin.solve(extended).orElseThrow(),
        HardMargin.extended(SeparabilityProperties.matrix(points)));
  }

  @Property(tries = 60)
  void marginOfTheDataFixesTheExtendedProblem(
      @ForAll @IntRange(min = 2, max = 30) int d, @ForAll Random random) {
    PlainMatrix x = gaussian(random, d + d / 2, d);
    Optional<HardMargin> plain = HardMargin.of(x);
    HardMargin extended = HardMargin.extended(x);
    double square = plain.map(m -> m.margin() * m.margin()).orElse(0.0);
    // ‖w‖ of either is off by the gap at most, the direction by its root.
    assertEquals(1 / (1 + square), extended.norm() * extended.norm(), 8 * RESIDUAL);
    double[] expected = new double[d + 1];
    plain.ifPresent(
        m -> Arrays.setAll(expected, j -> j < d ? square / (1 + square) * m.weight()[j] : 0));
    expected[d] = 1 / (1 + square);
    double distance = 0;
    for (int j = 0; j <= d; j++) {
      distance += Math.pow(expected[j] - extended.weight()[j], 2);
    }
    assertTrue(Math.sqrt(distance) <= 2 * Math.sqrt(8 * RESIDUAL), "distance² " + distance);
  }

  @Property(tries = 30)
  void secondSolverAgrees(@ForAll @IntRange(min = 2, max = 8) int d, @ForAll Random random) {
    PlainMatrix x = gaussian(random, d + d / 2, d);
    Optional<HardMargin> mine = HardMargin.of(x);
    if (mine.isEmpty()) {
      return;
    }
    R064Store minus = R064Store.FACTORY.make(x.rows(), d);
    R064Store minusOnes = R064Store.FACTORY.make(x.rows(), 1);
    for (int i = 0; i < x.rows(); i++) {
      minusOnes.set(i, 0, -1);
      for (int j = 0; j < d; j++) {
        minus.set(i, j, -x.at(i, j));
      }
    }
    Optimisation.Result result =
        ConvexSolver.newBuilder(R064Store.FACTORY.makeEye(d, d))
            .inequalities(minus, minusOnes)
            .build()
            .solve();
    double square = 0;
    for (int j = 0; j < d; j++) {
      square += Math.pow(result.get(j).doubleValue(), 2);
    }
    // It promises half of the digits.
    assertEquals(mine.get().norm(), Math.sqrt(square), 1e-6 * mine.get().norm());
  }

  @Property(tries = 60)
  void unitsAndRotationsCancel(
      @ForAll @IntRange(min = 2, max = 12) int d,
      @ForAll @IntRange(min = -480, max = 480) int exponent,
      @ForAll Random random) {
    PlainMatrix x = gaussian(random, d + 3, d);
    double[] normal = random.doubles(d).map(u -> u - 0.5).toArray();
    Optional<HardMargin> plain = HardMargin.of(x);
    Optional<HardMargin> moved = HardMargin.of(reflected(x, normal, exponent));
    assertEquals(plain.isPresent(), moved.isPresent());
    if (plain.isPresent()) {
      double above = Math.scalb(moved.get().marginAbove(), -exponent);
      double below = Math.scalb(moved.get().marginBelow(), -exponent);
      // The reflected points are rounded, which moves the hull by d + 4 roundings of its size.
      double rounding = (d + 4) * 0x1p-52 * 8 * Math.sqrt(d);
      assertTrue(above >= plain.get().marginBelow() - rounding, above + " " + plain);
      assertTrue(below <= plain.get().marginAbove() + rounding, below + " " + plain);
      assertTrue(above - below <= 4 * RESIDUAL * above, above + " " + below);
    }
  }

  private static PlainMatrix reflected(PlainMatrix x, double[] normal, int exponent) {
    double square = Arrays.stream(normal).map(c -> c * c).sum();
    double[][] points = new double[x.rows()][x.columns()];
    for (int i = 0; i < points.length; i++) {
      double[] point = points[i];
      x.row(i, point);
      double along = 0;
      for (int j = 0; j < normal.length; j++) {
        along += normal[j] * point[j];
      }
      for (int j = 0; j < normal.length; j++) {
        point[j] = Math.scalb(point[j] - 2 * along / square * normal[j], exponent);
      }
    }
    return PlainMatrix.of(points);
  }

  private static PlainMatrix gaussian(Random random, int n, int d) {
    return PlainMatrix.wrap(
        n, d, random.doubles((long) n * d).map(u -> random.nextGaussian()).toArray());
  }
}
