package org.grokcheck.compute.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.grokcheck.harness.RunSettings;
import org.junit.jupiter.api.Test;

/** Spectra and solutions that are known beforehand. */
class EngineLinearTest {
  private static final EngineLinear LINEAR = new EngineLinear(Parties.CPU);
  private static final int SIZE = 60;

  /** H D H with the reflection H = 1 − 2 v vᵀ/|v|²: the spectrum of D. */
  private static double[][] withSpectrum(double[] spectrum, RandomGenerator random) {
    int n = spectrum.length;
    double[] v = random.doubles(n).map(u -> u - 0.5).toArray();
    double square = Arrays.stream(v).map(e -> e * e).sum();
    double[][] matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < n; k++) {
          double left = (i == k ? 1 : 0) - 2 * v[i] * v[k] / square;
          double right = (j == k ? 1 : 0) - 2 * v[j] * v[k] / square;
          matrix[i][j] += left * spectrum[k] * right;
        }
      }
    }
    return matrix;
  }

  private static double[] spectrum() {
    double[] spectrum = new double[SIZE];
    Arrays.setAll(spectrum, i -> i - 7.5);
    return spectrum;
  }

  /** Making the matrix costs n + 10 roundings an entry, the method a few n, in units of u ‖A‖. */
  @Test
  void eigenvaluesAreThoseOfTheSpectrum() {
    RandomGenerator random = RunSettings.seeds().stream("compute.engine.EngineLinearTest");
    double[] spectrum = spectrum();
    double[] found = LINEAR.eigenvalues(withSpectrum(spectrum, random));
    double norm = spectrum[SIZE - 1];
    for (int i = 0; i < SIZE; i++) {
      assertEquals(spectrum[i], found[i], 10.0 * SIZE * 0x1p-53 * norm);
    }
  }

  /** A backward stable solution: |A x − b| ≤ (3n + 1) n u ‖A‖ |x|, with the residual's rounding. */
  @Test
  void solutionsSolveTheirEquations() {
    RandomGenerator random = RunSettings.seeds().stream("compute.engine.EngineLinearTest/solve");
    double[] positive = Arrays.stream(spectrum()).map(e -> e + 8).toArray();
    double[][] matrix = withSpectrum(positive, random);
    double[] b = random.doubles(SIZE).toArray();
    double[] x = LINEAR.solve(matrix, b);
    double size = Math.sqrt(Arrays.stream(x).map(e -> e * e).sum());
    for (int i = 0; i < SIZE; i++) {
      double residual = -b[i];
      for (int j = 0; j < SIZE; j++) {
        residual += matrix[i][j] * x[j];
      }
      double bound = (4.0 * SIZE + 2) * SIZE * 0x1p-53 * positive[SIZE - 1] * size;
      assertEquals(0, residual, bound);
    }
  }

  @Test
  void whatCannotBeSolvedIsRefused() {
    double[][] indefinite = {{1, 2}, {2, 1}};
    String told =
        assertThrows(ArithmeticException.class, () -> LINEAR.solve(indefinite, new double[] {1, 1}))
            .getMessage();
    assertTrue(told.contains("not positive definite: pivot 2"), told);
    assertRefused("row 0 has 1 entries", new double[][] {{1}, {2}});
    assertRefused("entry [0][0] is NaN", new double[][] {{Double.NaN}});
    assertRefused("at least one row", new double[0][]);
  }

  private static void assertRefused(String message, double[][] matrix) {
    String told =
        assertThrows(IllegalArgumentException.class, () -> LINEAR.eigenvalues(matrix)).getMessage();
    assertTrue(told.contains(message), told);
  }
}
