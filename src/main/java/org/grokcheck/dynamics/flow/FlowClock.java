package org.grokcheck.dynamics.flow;

import org.grokcheck.math.LogDomain;

/**
 * The clock v = log(1 + rt), which starts at v = 0 at t = 0 and runs as log t + log r later.
 *
 * @param logRate log r
 */
record FlowClock(double logRate) {
  /** Below e^{−745} even rt is zero. */
  private static final double LEAST = -745;

  /** v at log t. */
  double reading(double logTime) {
    return LogDomain.softplus(logTime + logRate);
  }

  /** v at several log t, which must increase. */
  double[] readings(double[] logTimes) {
    double[] readings = new double[logTimes.length];
    double before = 0;
    for (int k = 0; k < logTimes.length; k++) {
      readings[k] = Double.isNaN(logTimes[k]) ? Double.NaN : reading(logTimes[k]);
      if (!(readings[k] > before) || Double.isInfinite(readings[k])) {
        throw new IllegalArgumentException(
            "logTimes: need increasing finite numbers, the first above %s, got %s at index %d"
                .formatted(LEAST - logRate, logTimes[k], k));
      }
      before = readings[k];
    }
    return readings;
  }

  /** log t at v. */
  double logTime(double reading) {
    return reading <= 0
        ? Double.NEGATIVE_INFINITY
        : reading + LogDomain.log1mExp(-reading) - logRate;
  }

  /** log dt/dv. */
  double logSpeed(double reading) {
    return reading - logRate;
  }
}
