package org.grokcheck.dynamics.ode;

/** Checks of the arguments that all solvers share. */
final class Stops {
  private Stops() {}

  /** Checks an initial value problem; returns the direction of time, 1 or −1. */
  static int check(OdeSystem system, double start, double[] state, double[] stops) {
    if (state.length != system.dimension()) {
      throw new IllegalArgumentException(
          "state: need %d components, got %d".formatted(system.dimension(), state.length));
    }
    for (int i = 0; i < state.length; i++) {
      if (!Double.isFinite(state[i])) {
        throw new IllegalArgumentException(
            "state: need finite components, got %s at index %d".formatted(state[i], i));
      }
    }
    if (stops.length == 0 || !Double.isFinite(start)) {
      throw new IllegalArgumentException(
          "start, stops: need a finite start and at least one stop, got %s and %d stops"
              .formatted(start, stops.length));
    }
    int direction = stops[0] > start ? 1 : -1;
    double before = start;
    for (double stop : stops) {
      if (!((stop - before) * direction > 0) || Double.isInfinite(stop)) {
        throw new IllegalArgumentException(
            "stops: need finite times each beyond the one before, got %s after %s; sort them and drop repetitions"
                .formatted(stop, before));
      }
      before = stop;
    }
    return direction;
  }

  static boolean finite(double[] values) {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        return false;
      }
    }
    return true;
  }
}
