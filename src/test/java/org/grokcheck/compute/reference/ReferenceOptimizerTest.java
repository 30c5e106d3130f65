package org.grokcheck.compute.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.grokcheck.compute.OptimizerSettings;
import org.grokcheck.compute.OptimizerSpec;
import org.junit.jupiter.api.Test;

/** Gradients and parameters of extreme size. */
class ReferenceOptimizerTest {
  private static final OptimizerSpec DESCENT = OptimizerSpec.gradientDescent(1);

  /** ‖g‖ = 5e200, whose square no double holds. */
  @Test
  void clipsHugeGradients() {
    double[] theta = new double[2];
    ReferenceOptimizer.of(new OptimizerSettings(DESCENT, 1, 0, 0), 2)
        .step(theta, new double[] {3e200, -4e200});
    assertArrayEquals(new double[] {-0.6, 0.8}, theta, 1e-15);
  }

  /** ‖g‖ = 5e−200, whose square would vanish. */
  @Test
  void leavesTinyGradientsAlone() {
    double[] theta = new double[2];
    ReferenceOptimizer.of(new OptimizerSettings(DESCENT, 1, 0, 0), 2)
        .step(theta, new double[] {3e-200, -4e-200});
    assertArrayEquals(new double[] {-3e-200, 4e-200}, theta);
  }

  @Test
  void holdsTheNormOfHugeAndTinyParameters() {
    for (double size : new double[] {1e200, 1e-200}) {
      double[] theta = {3 * size, 4 * size};
      ReferenceOptimizer.of(new OptimizerSettings(DESCENT, Double.POSITIVE_INFINITY, 0, 10), 2)
          .step(theta, new double[2]);
      assertArrayEquals(new double[] {6, 8}, theta, 1e-14);
    }
  }

  @Test
  void parametersAtZeroHaveNoDirection() {
    ReferenceOptimizer held =
        ReferenceOptimizer.of(new OptimizerSettings(DESCENT, Double.POSITIVE_INFINITY, 0, 1), 1);
    assertThrows(IllegalArgumentException.class, () -> held.step(new double[1], new double[1]));
  }

  @Test
  void aRefusedStepDoesNotCount() {
    ReferenceOptimizer optimizer =
        ReferenceOptimizer.of(OptimizerSettings.of(OptimizerSpec.adam(0.1)), 1);
    double[] theta = {1};
    assertThrows(
        IllegalArgumentException.class, () -> optimizer.step(theta, new double[] {Double.NaN}));
    assertEquals(0, optimizer.steps());
    assertEquals(1, theta[0]);
    optimizer.step(theta, new double[] {2});
    assertEquals(0.9, theta[0], 1e-9);
  }
}
