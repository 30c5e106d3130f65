package org.grokcheck.dynamics.ode;

/**
 * A one-step method.
 *
 * @param <S> what it must know of a system
 */
public interface Method<S extends OdeSystem> {
  /** Returns p: the error after a fixed time falls as hᵖ with the step h. */
  int order();

  /** Returns q: the estimated error of one step falls as h^{q+1}; 0 if there is no estimate. */
  int estimateOrder();

  /**
   * Returns the method at work on one integration of one system.
   *
   * @param norm measures errors, and residuals of equations that are solved by iteration
   */
  Stepper on(S system, ErrorNorm norm);
}
