package org.grokcheck.dynamics.ode;

/** A system y′ = f(t, y) of n ordinary differential equations of first order. */
public interface OdeSystem {
  /** Returns n ≥ 1. */
  int dimension();

  /**
   * Evaluates f.
   *
   * @param time t
   * @param state y, n components, not to be changed
   * @param rates receives f(t, y), n components
   */
  void rates(double time, double[] state, double[] rates);
}
