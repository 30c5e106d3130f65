package org.grokcheck.oracle;

import java.util.Arrays;

/**
 * The gradient flow of the logistic loss (1/N) Σ log(1 + e^{S·xᵢ+b}) with η = 1 in the variable u =
 * log t, from S = b = 0 at t = e^{−12}, when the flow from t = 0 has moved by a few 1e-6.
 */
public final class LogisticFlow {
  private static final double START = -12;
  private final double[][] points;

  /** The flow on these points. */
  public LogisticFlow(double[][] points) {
    this.points = points;
  }

  /**
   * S, then b, at a time, and the bound of local errors.
   *
   * @param logTime log t, above −12
   */
  public FieldFlow.State at(double logTime) {
    int d = points[0].length;
    LineOde.Solution solution =
        LineOde.integrate((u, y) -> rates(u, y), new double[d + 1], START, logTime);
    return new FieldFlow.State(solution.values(), solution.localErrors());
  }

  private double[] rates(double u, double[] y) {
    int d = y.length - 1;
    double[] rates = new double[d + 1];
    for (double[] x : points) {
      double output = y[d];
      for (int j = 0; j < d; j++) {
        output += y[j] * x[j];
      }
      double pull = StrictMath.exp(u) / (1 + StrictMath.exp(-output)) / points.length;
      for (int j = 0; j < d; j++) {
        rates[j] -= pull * x[j];
      }
      rates[d] -= pull;
    }
    return rates;
  }

  /** ‖S − other‖ of a state. */
  public static double distance(FieldFlow.State state, double[] other) {
    double[] weight = Arrays.copyOf(state.values(), other.length);
    return ExponentialFlowData.norm(ExponentialFlowData.moved(weight, other, -1));
  }
}
