package org.grokcheck.oracle;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/** The minimum of Σ ℓ(S·xᵢ) in doubles, as a start for {@link PreciseMinimum}. */
final class RoughMinimum {
  private static final int MOST_STEPS = 300;
  private final double[][] points;
  private final boolean logistic;

  RoughMinimum(List<List<BigDecimal>> points, boolean logistic) {
    this.points =
        points.stream()
            .map(x -> x.stream().mapToDouble(BigDecimal::doubleValue).toArray())
            .toArray(double[][]::new);
    this.logistic = logistic;
  }

  /** Newton's method with halved steps until the value no longer falls. */
  BigDecimal[] from(BigDecimal[] start) {
    RealVector s =
        new ArrayRealVector(Arrays.stream(start).mapToDouble(BigDecimal::doubleValue).toArray());
    double value = value(s);
    for (int k = 0; k < MOST_STEPS; k++) {
      RealVector step = step(s);
      RealVector next = s.subtract(step);
      for (int halvings = 0; value(next) > value && halvings < 60; halvings++) {
        step = step.mapMultiply(0.5);
        next = s.subtract(step);
      }
      double reached = value(next);
      s = reached <= value ? next : s;
      if (!(reached < value)) {
        break;
      }
      value = reached;
    }
    return Arrays.stream(s.toArray()).mapToObj(BigDecimal::new).toArray(BigDecimal[]::new);
  }

  private double value(RealVector s) {
    double sum = 0;
    for (double[] x : points) {
      double power = StrictMath.exp(s.dotProduct(new ArrayRealVector(x, false)));
      sum += logistic ? StrictMath.log1p(power) : power;
    }
    return sum;
  }

  private RealVector step(RealVector s) {
    int d = s.getDimension();
    RealMatrix matrix = new Array2DRowRealMatrix(d, d);
    RealVector gradient = new ArrayRealVector(d);
    for (double[] row : points) {
      RealVector x = new ArrayRealVector(row, false);
      double power = StrictMath.exp(s.dotProduct(x));
      double slope = logistic ? 1 / (1 + 1 / power) : power;
      double curvature = logistic ? slope / (1 + power) : power;
      gradient = gradient.add(x.mapMultiply(slope));
      matrix = matrix.add(x.outerProduct(x).scalarMultiply(curvature));
    }
    return new LUDecomposition(matrix, 0).getSolver().solve(gradient);
  }
}
