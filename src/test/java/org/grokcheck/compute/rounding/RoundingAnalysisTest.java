package org.grokcheck.compute.rounding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.random.RandomGenerator;
import org.grokcheck.compute.Activation;
import org.grokcheck.compute.Architecture;
import org.grokcheck.compute.Inputs;
import org.grokcheck.compute.Loss;
import org.grokcheck.compute.Model;
import org.grokcheck.compute.Precision;
import org.grokcheck.compute.Targets;
import org.grokcheck.harness.RunSettings;
import org.junit.jupiter.api.Test;

/** Radii enclose what single precision gives in any order, and are as small as they should be. */
class RoundingAnalysisTest {
  private static final int SIZE = 40;

  private static RoundingAnalysis of(Architecture shape, double[] x, double[] theta) {
    return RoundingAnalysis.of(
        Model.of(shape),
        new Inputs.Dense(new double[][] {x}),
        new Targets.Values(new double[1][shape.outputs()]),
        Loss.SQUARED,
        Precision.FLOAT32,
        theta,
        new double[theta.length]);
  }

  private static double[] draw(RandomGenerator random, int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  /** One layer is an inner product: u for each product and γ_{n−1} for their sum. */
  @Test
  void anInnerProductHasTheClassicalBound() {
    RandomGenerator random = RunSettings.seeds().stream("compute.rounding/product");
    Architecture shape = new Architecture.Mlp(List.of(SIZE, 1), new Activation.Identity(), false);
    double worst = 0;
    for (int round = 0; round < 200; round++) {
      double[] x = draw(random, SIZE);
      double[] w = draw(random, SIZE);
      Enclosure f = of(shape, x, w).outputs();
      double exact = 0;
      double size = 0;
      float forwards = 0;
      float backwards = 0;
      for (int i = 0; i < SIZE; i++) {
        exact += x[i] * w[i];
        size += Math.abs(x[i] * w[i]);
        forwards += (float) (x[i] * w[i]);
        int j = SIZE - 1 - i;
        backwards = Math.fma((float) x[j], (float) w[j], backwards);
      }
      assertEquals(exact, f.values()[0], 1e-13 * size);
      assertEquals(SIZE * 0x1p-24 * size, f.radii()[0], 0.002 * SIZE * 0x1p-24 * size);
      assertEquals(exact, forwards, f.radii()[0]);
      assertEquals(exact, backwards, f.radii()[0]);
      worst = Math.max(worst, Math.abs(exact - forwards) / f.radii()[0]);
    }
    assertTrue(worst > 0.01, "the bound is never neared: " + worst);
  }

  /** Where rounding decides the sign of a unit, the slope may be either of two. */
  @Test
  void aRectifierAtItsKinkMayHaveEitherSlope() {
    Architecture shape = new Architecture.Mlp(List.of(2, 1, 1), new Activation.Relu(), false);
    double[] cancelling = {1, 1};
    double[] theta = {1, -1 + 0x1p-24, 1};
    RoundingAnalysis near = of(shape, cancelling, theta);
    double slope = near.gradient().values()[0];
    double radius = near.gradient().radii()[0];
    double target = 2 * 0x1p-24;
    assertTrue(slope - radius <= 0 && slope + radius >= target, slope + " ± " + radius);
    RoundingAnalysis away = of(shape, cancelling, new double[] {1, 1, 1});
    assertEquals(4, away.gradient().values()[0]);
    assertTrue(away.gradient().radii()[0] < 1e-5, "radius " + away.gradient().radii()[0]);
  }

  /** Second derivatives of x ↦ (w₂ tanh(w₁ x))², written out. */
  @Test
  void hessianProductsAreThoseOfTheFormula() {
    Architecture shape = new Architecture.Mlp(List.of(1, 1, 1), new Activation.Tanh(), false);
    double[] theta = {0.75, -1.25};
    double[] v = {0.5, 2};
    double x = 0.5;
    RoundingAnalysis found =
        RoundingAnalysis.of(
            Model.of(shape),
            new Inputs.Dense(new double[][] {{x}}),
            new Targets.Values(new double[1][1]),
            Loss.SQUARED,
            Precision.FLOAT64,
            theta,
            v);
    double t = StrictMath.tanh(theta[0] * x);
    double d = (1 - t * t) * x;
    double square = theta[1] * theta[1];
    double first = 2 * square * (d * d - 2 * t * t * d * x);
    double mixed = 4 * theta[1] * t * d;
    double second = 2 * t * t;
    assertEquals(first * v[0] + mixed * v[1], found.hessianTimes().values()[0], 1e-15);
    assertEquals(mixed * v[0] + second * v[1], found.hessianTimes().values()[1], 1e-15);
  }
}
