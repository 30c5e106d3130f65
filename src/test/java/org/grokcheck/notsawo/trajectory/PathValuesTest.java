package org.grokcheck.notsawo.trajectory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.grokcheck.evidence.Infrastructure;
import org.junit.jupiter.api.Test;

/** Paths of two or three points, and angles of a square. */
@Infrastructure("plain values at which each formula is known without it; its claims have their own")
class PathValuesTest {
  private static final double PI = Math.PI;

  private static void near(double expected, double actual) {
    assertEquals(expected, actual, 1e-14 * Math.max(1, Math.abs(expected)));
  }

  private static void near(double[][] expected, double[][] actual) {
    assertEquals(expected.length, actual.length);
    for (int i = 0; i < expected.length; i++) {
      assertArrayEquals(expected[i], actual[i], 1e-14);
    }
  }

  @Test
  void walks() {
    RandomWalk three = new RandomWalk(3);
    double[] centred = {1, 1 / 3.0, 0, 0};
    for (int k = 1; k <= centred.length; k++) {
      near(centred[k - 1], three.centred(k));
      near(centred[k - 1] * 3 / 4, three.centredShare(k));
    }
    near(4 / 3.0, three.centredTrace());
    // Differences from the last of three points: the matrix (2, 1; 1, 1).
    near((3 + StrictMath.sqrt(5)) / 2, three.aboutLast(1));
    near((3 - StrictMath.sqrt(5)) / 2, three.aboutLast(2));
    assertEquals(0, three.aboutLast(3));
    assertEquals(3, three.aboutLastTrace());
    near((3 + StrictMath.sqrt(5)) / 6, three.aboutLastShare(1));
  }

  @Test
  void rootsOfTheFreeBeam() {
    double sum = 0;
    for (int k = 1; k <= 400; k++) {
      double root = IntegratedWalk.root(k);
      // One ulp of κ moves tan κ by two ulps of κ, for tan κ is near −1.
      assertEquals(0, StrictMath.tan(root) + StrictMath.tanh(root), 4 * Math.ulp(root));
      assertTrue((k - 0.5) * PI < root && root < k * PI);
      sum += IntegratedWalk.share(k);
    }
    // What is left is less than the sum of 30/((k − ½)π)⁴ over k > 400.
    assertEquals(1, sum, 30 / (3 * Math.pow(PI, 4) * Math.pow(399, 3)));
  }

  @Test
  void gramMatrices() {
    near(new double[][] {{2, 3}, {3, 6}}, NullPaths.withDrift(2, 1));
    double decay = StrictMath.exp(-1);
    near(new double[][] {{1, decay}, {decay, 1}}, NullPaths.relaxing(2, 2));
    near(new double[][] {{1, 2, 3}, {2, 5, 8}, {3, 8, 14}}, NullPaths.integrated(3));
    near(new double[][] {{1, 1, 1}, {1, 2, 2}, {1, 2, 3}}, NullPaths.averaged(3, BigDecimal.ZERO));
    near(
        new double[][] {{0.25, 0.375}, {0.375, 0.8125}},
        NullPaths.averaged(2, new BigDecimal("0.5")));
  }

  /** Points 0, 1, 5 on a line and their mirror image on an axis of their own. */
  @Test
  void sharesAndAxes() {
    double[][] line = {{0, 0, 0}, {0, 1, 5}, {0, 5, 25}};
    GramShares centred = GramShares.centred(line);
    assertEquals(14, centred.trace(), 1e-13);
    assertEquals(14, centred.eigenvalue(1), 1e-13);
    assertEquals(0, centred.eigenvalue(2), 1e-13);
    assertEquals(0, centred.eigenvalue(4));
    assertEquals(1, centred.share(1), 1e-13);
    GramShares last = GramShares.aboutLast(line);
    assertEquals(25 + 16, last.trace(), 1e-13);
    assertEquals(41, last.eigenvalue(1), 1e-12);
    double[][] square = {{4, 0}, {0, 4}};
    assertEquals(8, GramShares.aboutLast(square).eigenvalue(1));
    GramShares flat = GramShares.centred(new double[][] {{2, 0, 0}, {0, 2, 0}, {0, 0, 2}});
    assertEquals(0.5, flat.share(2), 1e-14);
    assertEquals(1, flat.firstTwo(), 1e-14);
    double[][] axes = PrincipalAxes.projections(line, 2);
    assertArrayEquals(new double[] {2, 1, -3}, axes[0], 1e-13);
    assertArrayEquals(new double[3], axes[1], 1e-6);
    double[][] mirrored =
        PrincipalAxes.projections(new double[][] {{25, 5, 0}, {5, 1, 0}, {0, 0, 0}}, 1);
    assertEquals(1, mirrored.length);
    assertArrayEquals(new double[] {3, -1, -2}, mirrored[0], 1e-13);
  }

  @Test
  void angles() {
    double[] east = {3, 0};
    double[] north = {0, 2};
    double[] west = {-1, 0};
    near(PI / 2, Angles.between(east, north));
    near(1, Angles.oneMinusCosine(east, north));
    near(PI, Angles.between(east, west));
    near(2, Angles.oneMinusCosine(east, west));
    assertEquals(0, Angles.between(east, east));
    near(PI / 4, Angles.between(new double[] {1, 1}, north));
    near(3 * PI / 2, Angles.budget(3, 1));
    near(2 * PI, Angles.budget(2, 2));
    near(PI / 3, Angles.budget(1, 0.5));
    for (int n = 0; n <= 12; n++) {
      near(StrictMath.cos(n), Rotation.cosine(BigDecimal.ONE, n));
      near(StrictMath.cos(n), Rotation.cosine(BigDecimal.ONE.negate(), n));
    }
  }
}
