package org.grokcheck.dynamics.trajectory;

/** One quantity along a run: a value at each of the run's times. */
public final class Series {
  private final String name;
  private final LogTimes times;
  private final double[] values;

  Series(String name, LogTimes times, double[] values) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("name: need a name for the series, got a blank one");
    }
    if (values.length != times.size()) {
      throw new IllegalArgumentException(
          "values of \"%s\": need %d, one a time, got %d"
              .formatted(name, times.size(), values.length));
    }
    this.name = name;
    this.times = times;
    this.values = values.clone();
  }

  /**
   * Returns a series.
   *
   * @param name not blank
   * @param logTimes log t (natural), increasing; the first may be −∞
   * @param values one a time
   * @throws IllegalArgumentException if the lengths differ, or the times are out of order or not
   *     numbers
   */
  public static Series of(String name, double[] logTimes, double[] values) {
    return new Series(name, new LogTimes(logTimes), values);
  }

  /** Returns its name. */
  public String name() {
    return name;
  }

  /** Returns the number of times. */
  public int size() {
    return values.length;
  }

  /** Returns log t at an index from 0. */
  public double logTime(int index) {
    return times.get(index);
  }

  /** Returns the value at an index from 0. */
  public double value(int index) {
    return values[index];
  }

  /** Returns a copy of all values. */
  public double[] values() {
    return values.clone();
  }

  /** Returns the value at the last time. */
  public double last() {
    return values[values.length - 1];
  }

  LogTimes times() {
    return times;
  }
}
