package org.grokcheck.oracle;

import java.util.function.UnaryOperator;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;

/**
 * Autonomous smooth flows y′ = f(y), integrated twice: what a hundredfold finer tolerance changes
 * is a hundredfold the error of the finer run, up to rounding.
 *
 * @param end y at the end
 * @param error bound of the error of each component
 */
public record SmoothFlow(double[] end, double error) {
  private static final double COARSE = 1e-10;
  private static final double FINE = 1e-12;

  /**
   * Integrates.
   *
   * @param field f
   * @param start y(0), which is not changed
   * @param time the length of the interval, positive
   */
  public static SmoothFlow of(UnaryOperator<double[]> field, double[] start, double time) {
    double[] coarse = run(field, start, time, COARSE);
    double[] fine = run(field, start, time, FINE);
    double change = 0;
    double size = 0;
    for (int i = 0; i < fine.length; i++) {
      change = Math.max(change, Math.abs(fine[i] - coarse[i]));
      size = Math.max(size, Math.abs(fine[i]));
    }
    return new SmoothFlow(fine, change / 10 + 1e-12 * size);
  }

  private static double[] run(
      UnaryOperator<double[]> field, double[] start, double time, double tolerance) {
    DormandPrince853Integrator integrator =
        new DormandPrince853Integrator(1e-14 * time, time, tolerance, tolerance);
    double[] end = start.clone();
    integrator.integrate(equations(field, start.length), 0, end, time, end);
    return end;
  }

  private static FirstOrderDifferentialEquations equations(
      UnaryOperator<double[]> field, int dimension) {
    return new FirstOrderDifferentialEquations() {
      @Override
      public int getDimension() {
        return dimension;
      }

      @Override
      public void computeDerivatives(double t, double[] y, double[] rate) {
        double[] f = field.apply(y);
        System.arraycopy(f, 0, rate, 0, dimension);
      }
    };
  }
}
