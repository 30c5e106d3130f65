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
    for (int i = 0; i < n; i++) {
      int exponent = random.nextInt(1000) - 500;
      for (int j = 0; j < d; j++) {
        scaled[i][j] = Math.scalb(x.at(i, j), exponent);
      }
    }
    assertEquals(FourierMotzkin.locate(points), decide(PlainMatrix.of(scaled)));
  }

  @Property(tries = 60)
  void thinGapsAreSeen(
      @ForAll @IntRange(min = 2, max = 6) int d,
      @ForAll @IntRange(min = 3, max = 14) int digits,
      @ForAll boolean inside,
      @ForAll Random random) {
    double gap = Math.pow(10, -digits);
    double[][] points = new double[4 * d][d];
    for (int i = 0; i < points.length; i++) {
      Arrays.setAll(points[i], j -> random.nextGaussian());
      points[i][0] = inside ? -gap : gap;
    }
    // With the last point, the sum of all others vanishes but for its first component.
    for (int j = 1; j < d; j++) {
      points[0][j] = 0;
      for (int i = 1; i < points.length; i++) {
        points[0][j] -= points[i][j];
      }
    }
    if (inside) {
      points[points.length - 1][0] = 1;
      // Inside by a gap, but for rounding errors of the sum that are far below it.
      points[0][0] = -gap;
    }
    assertEquals(inside ? Origin.INSIDE : Origin.OUTSIDE, decide(PlainMatrix.of(points)));
  }

  @Property(tries = 40)
  void exactArithmeticAgreesOnGaussianPoints(
      @ForAll @IntRange(min = 2, max = 7) int d, @ForAll Random random) {
    PlainMatrix x =
        PlainMatrix.wrap(
            2 * d, d, random.doubles(2L * d * d).map(u -> random.nextGaussian()).toArray());
    int face = ExactSeparation.of(x).face().length;
    assertEquals(face == 0 ? Origin.OUTSIDE : Origin.INSIDE, decide(x));
  }

  @Property(tries = 40)
  void pointsOfASubspaceAreLocatedThere(
      @ForAll @IntRange(min = 1, max = 3) int d, @ForAll Random random) {
    long[][] points = lattice(random, 7, d, 3);
    long[][] map = lattice(random, d, d + 2, 3);
    long[][] embedded = new long[7][d + 2];
    for (int i = 0; i < 7; i++) {
      for (int j = 0; j < d + 2; j++) {
        for (int k = 0; k < d; k++) {
          embedded[i][j] += points[i][k] * map[k][j];
        }
      }
    }
    assertEquals(FourierMotzkin.locate(embedded), decide(matrix(embedded)));
  }
}
