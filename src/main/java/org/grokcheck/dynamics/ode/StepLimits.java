package org.grokcheck.dynamics.ode;

/**
 * What bounds the steps of an adaptive solver, besides the tolerance.
 *
 * @param first length of the first step, 0 to let the solver choose it
 * @param longest length that no step exceeds
 * @param mostSteps number of steps after which it gives up, rejected ones included
 */
public record StepLimits(double first, double longest, int mostSteps) {
  /** Neither a first nor a longest step, and a million steps. */
  public static final StepLimits NONE = new StepLimits(0, Double.POSITIVE_INFINITY, 1_000_000);

  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if first is negative or not finite, longest is not positive,
   *     or no step is allowed
   */
  public StepLimits {
    if (!(first >= 0) || Double.isInfinite(first) || !(longest > 0) || mostSteps < 1) {
      throw new IllegalArgumentException(
          "first, longest, mostSteps: need first >= 0, longest > 0 and mostSteps >= 1, got %s, %s and %d"
              .formatted(first, longest, mostSteps));
    }
  }

  /** Returns these limits with another number of steps. */
  public StepLimits withMostSteps(int most) {
    return new StepLimits(first, longest, most);
  }

  /** Returns these limits with another longest step. */
  public StepLimits withLongest(double length) {
    return new StepLimits(first, length, mostSteps);
  }
}
