package org.grokcheck.dynamics.ode;

/**
 * A one-step method at work; it may keep what it learnt in earlier steps, so one thread at most.
 */
public interface Stepper {
  /**
   * Tries the step from (t, y) to t + h.
   *
   * @param time t
   * @param state y
   * @param rates f(t, y)
   * @param h length, negative for steps back in time
   * @param next receives the new state
   * @param nextRates receives f(t + h, next)
   * @return the estimated local error in units of what is tolerated; {@code +∞} if equations could
   *     not be solved, NaN if f is not finite where it was needed, 0 from a method without estimate
   */
  double attempt(
      double time, double[] state, double[] rates, double h, double[] next, double[] nextRates);

  /** Returns the longest |h| that the method can take from (t, y) without becoming unstable. */
  default double longestStep(double time, double[] state, double[] rates) {
    return Double.POSITIVE_INFINITY;
  }
}
