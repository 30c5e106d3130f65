package org.grokcheck.dynamics.ode;

/**
 * Solves initial value problems.
 *
 * @param <S> what it must know of a system
 */
public interface OdeSolver<S extends OdeSystem> {
  /** Returns p: the error after a fixed time falls as hᵖ with the step h. */
  int order();

  /**
   * Integrates from an initial state through all stops, each of which ends a step exactly.
   *
   * @param start initial time
   * @param state initial state, left as it is
   * @param stops at least one, each beyond the one before and the first beyond the start, all in
   *     one direction of time
   * @throws IllegalArgumentException if the state has the wrong number of components or one that
   *     isn't finite, or the stops are out of order
   * @throws OdeFailure if the tolerance can't be kept, with the time at which this came
   */
  Solution solve(S system, double start, double[] state, double... stops);
}
