package org.grokcheck.dynamics.ode;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes the same number of equal steps to each stop, whatever the error.
 *
 * @param <S> what the method must know of a system
 */
public final class FixedStepSolver<S extends OdeSystem> implements SteppingSolver<S> {
  private final Method<? super S> method;
  private final ErrorNorm norm;
  private final int steps;

  /**
   * A solver.
   *
   * @param norm measures the residuals of implicit methods
   * @param steps number of steps to each stop, at least 1
   * @throws IllegalArgumentException if there are none
   */
  public FixedStepSolver(Method<? super S> method, ErrorNorm norm, int steps) {
    if (steps < 1) {
      throw new IllegalArgumentException("steps: need at least 1, got " + steps);
    }
    this.method = method;
    this.norm = norm;
    this.steps = steps;
  }

  @Override
  public int order() {
    return method.order();
  }

  @Override
  public Solution solve(
      S system, double start, double[] state, double[] stops, StepListener listener) {
    Stops.check(system, start, state, stops);
    Walk walk = new Walk(system, method.on(system, norm), start, state);
    List<double[]> states = new ArrayList<>();
    double from = start;
    for (double stop : stops) {
      for (int k = 1; k <= steps; k++) {
        double to = k == steps ? stop : from + k * ((stop - from) / steps);
        double error = walk.attempt(to - walk.time());
        if (error == Double.POSITIVE_INFINITY) {
          throw OdeFailure.unsolved(walk.time(), to - walk.time());
        }
        if (Double.isNaN(error) || !walk.nextIsFinite()) {
          throw OdeFailure.notFinite(to);
        }
        if (!listener.accepted(walk.advance(to))) {
          return new Solution(states, walk.accepted(), 0);
        }
      }
      states.add(walk.state().clone());
      from = stop;
    }
    return new Solution(states, walk.accepted(), 0);
  }
}
