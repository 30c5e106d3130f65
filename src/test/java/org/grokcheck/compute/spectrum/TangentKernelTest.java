package org.grokcheck.compute.spectrum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.grokcheck.compute.Activation;
import org.grokcheck.compute.Architecture.Committee;
import org.grokcheck.compute.Architecture.Mlp;
import org.grokcheck.compute.Inputs;
import org.grokcheck.compute.Loss;
import org.grokcheck.compute.Model;
import org.grokcheck.compute.Targets;
import org.grokcheck.compute.linear.Vectors;
import org.grokcheck.compute.reference.ReferenceObjective;
import org.junit.jupiter.api.Test;

/** Kernels with a closed form. */
class TangentKernelTest {
  private static final double[][] X = {{1, 2, -1}, {0.5, 0, 3}, {-2, 1, 1}};

  /** f = (α/N) Σ_i φ(w_i · x): K(x, y) = (α/N)² x·y Σ_i φ′(w_i · x) φ′(w_i · y). */
  @Test
  void committeeMachine() {
    double epsilon = 0.5;
    double alpha = 3;
    Committee shape = new Committee(3, 2, new Activation.LinearQuadratic(epsilon), false);
    double[] theta = {0.25, -1, 0.5, 1, 0.75, -0.5};
    double[][] gram =
        TangentKernel.of(objective(Model.scaled(shape, alpha), new double[3][1]), theta).gram();
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        double sum = 0;
        for (int k = 0; k < 2; k++) {
          double[] w = {theta[3 * k], theta[3 * k + 1], theta[3 * k + 2]};
          sum += (1 + epsilon * Vectors.dot(w, X[i])) * (1 + epsilon * Vectors.dot(w, X[j]));
        }
        double expected = alpha * alpha / 4 * Vectors.dot(X[i], X[j]) * sum;
        assertEquals(expected, gram[i][j], 1e-13, "K[" + i + "][" + j + "]");
      }
    }
  }

  /** A linear map with bias: K = (x·y + 1) between equal outputs and 0 between others. */
  @Test
  void linearMap() {
    Mlp shape = new Mlp(List.of(3, 2), new Activation.Identity(), true);
    TangentKernel kernel =
        TangentKernel.of(
            objective(Model.of(shape), new double[3][2]), new double[] {1, 2, 3, 4, 5, 6, 7, 8});
    double trace = 0;
    for (int i = 0; i < 3; i++) {
      trace += 2 * (Vectors.dot(X[i], X[i]) + 1);
      for (int j = 0; j < 3; j++) {
        double same = Vectors.dot(X[i], X[j]) + 1;
        assertEquals(same, kernel.gram()[2 * i][2 * j], 1e-14);
        assertEquals(same, kernel.gram()[2 * i + 1][2 * j + 1], 1e-14);
        assertEquals(0, kernel.gram()[2 * i][2 * j + 1]);
      }
    }
    assertEquals(trace, kernel.trace(), 1e-13);
    double[] values = kernel.eigenvalues();
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      assertTrue(values[i] >= -1e-13);
      // Both outputs have the same kernel, so that eigenvalues come in pairs.
      assertEquals(values[i - i % 2], values[i], 1e-12);
      sum += values[i];
    }
    assertEquals(trace, sum, 1e-12);
  }

  private static ReferenceObjective objective(Model model, double[][] targets) {
    return ReferenceObjective.of(
        model, new Inputs.Dense(X), new Targets.Values(targets), Loss.SQUARED);
  }
}
