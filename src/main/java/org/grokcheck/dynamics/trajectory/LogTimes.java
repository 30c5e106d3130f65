package org.grokcheck.dynamics.trajectory;

import java.util.Arrays;

/** Increasing times, kept as log t (natural); the first may be log 0 = −∞. */
final class LogTimes {
  private final double[] logTimes;

  LogTimes(double[] logTimes) {
    if (logTimes.length == 0) {
      throw new IllegalArgumentException("logTimes: need at least one time, got none");
    }
    for (int k = 0; k < logTimes.length; k++) {
      double time = logTimes[k];
      if (Double.isNaN(time) || time == Double.POSITIVE_INFINITY) {
        throw new IllegalArgumentException(
            "logTimes: need finite numbers, or -Infinity for t = 0, got %s at index %d"
                .formatted(time, k));
      }
      if (k > 0 && !(time > logTimes[k - 1])) {
        throw new IllegalArgumentException(
            "logTimes: need increasing times, got %s at index %d after %s; sort them and drop repetitions"
                .formatted(time, k, logTimes[k - 1]));
      }
    }
    this.logTimes = logTimes.clone();
  }

  int size() {
    return logTimes.length;
  }

  double get(int k) {
    return logTimes[k];
  }

  double last() {
    return logTimes[logTimes.length - 1];
  }

  double[] toArray() {
    return logTimes.clone();
  }

  /** The time between index k and k + 1 at which a part of the way in log t is gone. */
  double between(int k, double part) {
    double from = logTimes[k];
    double to = logTimes[k + 1];
    if (from == Double.NEGATIVE_INFINITY) {
      // From t = 0 there is no way in log t; in t itself it is this part of the whole.
      return to + StrictMath.log(part);
    }
    return part >= 1 ? to : from + part * (to - from);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LogTimes times && Arrays.equals(logTimes, times.logTimes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(logTimes);
  }
}
