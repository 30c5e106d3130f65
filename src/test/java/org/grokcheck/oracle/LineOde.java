package org.grokcheck.oracle;

import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import org.apache.commons.math3.ode.sampling.StepHandler;
import org.apache.commons.math3.ode.sampling.StepInterpolator;

/** The adaptive eighth-order method of Dormand and Prince, which adds up its local errors. */
final class LineOde {
  private static final double TOLERANCE = 1e-13;
  private static final double ROUNDINGS = 16 * 0x1p-53;
  private static final double AUTOMATIC = -1;
  private static final int MOST_EVALUATIONS = 4_000_000;

  private LineOde() {}

  /** Right-hand side y′ = f(s, y). */
  interface Field {
    double[] rates(double s, double[] y);
  }

  /**
   * A solution.
   *
   * @param values y at the end
   * @param localErrors bound of the sum of all local errors, in each variable
   */
  record Solution(double[] values, double localErrors) {}

  static Solution integrate(Field field, double[] start, double from, double to) {
    return integrate(field, start, from, to, new Steps(TOLERANCE, to - from, AUTOMATIC));
  }

  /** The same with a tolerance, and with steps that are no longer than told, the first far less. */
  static Solution integrate(
      Field field, double[] start, double from, double to, double tolerance, double longest) {
    double most = Math.min(to - from, longest);
    return integrate(field, start, from, to, new Steps(tolerance, most, most / 100));
  }

  /**
   * How steps are chosen.
   *
   * @param tolerance of local errors, absolute and relative
   * @param longest step
   * @param first step
   */
  private record Steps(double tolerance, double longest, double first) {}

  private static Solution integrate(
      Field field, double[] start, double from, double to, Steps steps) {
    double span = to - from;
    DormandPrince853Integrator method =
        new DormandPrince853Integrator(
            1e-16 * span, steps.longest, steps.tolerance, steps.tolerance);
    method.setInitialStepSize(steps.first);
    method.setMaxEvaluations(MOST_EVALUATIONS);
    LocalErrors errors = new LocalErrors(steps.tolerance);
    method.addStepHandler(errors);
    double[] values = new double[start.length];
    method.integrate(equations(field, start.length), from, start, to, values);
    return new Solution(values, errors.sum);
  }

  private static FirstOrderDifferentialEquations equations(Field field, int dimension) {
    return new FirstOrderDifferentialEquations() {
      @Override
      public int getDimension() {
        return dimension;
      }

      @Override
      public void computeDerivatives(double s, double[] y, double[] rates) {
        System.arraycopy(field.rates(s, y), 0, rates, 0, dimension);
      }
    };
  }

  /** What the step control lets through, √n·tol·(1 + max|y|), and the rounding of a step. */
  private static final class LocalErrors implements StepHandler {
    private final double tolerance;
    private double sum;

    LocalErrors(double tolerance) {
      this.tolerance = tolerance;
    }

    @Override
    public void init(double start, double[] state, double end) {
      sum = 0;
    }

    @Override
    public void handleStep(StepInterpolator step, boolean isLast) {
      double[] state = step.getInterpolatedState();
      double largest = 1;
      for (double y : state) {
        largest = Math.max(largest, 1 + Math.abs(y));
      }
      sum += largest * (Math.sqrt(state.length) * tolerance + ROUNDINGS);
    }
  }
}
