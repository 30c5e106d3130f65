package org.grokcheck.dynamics.ode;

import org.ejml.data.DMatrixRMaj;

/** A system that knows its Jacobian, as implicit methods need it. */
public interface JacobianSystem extends OdeSystem {
  /**
   * Evaluates ∂f/∂y.
   *
   * @param time t
   * @param state y, n components, not to be changed
   * @param jacobian receives ∂fᵢ/∂yⱼ in row i and column j, n × n, of any content before
   */
  void jacobian(double time, double[] state, DMatrixRMaj jacobian);
}
