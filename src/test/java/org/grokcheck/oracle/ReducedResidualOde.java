package org.grokcheck.oracle;

import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import org.apache.commons.math3.ode.sampling.StepHandler;
import org.apache.commons.math3.ode.sampling.StepInterpolator;

/**
 * Numerical solution of the equation for the residual u of App. E.4 with the second term kept, in s
 * = log T, T = (η/2)(1 + M²)t + 1:
 *
 * <p>(1 + M²) du/ds = e^{−u − (1−M)Ms/(1+M²)} + M(e^{−Mu} − 1), u(0) = 0.
 *
 * <p>Both terms fall with u, so solutions approach one another and the global error is at most the
 * sum of the local ones.
 */
public final class ReducedResidualOde {
  private static final double TOLERANCE = 1e-13;

  private ReducedResidualOde() {}

  /**
   * A solution with a bound of its error.
   *
   * @param residual u
   * @param error bound of the sum of the local errors, each relative to u, which stays below 3
   */
  public record Solution(double residual, double error) {}

  /**
   * u at a time.
   *
   * @param m margin M in (0, 1)
   * @param logClock s = log T
   */
  public static Solution at(double m, double logClock) {
    double norm = 1 + m * m;
    int[] steps = new int[1];
    DormandPrince853Integrator integrator =
        new DormandPrince853Integrator(1e-12, logClock, 1e-30, TOLERANCE);
    integrator.addStepHandler(
        new StepHandler() {
          @Override
          public void init(double t0, double[] y0, double t) {}

          @Override
          public void handleStep(StepInterpolator step, boolean last) {
            steps[0]++;
          }
        });
    double[] u = {0};
    integrator.integrate(equation(m, norm), 0, u, logClock, u);
    return new Solution(u[0], 3 * steps[0] * TOLERANCE);
  }

  private static FirstOrderDifferentialEquations equation(double m, double norm) {
    return new FirstOrderDifferentialEquations() {
      @Override
      public int getDimension() {
        return 1;
      }

      @Override
      public void computeDerivatives(double s, double[] u, double[] rate) {
        double first = StrictMath.exp(-u[0] - (1 - m) * m * s / norm);
        rate[0] = (first + m * StrictMath.expm1(-m * u[0])) / norm;
      }
    };
  }
}
