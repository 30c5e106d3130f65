package org.grokcheck.oracle;

import java.util.Arrays;

/**
 * The gradient flow of L = (1/N) Σ e^{S·xᵢ+b} from S = 0, b = 0 with η = 1, in logarithmic
 * variables: with β = −b, μ = Σ pᵢxᵢ and ℓ = −log L = β − log m,
 *
 * <p>dS/dβ = −μ, d(te^b)/dβ = 1/m − te^b, dℓ/dβ = 1 + ‖μ‖².
 *
 * <p>log m is convex, so that two solutions don't move apart at equal β and the error of S is at
 * most the sum of the local errors; so is that of te^b, which is damped.
 */
public final class ExponentialFlow {
  private static final int MOST_CORRECTIONS = 20;
  private static final double CROSSED = 1e-11;

  private final ExponentialFlowData data;

  /** The flow on these points. */
  public ExponentialFlow(ExponentialFlowData data) {
    this.data = data;
  }

  /**
   * A state.
   *
   * @param fall β = −b
   * @param weight S
   * @param scaledTime t e^b
   * @param logMean log m
   * @param localErrors bound of the sum of the local errors in each variable
   */
  public record State(
      double fall, double[] weight, double scaledTime, double logMean, double localErrors) {
    /** log t. */
    public double logTime() {
      return StrictMath.log(scaledTime) + fall;
    }

    /** ‖S − other‖. */
    public double distance(double[] other) {
      return ExponentialFlowData.norm(ExponentialFlowData.moved(weight, other, -1));
    }

    /** ‖S‖². */
    public double squaredNorm() {
      return ExponentialFlowData.dot(weight, weight);
    }
  }

  /** S = b = t = 0. */
  public State start() {
    return new State(0, new double[data.dimension()], 0, 0, 0);
  }

  /** The state at which −log L has a given value. */
  public State atLoss(State from, double minusLogLoss) {
    double[] y = Arrays.copyOf(from.weight, from.weight.length + 2);
    y[from.weight.length] = from.scaledTime;
    y[from.weight.length + 1] = from.fall;
    LineOde.Solution solution =
        LineOde.integrate(this::ratesByLoss, y, from.fall - from.logMean, minusLogLoss);
    double fall = solution.values()[from.weight.length + 1];
    return state(solution, fall, from.localErrors);
  }

  /** The state at which b + g‖S‖²/2 has a given value, from one where S hardly moves. */
  public State atPopulationLoss(State from, double variance, double minusLogLoss) {
    State state = from;
    for (int k = 0; k < MOST_CORRECTIONS; k++) {
      double fall = minusLogLoss + 0.5 * variance * state.squaredNorm();
      if (Math.abs(fall - state.fall) < CROSSED) {
        return state;
      }
      state = atFall(state, fall);
    }
    throw new IllegalStateException("no crossing found from β = " + from.fall);
  }

  private State atFall(State from, double fall) {
    double[] y = Arrays.copyOf(from.weight, from.weight.length + 1);
    y[from.weight.length] = from.scaledTime;
    return state(LineOde.integrate(this::rates, y, from.fall, fall), fall, from.localErrors);
  }

  private State state(LineOde.Solution solution, double fall, double errorsBefore) {
    double[] weight = Arrays.copyOf(solution.values(), data.dimension());
    return new State(
        fall,
        weight,
        solution.values()[weight.length],
        data.at(weight).logMean(),
        errorsBefore + solution.localErrors());
  }

  private double[] rates(double fall, double[] y) {
    int d = data.dimension();
    ExponentialFlowData.Moments moments = data.at(Arrays.copyOf(y, d));
    double[] rates = new double[y.length];
    for (int j = 0; j < d; j++) {
      rates[j] = -moments.mean()[j];
    }
    rates[d] = StrictMath.exp(-moments.logMean()) - y[d];
    return rates;
  }

  private double[] ratesByLoss(double loss, double[] y) {
    int d = data.dimension();
    double[] rates = Arrays.copyOf(rates(loss, y), d + 2);
    rates[d + 1] = 1;
    double pull = 0;
    for (int j = 0; j < d; j++) {
      pull += rates[j] * rates[j];
    }
    for (int j = 0; j < rates.length; j++) {
      rates[j] /= 1 + pull;
    }
    return rates;
  }
}
