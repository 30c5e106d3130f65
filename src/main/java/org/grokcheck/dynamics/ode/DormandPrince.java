package org.grokcheck.dynamics.ode;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.exception.MaxCountExceededException;
import org.apache.commons.math3.exception.NumberIsTooSmallException;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import org.apache.commons.math3.ode.sampling.StepHandler;
import org.apache.commons.math3.ode.sampling.StepInterpolator;

/**
 * The explicit method of order 8 of Dormand and Prince with error control, by commons-math: for
 * small smooth systems that aren't stiff, down to tolerances near rounding.
 */
public final class DormandPrince implements OdeSolver<OdeSystem> {
  private static final int EVALUATIONS_A_STEP = 13;

  private final double relative;
  private final double absolute;
  private final StepLimits limits;

  /**
   * A solver.
   *
   * @param relative tolerated error of a step relative to each component, at least 0
   * @param absolute what is tolerated besides, at least 0
   * @throws IllegalArgumentException if a tolerance is negative or not finite, or both are 0
   */
  public DormandPrince(double relative, double absolute, StepLimits limits) {
    // Refuses the same tolerances as the other solvers.
    ErrorNorm.rootMeanSquare(relative, absolute);
    this.relative = relative;
    this.absolute = absolute;
    this.limits = limits;
  }

  @Override
  public int order() {
    return 8;
  }

  @Override
  public Solution solve(OdeSystem system, double start, double[] state, double... stops) {
    Stops.check(system, start, state, stops);
    Adapter adapter = new Adapter(system);
    List<double[]> states = new ArrayList<>();
    double time = start;
    double[] current = state;
    for (double stop : stops) {
      current = adapter.reach(integrator(stop - time), time, current, stop);
      states.add(current);
      time = stop;
    }
    return new Solution(states, adapter.steps, 0);
  }

  private DormandPrince853Integrator integrator(double span) {
    double longest = Math.min(Math.abs(span), limits.longest());
    DormandPrince853Integrator method =
        new DormandPrince853Integrator(0, longest, absolute, relative);
    method.setMaxEvaluations(
        (int) Math.min(Integer.MAX_VALUE, (long) EVALUATIONS_A_STEP * limits.mostSteps()));
    if (limits.first() > 0) {
      method.setInitialStepSize(Math.min(limits.first(), longest));
    }
    return method;
  }

  /** Presents a system to the library, and counts its steps. */
  private final class Adapter implements FirstOrderDifferentialEquations, StepHandler {
    private final OdeSystem system;
    private double reached;
    private int steps;

    Adapter(OdeSystem system) {
      this.system = system;
    }

    double[] reach(DormandPrince853Integrator method, double from, double[] state, double to) {
      reached = from;
      double[] end = new double[state.length];
      method.addStepHandler(this);
      try {
        method.integrate(this, from, state, to, end);
      } catch (NumberIsTooSmallException e) {
        throw OdeFailure.underflow(reached, Math.ulp(reached));
      } catch (MaxCountExceededException e) {
        throw OdeFailure.tooManySteps(reached, limits.mostSteps());
      }
      return end;
    }

    @Override
    public int getDimension() {
      return system.dimension();
    }

    @Override
    public void computeDerivatives(double time, double[] state, double[] rates) {
      system.rates(time, state, rates);
      if (!Stops.finite(rates)) {
        throw OdeFailure.notFinite(reached);
      }
    }

    @Override
    public void init(double start, double[] state, double end) {
      reached = start;
    }

    @Override
    public void handleStep(StepInterpolator interpolator, boolean isLast) {
      steps++;
      reached = interpolator.getCurrentTime();
    }
  }
}
