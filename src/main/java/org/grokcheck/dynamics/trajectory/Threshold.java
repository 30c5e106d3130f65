package org.grokcheck.dynamics.trajectory;

/**
 * A level and the side of it that counts as reached; the level itself does.
 *
 * @param level θ, finite
 * @param upward whether values of at least θ are asked for, else values of at most θ
 */
public record Threshold(double level, boolean upward) {
  /**
   * Checks the level.
   *
   * @throws IllegalArgumentException if it isn't finite
   */
  public Threshold {
    if (!Double.isFinite(level)) {
      throw new IllegalArgumentException("level: need a finite number, got " + level);
    }
  }

  /** Returns the threshold that a growing quantity reaches: v ≥ θ. */
  public static Threshold atLeast(double level) {
    return new Threshold(level, true);
  }

  /** Returns the threshold that a falling quantity reaches: v ≤ θ. */
  public static Threshold atMost(double level) {
    return new Threshold(level, false);
  }

  /** Returns whether a value is on the side asked for, or on the level. */
  public boolean isReachedBy(double value) {
    return upward ? value >= level : value <= level;
  }
}
