package org.grokcheck.compute.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.grokcheck.compute.Activation;
import org.grokcheck.compute.Architecture;
import org.grokcheck.compute.Inputs;
import org.grokcheck.compute.Loss;
import org.grokcheck.compute.Model;
import org.grokcheck.compute.Precision;
import org.grokcheck.compute.Targets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A layer of few outputs on much data, whose products run a column at a time. */
class NarrowProductTest {
  private static final int ROWS = 700;
  private static final int COLUMNS = 400;
  private static final double U = 0x1p-53;

  /** The squared error is the mean over samples and outputs. */
  @ParameterizedTest
  @CsvSource({"1,false", "1,true", "2,false", "2,true", "3,true"})
  void outputsAndGradientAreThoseOfTheFormula(int outputs, boolean biased) {
    Random random = new Random(outputs);
    double[][] x = new double[ROWS][COLUMNS];
    double[][] y = new double[ROWS][outputs];
    for (int i = 0; i < ROWS; i++) {
      x[i] = random.doubles(COLUMNS, -1, 1).toArray();
      y[i] = random.doubles(outputs, -1, 1).toArray();
    }
    Architecture linear =
        new Architecture.Mlp(List.of(COLUMNS, outputs), new Activation.Identity(), biased);
    double[] theta = random.doubles(linear.parameters(), -1, 1).toArray();
    try (EngineObjective objective =
        Parties.CPU.objective(
            Model.of(linear),
            new Inputs.Dense(x),
            new Targets.Values(y),
            Loss.SQUARED,
            Precision.FLOAT64)) {
      double[][] residual = residuals(x, y, theta, outputs, biased);
      double[][] got = objective.outputs(theta);
      // |x|, |w| <= 1: each of the terms of a sum is at most 1, and both sides round each sum.
      double outputError = 2 * COLUMNS * U * COLUMNS;
      for (int i = 0; i < ROWS; i++) {
        for (int k = 0; k < outputs; k++) {
          assertEquals(residual[i][k] + y[i][k], got[i][k], outputError);
        }
      }
      double[] gradient = objective.gradient(theta);
      double scale = 2.0 / (ROWS * outputs);
      double gradientError = 2 * (outputError + 2 * ROWS * U * (COLUMNS + 2));
      for (int j = 0; j < COLUMNS; j++) {
        for (int k = 0; k < outputs; k++) {
          double expected = 0;
          for (int i = 0; i < ROWS; i++) {
            expected += scale * x[i][j] * residual[i][k];
          }
          assertEquals(expected, gradient[j * outputs + k], gradientError);
        }
      }
    }
  }

  private static double[][] residuals(
      double[][] x, double[][] y, double[] theta, int outputs, boolean biased) {
    double[][] residual = new double[ROWS][outputs];
    for (int i = 0; i < ROWS; i++) {
      for (int k = 0; k < outputs; k++) {
        double z = biased ? theta[COLUMNS * outputs + k] : 0;
        for (int j = 0; j < COLUMNS; j++) {
          z += x[i][j] * theta[j * outputs + k];
        }
        residual[i][k] = z - y[i][k];
      }
    }
    return residual;
  }
}
