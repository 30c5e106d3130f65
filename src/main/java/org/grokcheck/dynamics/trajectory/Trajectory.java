package org.grokcheck.dynamics.trajectory;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Named quantities along one run. Times are carried as log t, so that 10⁵⁰ and 10⁵⁰⁰ are as good as
 * any.
 */
public final class Trajectory {
  private final LogTimes times;
  private final Map<String, Series> series;

  /**
   * A trajectory.
   *
   * @param logTimes log t (natural), increasing; the first may be −∞ for t = 0
   * @param values by name, in the order in which they are to be listed; one value a time
   * @throws IllegalArgumentException if the lengths differ, a name is blank, or the times are out
   *     of order or not numbers
   */
  public Trajectory(double[] logTimes, Map<String, double[]> values) {
    times = new LogTimes(logTimes);
    series = new LinkedHashMap<>();
    values.forEach((name, column) -> series.put(name, new Series(name, times, column)));
  }

  /** Returns the number of times. */
  public int size() {
    return times.size();
  }

  /** Returns all log t. */
  public double[] logTimes() {
    return times.toArray();
  }

  /** Returns t at an index from 0; {@code +∞} where it exceeds the range of doubles. */
  public double time(int index) {
    return StrictMath.exp(times.get(index));
  }

  /** Returns the names of all series, in their order. */
  public Set<String> names() {
    return Collections.unmodifiableSet(series.keySet());
  }

  /**
   * Returns one series.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public Series series(String name) {
    Series found = series.get(name);
    if (found == null) {
      throw new IllegalArgumentException(
          "name: need one of %s, got \"%s\"".formatted(series.keySet(), name));
    }
    return found;
  }
}
