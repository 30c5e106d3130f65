package org.grokcheck.dynamics.ode;

/**
 * A solver that shows its steps.
 *
 * @param <S> what it must know of a system
 */
public interface SteppingSolver<S extends OdeSystem> extends OdeSolver<S> {
  /**
   * Integrates as {@link #solve(OdeSystem, double, double[], double...)} does.
   *
   * @param listener is told of each step and may end the integration there
   */
  Solution solve(S system, double start, double[] state, double[] stops, StepListener listener);

  @Override
  default Solution solve(S system, double start, double[] state, double... stops) {
    return solve(system, start, state, stops, StepListener.NONE);
  }
}
