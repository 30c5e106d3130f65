package org.grokcheck.dynamics.ode;

/**
 * The classical explicit method of order 4 (Kutta 1901), without an estimate of its error: for
 * {@link FixedStepSolver}.
 */
public final class RungeKutta4 implements Method<OdeSystem> {
  @Override
  public int order() {
    return 4;
  }

  @Override
  public int estimateOrder() {
    return 0;
  }

  @Override
  public Stepper on(OdeSystem system, ErrorNorm norm) {
    return new Steps(system);
  }

  private static final class Steps implements Stepper {
    private final OdeSystem system;
    private final double[] stage;
    private final double[] slope;

    Steps(OdeSystem system) {
      this.system = system;
      stage = new double[system.dimension()];
      slope = new double[system.dimension()];
    }

    @Override
    public double attempt(
        double time, double[] state, double[] rates, double h, double[] next, double[] nextRates) {
      move(state, h / 6, rates, next);
      move(state, h / 2, rates, stage);
      system.rates(time + h / 2, stage, slope);
      move(next, h / 3, slope, next);
      move(state, h / 2, slope, stage);
      system.rates(time + h / 2, stage, slope);
      move(next, h / 3, slope, next);
      move(state, h, slope, stage);
      system.rates(time + h, stage, slope);
      move(next, h / 6, slope, next);
      system.rates(time + h, next, nextRates);
      return 0;
    }

    private static void move(double[] from, double h, double[] slope, double[] to) {
      for (int i = 0; i < to.length; i++) {
        to[i] = from[i] + h * slope[i];
      }
    }
  }
}
