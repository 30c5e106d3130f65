package org.grokcheck.dynamics.margin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.ejml.data.DMatrixRMaj;
import org.grokcheck.compute.linear.PlainMatrix;
import org.grokcheck.dynamics.margin.LossMinimum.Attained;
import org.grokcheck.math.Seeds;
import org.grokcheck.oracle.DataMinimum;
import org.junit.jupiter.api.Test;

/** The ways that only larger data take: conjugate gradients, first-order steps, pivoting. */
class HundredsOfPointsTest {
  private static final int N = 300;
  private static final double RESIDUAL = 1e-11;

  private final RandomGenerator random = new Seeds(1).stream("margin/hundreds");

  private double[][] gaussian(int d) {
    double[][] points = new double[N][d];
    for (double[] point : points) {
      Arrays.setAll(point, j -> random.nextGaussian() / Math.sqrt(d));
    }
    return points;
  }

  @Test
  void hardMarginByFirstOrderSteps() {
    for (int d : new int[] {190, 165, 159}) {
      HardMargin margin = HardMargin.of(PlainMatrix.of(gaussian(d))).orElseThrow();
      assertTrue(margin.residuals().largest() <= RESIDUAL, d + ": " + margin.residuals());
      assertTrue(margin.marginAbove() <= margin.marginBelow() * (1 + 4 * RESIDUAL));
      assertTrue(margin.supportSize() <= d);
    }
  }

  @Test
  void extendedMarginOnBothSidesOfTheEdge() {
    for (int d : new int[] {110, 190}) {
      PlainMatrix x = PlainMatrix.of(gaussian(d));
      HardMargin extended = HardMargin.extended(x);
      double square = HardMargin.of(x).map(m -> m.margin() * m.margin()).orElse(0.0);
      assertEquals(d == 190, square > 0);
      assertTrue(extended.residuals().largest() <= RESIDUAL, extended.residuals().toString());
      assertEquals(1 / (1 + square), extended.weight()[d], 8 * RESIDUAL);
    }
  }

  @Test
  void minimumByConjugateGradients() {
    double[][] points = gaussian(110);
    Attained minimum = assertInstanceOf(Attained.class, LossMinimum.of(PlainMatrix.of(points)));
    DataMinimum other = DataMinimum.of(new DMatrixRMaj(points)).orElseThrow();
    double square = 0;
    for (int j = 0; j < 110; j++) {
      square += Math.pow(other.minimiser()[j] + minimum.minimiser()[j], 2);
    }
    double distance = minimum.certificate().distance();
    // The other stops at a decrement of 1e-13.
    double most = 4e-13 / Math.sqrt(minimum.certificate().leastEigenvalue()) + 20 * distance;
    assertTrue(Math.sqrt(square) <= most, Math.sqrt(square) + " > " + most);
    assertTrue(distance < 1e-9, minimum.certificate().toString());
    assertEquals(other.logMean(), minimum.logMean(), 1e-13);
  }
}
