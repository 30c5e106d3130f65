package org.grokcheck.laws;

/**
 * A gradient flow dw/dt = −η ∇L(w) as its laws see it; L is a mean of terms e^{a·w}, and |a| ≤ ρ
 * for each of them, so that every n-th derivative of L in one direction is at most ρⁿL.
 */
public interface GradientFlow {
  /** Learning rate η. */
  double eta();

  /** ρ, at least 1. */
  double steepness();

  /** L(w). */
  double loss(double[] state);

  /** dw/dt, in the coordinates in which the flow follows the gradient. */
  double[] rate(double[] state);

  /** dw/dτ for dτ = s(w) dt. */
  double[] conformalRate(double[] state);

  /** s(w) = dτ/dt, at most growing like the largest term of L. */
  double clockSpeed(double[] state);

  /** The state at t = 0. */
  double[] start();

  /** The solution at time t from {@link #start}. */
  double[] at(double time);

  /** The solution at conformal time τ. */
  double[] atConformal(double conformal);

  /** τ at time t. */
  double conformalTime(double time);

  /** What the model promises of the error of log t when the state is found for it. */
  double clockError(double time, double[] state);

  /** The same flow from another state. */
  GradientFlow from(double[] state);

  /** The inputs for a report: name, value, ... */
  Object[] inputs();
}
