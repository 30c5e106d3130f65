package org.grokcheck.dynamics.margin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.grokcheck.compute.linear.DataMatrix;
import org.grokcheck.compute.linear.PlainMatrix;
import org.grokcheck.dynamics.margin.Separability.Inseparable;
import org.grokcheck.dynamics.margin.Separability.OnBoundary;
import org.grokcheck.dynamics.margin.Separability.Separable;
import org.grokcheck.dynamics.margin.Separability.Undecided;
import org.grokcheck.oracle.FourierMotzkin;
import org.grokcheck.oracle.FourierMotzkin.Origin;

/**
 * Lattice points, among which duplicates, zeros and points on common hyperplanes are frequent, are
 * located by exact elimination; the decision must agree and prove itself.
 */
class SeparabilityProperties {
  static Origin decide(DataMatrix x) {
    Separability result = Separability.decide(x);
    if (result instanceof Separable separable) {
      ExactProof.check(x, separable);
      return Origin.OUTSIDE;
    } else if (result instanceof Inseparable inseparable) {
      ExactProof.check(x, inseparable);
      return Origin.INSIDE;
    } else if (result instanceof OnBoundary boundary) {
      ExactProof.check(x, boundary);
      return Origin.BOUNDARY;
    } else if (result instanceof Undecided undecided) {
      return fail(undecided.toString());
    }
    return fail("no other case");
  }

  static long[][] lattice(Random random, int n, int d, int most) {
    long[][] points = new long[n][d];
    for (long[] point : points) {
      Arrays.setAll(point, j -> random.nextInt(2 * most + 1) - most);
    }
    return points;
  }

  static PlainMatrix matrix(long[][] points) {
    return PlainMatrix.of(
        Arrays.stream(points)
            .map(p -> Arrays.stream(p).asDoubleStream().toArray())
            .toArray(double[][]::new));
  }

  @Property(tries = 600)
  void latticePointsAreLocatedAsByElimination(
      @ForAll @IntRange(min = 1, max = 8) int n,
      @ForAll @IntRange(min = 1, max = 3) int d,
      @ForAll @IntRange(min = 1, max = 4) int most,
      @ForAll Random random) {
    long[][] points = lattice(random, n, d, most);
    assertEquals(FourierMotzkin.locate(points), decide(matrix(points)));
  }

  @Property(tries = 200)
  void exactArithmeticAloneAgreesToo(
      @ForAll @IntRange(min = 1, max = 8) int n,
      @ForAll @IntRange(min = 1, max = 3) int d,
      @ForAll Random random) {
    long[][] points = lattice(random, n, d, 2);
    int face = ExactSeparation.of(matrix(points)).face().length;
    Origin exact = face == 0 ? Origin.OUTSIDE : face == n ? Origin.INSIDE : Origin.BOUNDARY;
    assertEquals(FourierMotzkin.locate(points), exact);
  }

  @Property(tries = 100)
  void positiveScalesOfPointsDontMatter(
      @ForAll @IntRange(min = 1, max = 7) int n,
      @ForAll @IntRange(min = 1, max = 3) int d,
      @ForAll Random random) {
    long[][] points = lattice(random, n, d, 3);
    PlainMatrix x = matrix(points);
    double[][] scaled = new double[n][d];
    for (double[] point : scaled) {
      x.row(Arrays.asList(scaled).indexOf(point), point);
      int exponent = random.nextInt(1000) - 500;
      Arrays.setAll(point, j -> Math.scalb(point[j], exponent));
    }
    assertEquals(FourierMotzkin.locate(points), decide(PlainMatrix.of(scaled)));
  }
}
