package org.grokcheck.dynamics.ode;

/**
 * The spectral radius of ∂f/∂y by power iteration with differences of f, 20 % added since the
 * iteration approaches it from below. The vector is kept, so that later estimates take an
 * evaluation or two.
 */
final class SpectralRadius {
  private static final int MOST_ITERATIONS = 50;
  private static final double SETTLED = 0.01;
  private static final double MARGIN = 1.2;

  /** Half the digits: rounding and curvature of f then matter alike. */
  private static final double PERTURBATION = 0x1p-26;

  private final OdeSystem system;
  private final double[] direction;
  private final double[] moved;
  private final double[] change;

  SpectralRadius(OdeSystem system) {
    this.system = system;
    direction = new double[system.dimension()];
    moved = new double[system.dimension()];
    change = new double[system.dimension()];
  }

  /** An estimate at (t, y), f(t, y) being given. */
  double at(double time, double[] state, double[] rates) {
    if (norm(direction) == 0) {
      System.arraycopy(rates, 0, direction, 0, rates.length);
    }
    double size = norm(state);
    double distance = PERTURBATION * (size > 0 ? size : 1);
    double before = 0;
    for (int k = 1; k <= MOST_ITERATIONS; k++) {
      double radius = iterate(time, state, rates, distance);
      if (k > 1 && Math.abs(radius - before) <= SETTLED * radius) {
        return MARGIN * radius;
      }
      before = radius;
    }
    return MARGIN * before;
  }

  /** Replaces the direction v by the change of f along it; returns ‖∂f/∂y v‖/‖v‖. */
  private double iterate(double time, double[] state, double[] rates, double distance) {
    double length = norm(direction);
    for (int i = 0; i < state.length; i++) {
      // Without any direction yet, all components are as good.
      double step = length > 0 ? direction[i] / length : 1 / Math.sqrt(state.length);
      moved[i] = state[i] + distance * step;
    }
    system.rates(time, moved, change);
    for (int i = 0; i < state.length; i++) {
      direction[i] = change[i] - rates[i];
    }
    return norm(direction) / distance;
  }

  private static double norm(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return Math.sqrt(sum);
  }
}
