package org.grokcheck.dynamics.ode;

/** A step that knows states and rates at both ends: the cubic through them is the path. */
final class HermiteStep implements Step {
  private final double from;
  private final double[] start;
  private final double[] startRates;
  private final double to;
  private final double[] end;
  private final double[] endRates;

  HermiteStep(
      double from,
      double[] start,
      double[] startRates,
      double to,
      double[] end,
      double[] endRates) {
    this.from = from;
    this.start = start;
    this.startRates = startRates;
    this.to = to;
    this.end = end;
    this.endRates = endRates;
  }

  @Override
  public double from() {
    return from;
  }

  @Override
  public double to() {
    return to;
  }

  @Override
  public double[] end() {
    return end;
  }

  @Override
  public double[] at(double time) {
    double h = to - from;
    double x = (time - from) / h;
    double rest = 1 - x;
    double[] state = new double[end.length];
    for (int i = 0; i < state.length; i++) {
      double slopes = rest * startRates[i] - x * endRates[i];
      state[i] =
          rest * rest * (1 + 2 * x) * start[i]
              + x * x * (3 - 2 * x) * end[i]
              + h * x * rest * slopes;
    }
    return state;
  }
}
