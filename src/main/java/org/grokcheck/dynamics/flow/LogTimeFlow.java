package org.grokcheck.dynamics.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.grokcheck.dynamics.ode.OdeFailure;

/**
 * Gradient flow of either loss, integrated in v = log(1 + rt) with r = ∂L/∂b at the start, so that
 * t may be 10⁵⁰ or 10⁵⁰⁰. Every requested time ends a step, so nothing is interpolated.
 *
 * <p>Both losses are convex in (S, b): at equal t the flow brings solutions nearer, and the errors
 * of the steps add up at most.
 */
public final class LogTimeFlow {
  private final LinearClassifier classifier;
  private final FlowMethod method;
  private final FlowNorm norm;

  /**
   * A flow.
   *
   * @param tolerance ε, from 1e-13 to 0.1: the error of a step is below ε(‖S‖ + 1/‖x‖) in S and ε
   *     in b
   * @throws IllegalArgumentException if the tolerance is out of range
   */
  public LogTimeFlow(LinearClassifier classifier, FlowMethod method, double tolerance) {
    this.classifier = classifier;
    this.method = method;
    norm = FlowNorm.of(classifier.points(), tolerance);
  }

  /**
   * Returns the states at given times.
   *
   * @param start S and b at t = 0
   * @param logTimes log t (natural), increasing and finite
   * @throws IllegalArgumentException if S has the wrong number of components, or the times are out
   *     of order
   * @throws OdeFailure if the outputs at the start are too large for their slopes to be represented
   */
  public List<TimedState> at(ClassifierState start, double... logTimes) {
    int d = Starts.check(classifier, start);
    FlowClock clock = new FlowClock(Starts.logRate(classifier, start));
    double[] state = Arrays.copyOf(start.weight(), d + 1);
    state[d] = start.bias();
    double[] stops = clock.readings(logTimes);
    List<double[]> states =
        method.solver(norm).solve(new LogTimeField(classifier, clock), 0, state, stops).states();
    List<TimedState> result = new ArrayList<>();
    for (int k = 0; k < stops.length; k++) {
      double[] y = states.get(k);
      result.add(new TimedState(logTimes[k], new ClassifierState(Arrays.copyOf(y, d), y[d])));
    }
    return result;
  }
}
