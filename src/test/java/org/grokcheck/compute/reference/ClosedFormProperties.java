package org.grokcheck.compute.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.ejml.data.DMatrixRMaj;
import org.ejml.simple.SimpleMatrix;
import org.grokcheck.compute.Activation;
import org.grokcheck.compute.Architecture;
import org.grokcheck.compute.Architecture.Committee;
import org.grokcheck.compute.Architecture.Mlp;
import org.grokcheck.compute.Inputs;
import org.grokcheck.compute.Loss;
import org.grokcheck.compute.Model;
import org.grokcheck.compute.Targets;

/**
 * Networks whose gradient and Hessian are known in closed form as matrix products. Numbers are of
 * size 1 and sums have at most a few dozen terms, which leaves 10⁻¹² for rounding.
 */
class ClosedFormProperties {
  private static final double ROUNDING = 1e-12;
  private static final int SAMPLES = 5;

  /** f = X A B: ∇_A L = c Xᵀ R Bᵀ, ∇_B L = c (XA)ᵀ R with R = f − Y, c = 2/nK. */
  @Property(tries = 50)
  void twoLinearLayers(@ForAll long seed) {
    Random random = new Random(seed);
    SimpleMatrix x = normal(SAMPLES, 4, random);
    SimpleMatrix y = normal(SAMPLES, 2, random);
    SimpleMatrix a = normal(4, 3, random);
    SimpleMatrix b = normal(3, 2, random);
    SimpleMatrix da = normal(4, 3, random);
    SimpleMatrix db = normal(3, 2, random);
    SimpleMatrix residual = x.mult(a).mult(b).minus(y);
    SimpleMatrix moved = x.mult(da).mult(b).plus(x.mult(a).mult(db));
    double c = 2.0 / (SAMPLES * 2);
    Mlp shape = new Mlp(List.of(4, 3, 2), new Activation.Identity(), false);
    ReferenceObjective objective = squared(shape, x, y);
    double[] theta = flat(a, b);
    assertClose(
        flat(
            x.transpose().mult(residual).mult(b.transpose()).scale(c),
            x.mult(a).transpose().mult(residual).scale(c)),
        objective.gradient(theta));
    SimpleMatrix first =
        x.transpose().mult(moved.mult(b.transpose()).plus(residual.mult(db.transpose()))).scale(c);
    SimpleMatrix second =
        x.mult(da).transpose().mult(residual).plus(x.mult(a).transpose().mult(moved)).scale(c);
    assertClose(flat(first, second), objective.hessianTimes(theta, flat(da, db)));
  }

  /** f(x) = |W x|²/N: ∇L = (1/n) Σ 2 r (2/N) W x xᵀ, and its derivative along V. */
  @Property(tries = 50)
  void committeeOfSquares(@ForAll long seed) {
    Random random = new Random(seed);
    int hidden = 3;
    SimpleMatrix x = normal(SAMPLES, 4, random);
    SimpleMatrix y = normal(SAMPLES, 1, random);
    SimpleMatrix w = normal(hidden, 4, random);
    SimpleMatrix v = normal(hidden, 4, random);
    SimpleMatrix gradient = new SimpleMatrix(hidden, 4);
    SimpleMatrix curvature = new SimpleMatrix(hidden, 4);
    for (int i = 0; i < SAMPLES; i++) {
      SimpleMatrix row = x.extractVector(true, i);
      SimpleMatrix projected = w.mult(row.transpose());
      SimpleMatrix moved = v.mult(row.transpose());
      double residual = projected.dot(projected) / hidden - y.get(i, 0);
      double change = 2 * projected.dot(moved) / hidden;
      double c = 4.0 / (hidden * SAMPLES);
      gradient = gradient.plus(projected.scale(c * residual).mult(row));
      curvature =
          curvature.plus(projected.scale(c * change).plus(moved.scale(c * residual)).mult(row));
    }
    Committee shape = new Committee(4, hidden, new Activation.Square(), false);
    ReferenceObjective objective = squared(shape, x, y);
    assertClose(flat(gradient), objective.gradient(flat(w)));
    assertClose(flat(curvature), objective.hessianTimes(flat(w), flat(v)));
  }

  /** Logistic regression: ∇L = Xᵀ(P − E)/n, ∇²L V = Xᵀ[P ∘ (XV − rows' means under P)]/n. */
  @Property(tries = 50)
  void logisticRegression(@ForAll long seed) {
    Random random = new Random(seed);
    int classes = 3;
    SimpleMatrix x = normal(SAMPLES, 4, random);
    SimpleMatrix w = normal(4, classes, random);
    SimpleMatrix v = normal(4, classes, random);
    int[] labels = random.ints(SAMPLES, 0, classes).toArray();
    SimpleMatrix f = x.mult(w);
    SimpleMatrix moved = x.mult(v);
    SimpleMatrix slope = new SimpleMatrix(SAMPLES, classes);
    SimpleMatrix bend = new SimpleMatrix(SAMPLES, classes);
    for (int i = 0; i < SAMPLES; i++) {
      double sum = 0;
      double mean = 0;
      for (int k = 0; k < classes; k++) {
        sum += StrictMath.exp(f.get(i, k));
        mean += StrictMath.exp(f.get(i, k)) * moved.get(i, k);
      }
      for (int k = 0; k < classes; k++) {
        double share = StrictMath.exp(f.get(i, k)) / sum;
        slope.set(i, k, (share - (labels[i] == k ? 1 : 0)) / SAMPLES);
        bend.set(i, k, share * (moved.get(i, k) - mean / sum) / SAMPLES);
      }
    }
    ReferenceObjective objective =
        ReferenceObjective.of(
            Model.of(new Mlp(List.of(4, classes), new Activation.Identity(), false)),
            new Inputs.Dense(rows(x)),
            new Targets.Classes(labels),
            Loss.CROSS_ENTROPY);
    assertClose(flat(x.transpose().mult(slope)), objective.gradient(flat(w)));
    assertClose(flat(x.transpose().mult(bend)), objective.hessianTimes(flat(w), flat(v)));
  }

  private static ReferenceObjective squared(Architecture shape, SimpleMatrix x, SimpleMatrix y) {
    return ReferenceObjective.of(
        Model.of(shape), new Inputs.Dense(rows(x)), new Targets.Values(rows(y)), Loss.SQUARED);
  }

  private static SimpleMatrix normal(int rows, int columns, Random random) {
    SimpleMatrix matrix = new SimpleMatrix(rows, columns);
    for (int i = 0; i < rows * columns; i++) {
      matrix.set(i, random.nextGaussian() / 2);
    }
    return matrix;
  }

  private static double[][] rows(SimpleMatrix matrix) {
    double[][] rows = new double[matrix.getNumRows()][matrix.getNumCols()];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < rows[i].length; j++) {
        rows[i][j] = matrix.get(i, j);
      }
    }
    return rows;
  }

  private static double[] flat(SimpleMatrix... blocks) {
    return Arrays.stream(blocks)
        .flatMapToDouble(b -> Arrays.stream(((DMatrixRMaj) b.getMatrix()).data))
        .toArray();
  }

  private static void assertClose(double[] expected, double[] actual) {
    double size = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
    assertEquals(expected.length, actual.length);
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], actual[i], ROUNDING * (1 + size), "entry " + i);
    }
  }
}
