package org.grokcheck.compute;

/** The derivatives of all outputs by all parameters, as plain arrays. */
public interface OutputJacobian {
  /**
   * J(θ), nK × P: row iK + k holds ∂f̃_k(θ, x_i)/∂θ, samples i and outputs k from 0.
   *
   * @throws IllegalArgumentException if θ has the wrong length
   */
  double[][] jacobian(double[] theta);
}
