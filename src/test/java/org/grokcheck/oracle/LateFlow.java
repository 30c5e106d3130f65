package org.grokcheck.oracle;

import java.util.Arrays;

/**
 * The gradient flow of L = (1/N) Σ e^{S·xᵢ+b} from S = 0, b = 0 with η = 1 in the variable ℓ = −log
 * L, for data of either kind and any log t: with β = −b, w = tL and μ = Σ pᵢxᵢ, pᵢ ∝ e^{S·xᵢ},
 *
 * <p>dS/dℓ = −μ/(1 + ‖μ‖²), dβ/dℓ = 1/(1 + ‖μ‖²), dw/dℓ = 1/(1 + ‖μ‖²) − w,
 *
 * <p>so that no variable grows faster than ℓ.
 */
public final class LateFlow {
  private final ExponentialFlowData data;

  /** The flow on these points. */
  public LateFlow(double[][] points) {
    data = new ExponentialFlowData(points);
  }

  /**
   * A state.
   *
   * @param minusLogLoss ℓ
   * @param weight S
   * @param fall β = −b
   * @param scaledLoss w = tL
   * @param shares pᵢ
   * @param localErrors bound of the sum of the local errors in each variable
   */
  public record State(
      double minusLogLoss,
      double[] weight,
      double fall,
      double scaledLoss,
      double[] shares,
      double localErrors) {
    /** log t. */
    public double logTime() {
      return StrictMath.log(scaledLoss) + minusLogLoss;
    }

    /** ‖S‖. */
    public double norm() {
      return ExponentialFlowData.norm(weight);
    }

    /** ‖S − other‖. */
    public double distance(double[] other) {
      return ExponentialFlowData.norm(ExponentialFlowData.moved(weight, other, -1));
    }
  }

  /** S = b = t = 0. */
  public State start() {
    double[] zero = new double[data.dimension()];
    return new State(0, zero, 0, 0, data.at(zero).weights(), 0);
  }

  /** The state at a later ℓ. */
  public State at(State from, double minusLogLoss) {
    int d = data.dimension();
    double[] y = Arrays.copyOf(from.weight, d + 2);
    y[d] = from.fall;
    y[d + 1] = from.scaledLoss;
    LineOde.Solution solution =
        LineOde.integrate((l, v) -> rates(v), y, from.minusLogLoss, minusLogLoss);
    double[] values = solution.values();
    double[] weight = Arrays.copyOf(values, d);
    return new State(
        minusLogLoss,
        weight,
        values[d],
        values[d + 1],
        data.at(weight).weights(),
        from.localErrors + solution.localErrors());
  }

  private double[] rates(double[] y) {
    int d = data.dimension();
    double[] mean = data.at(Arrays.copyOf(y, d)).mean();
    double speed = 1 / (1 + ExponentialFlowData.dot(mean, mean));
    double[] rates = new double[d + 2];
    for (int j = 0; j < d; j++) {
      rates[j] = -mean[j] * speed;
    }
    rates[d] = speed;
    rates[d + 1] = speed - y[d + 1];
    return rates;
  }
}
