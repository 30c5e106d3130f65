package org.grokcheck.dynamics.trajectory;

import java.util.OptionalDouble;
import org.grokcheck.math.LogDomain;

/**
 * How long one event comes after another.
 *
 * @param early the event expected first, at t₁
 * @param late the other, at t₂
 */
public record Delay(Crossing early, Crossing late) {
  /**
   * Returns log(t₂/t₁), negative if the order is reversed; empty if one didn't happen, or both did
   * at t = 0.
   */
  public OptionalDouble logRatio() {
    if (early.logTime().isEmpty() || late.logTime().isEmpty()) {
      return OptionalDouble.empty();
    }
    double ratio = late.logTime().getAsDouble() - early.logTime().getAsDouble();
    return Double.isNaN(ratio) ? OptionalDouble.empty() : OptionalDouble.of(ratio);
  }

  /**
   * Returns log(t₂ − t₁), −∞ if both times are the same; empty if one didn't happen or the order is
   * reversed.
   */
  public OptionalDouble logDifference() {
    if (early.logTime().isEmpty() || late.logTime().isEmpty()) {
      return OptionalDouble.empty();
    }
    double first = early.logTime().getAsDouble();
    double second = late.logTime().getAsDouble();
    return first > second
        ? OptionalDouble.empty()
        : OptionalDouble.of(LogDomain.logSubExp(second, first));
  }
}
