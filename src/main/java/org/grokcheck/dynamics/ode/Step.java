package org.grokcheck.dynamics.ode;

/** An accepted step; valid only until the listener returns, so copy what is to be kept. */
public interface Step {
  /** Returns the time at its start. */
  double from();

  /** Returns the time at its end. */
  double to();

  /** Returns the state at its end, not to be changed. */
  double[] end();

  /**
   * Returns the state at a time of the step, by interpolation whose error is at most of the fourth
   * power of the step.
   *
   * @param time between both ends
   */
  double[] at(double time);
}
