package org.grokcheck.notsawo.trajectory;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;

/** App. G.3: projections on principal axes, from the Gram matrix. */
class PrincipalAxesProperties {
  private static final String MATRIX = "notsawo.appg3.matrix";
  private static final Tolerance ROUNDING =
      new Tolerance.Rounding(2000, 4, "products and eigenvectors of vectors of length up to 2");

  @Provide
  Arbitrary<List<List<Double>>> paths() {
    return Arb.signedLogUniform(1e-2, 1).list().ofSize(4).list().ofMinSize(3).ofMaxSize(9);
  }

  private static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }

  /** Projections are coordinates: they give back the distances of points, and don't mix axes. */
  @Property(tries = 30)
  @Checks(MATRIX)
  void projectionsAreCoordinates(@ForAll("paths") List<List<Double>> path) {
    int n = path.size();
    double[][] x =
        path.stream()
            .map(p -> p.stream().mapToDouble(Double::doubleValue).toArray())
            .toArray(double[][]::new);
    double[][] gram = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        gram[i][j] = dot(x[i], x[j]);
      }
    }
    double[][] axes = PrincipalAxes.projections(gram, n);
    double squared = 0;
    double unscaled = 0;
    for (int k = 0; k < n; k++) {
      squared += Math.pow(axes[k][n - 1] - axes[k][0], 2);
      unscaled += Math.pow((axes[k][n - 1] - axes[k][0]) / (1 + dot(axes[k], axes[k])), 2);
    }
    double expected = 0;
    for (int i = 0; i < 4; i++) {
      expected += Math.pow(x[n - 1][i] - x[0][i], 2);
    }
    Check.of(MATRIX, "squared distance of the ends by their projections")
        .part("projections")
        .by(Oracle.INVARIANT)
        .at("path", path)
        .expecting(expected, ROUNDING)
        .holds(squared)
        .rejects("axes of another length", unscaled);
    Check.of(MATRIX, "product of the first two axes")
        .part("projections")
        .by(Oracle.INVARIANT)
        .at("path", path)
        .expecting(0, ROUNDING)
        .holds(dot(axes[0], axes[1]));
    Check.of(MATRIX, "squared length of the first axis")
        .part("projections")
        .by(Oracle.INVARIANT)
        .at("path", path)
        .expecting(GramShares.centred(gram).eigenvalue(1), new Tolerance.Rounding(2000, 40, "sums"))
        .holds(dot(axes[0], axes[0]));
  }
}
