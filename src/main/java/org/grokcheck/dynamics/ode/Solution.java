package org.grokcheck.dynamics.ode;

import java.util.List;

/**
 * The states at the stops of an integration, and what they took.
 *
 * @param states one a stop, in their order; fewer if a listener ended the integration
 * @param accepted steps made
 * @param rejected steps tried in vain
 */
public record Solution(List<double[]> states, int accepted, int rejected) {
  /** Copies the list. */
  public Solution {
    states = List.copyOf(states);
  }

  /**
   * Returns the state at the last stop that was reached.
   *
   * @throws IllegalStateException if none was
   */
  public double[] last() {
    if (states.isEmpty()) {
      throw new IllegalStateException("a listener ended the integration before its first stop");
    }
    return states.get(states.size() - 1);
  }
}
