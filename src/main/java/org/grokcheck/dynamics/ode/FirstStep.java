package org.grokcheck.dynamics.ode;

/**
 * A first step from the curvature of the solution: a step of Euler's method errs by h²y″/2, and y″
 * follows from the rates a little further on.
 */
final class FirstStep {
  /** How far to look, relative to the state: half the digits. */
  private static final double LOOK = 0x1p-26;

  /** The part of the tolerance which the first step's curvature may take. */
  private static final double PART = 0.01;

  private FirstStep() {}

  /**
   * A length of at most the span.
   *
   * @param span signed: the last stop less the start
   */
  static double length(OdeSystem system, ErrorNorm norm, Walk walk, double span) {
    double[] state = walk.state();
    double[] rates = walk.rates();
    double speed = size(rates);
    double size = size(state);
    double longest = Math.abs(span);
    double look = speed == 0 ? longest : Math.min(longest, LOOK * (size > 0 ? size : 1) / speed);
    look = Math.copySign(look, span);
    double[] ahead = new double[state.length];
    for (int i = 0; i < ahead.length; i++) {
      ahead[i] = state[i] + look * rates[i];
    }
    double[] change = new double[state.length];
    system.rates(walk.time() + look, ahead, change);
    for (int i = 0; i < change.length; i++) {
      change[i] -= rates[i];
    }
    double curvature = norm.of(change, state, state) / Math.abs(look);
    double length = Math.sqrt(2 * PART / curvature);
    return Double.isNaN(length) || length > longest ? longest : Math.max(length, Double.MIN_NORMAL);
  }

  private static double size(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return Math.sqrt(sum);
  }
}
