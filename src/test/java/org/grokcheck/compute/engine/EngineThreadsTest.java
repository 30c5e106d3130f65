package org.grokcheck.compute.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two threads split sums elsewhere than one, on matrices that are large enough to be split. */
class EngineThreadsTest {
  private static final int SAMPLES = 400;
  private static final int INPUTS = 300;
  private static final int OUTPUTS = 120;

  @AfterEach
  void oneThreadAgain() {
    Engine.threads(1);
  }

  private static double[][] matrix(RandomGenerator random, int rows, int columns) {
    double[][] matrix = new double[rows][columns];
    for (double[] row : matrix) {
      for (int j = 0; j < columns; j++) {
        row[j] = (float) (2 * random.nextDouble() - 1);
      }
    }
    return matrix;
  }

  /**
   * Of f = x W and g = 2 xᵀ(f − y)/nK with all entries in [−1, 1]: f is off by γ_d d on either
   * side, f − y by as much and a rounding, and g by Σ_i of that and γ_{n+3} of its terms.
   */
  @Test
  void twoThreadsAgreeWithOne() {
    RandomGenerator random = RunSettings.seeds().stream("compute.engine.EngineThreadsTest");
    Architecture linear =
        new Architecture.Mlp(List.of(INPUTS, OUTPUTS), new Activation.Identity(), false);
    double[] theta = matrix(random, 1, INPUTS * OUTPUTS)[0];
    Inputs inputs = new Inputs.Dense(matrix(random, SAMPLES, INPUTS));
    Targets targets = new Targets.Values(matrix(random, SAMPLES, OUTPUTS));
    double u = 1.001 * Precision.FLOAT64.unitRoundoff();
    double output = INPUTS * u * INPUTS;
    double residual = output + u * (INPUTS + 1.0);
    double slope =
        2.0 / (SAMPLES * OUTPUTS) * SAMPLES * (residual + (SAMPLES + 3) * u * (INPUTS + 1.0));
    try (EngineObjective objective =
        Parties.CPU.objective(Model.of(linear), inputs, targets, Loss.SQUARED, Precision.FLOAT64)) {
      double[][] f = objective.outputs(theta);
      double[] g = objective.gradient(theta);
      Engine.threads(2);
      double[][] f2 = objective.outputs(theta);
      double[] g2 = objective.gradient(theta);
      for (int i = 0; i < SAMPLES; i++) {
        for (int k = 0; k < OUTPUTS; k++) {
          assertEquals(f[i][k], f2[i][k], 2 * output);
        }
      }
      for (int j = 0; j < g.length; j++) {
        assertEquals(g[j], g2[j], 2 * slope);
      }
    }
  }
}
