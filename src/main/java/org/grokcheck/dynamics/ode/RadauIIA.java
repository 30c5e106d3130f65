package org.grokcheck.dynamics.ode;

import org.ejml.data.DMatrixRMaj;

/**
 * Radau IIA with three stages: implicit, of order 5, L-stable and stiffly accurate, so for any
 * stiffness (Hairer and Wanner 1996). A step factorises matrices of sizes n and 2n: up to some
 * hundreds of equations.
 */
public final class RadauIIA implements Method<JacobianSystem> {
  @Override
  public int order() {
    return 5;
  }

  @Override
  public int estimateOrder() {
    return 3;
  }

  @Override
  public Stepper on(JacobianSystem system, ErrorNorm norm) {
    return new Steps(system, norm);
  }

  private static final class Steps implements Stepper {
    private final JacobianSystem system;
    private final ErrorNorm norm;
    private final RadauStages stages;
    private final DMatrixRMaj jacobian;
    private double jacobianFrom = Double.NaN;

    Steps(JacobianSystem system, ErrorNorm norm) {
      this.system = system;
      this.norm = norm;
      stages = new RadauStages(system, norm);
      jacobian = new DMatrixRMaj(system.dimension(), system.dimension());
    }

    @Override
    public double attempt(
        double time, double[] state, double[] rates, double h, double[] next, double[] nextRates) {
      boolean again = time == jacobianFrom;
      if (!again) {
        system.jacobian(time, state, jacobian);
        jacobianFrom = time;
      }
      double unsolved =
          stages.factorise(h, jacobian) ? stages.solve(time, state, h) : Double.POSITIVE_INFINITY;
      if (unsolved != 0) {
        return unsolved;
      }
      double[] increment = stages.increment();
      for (int i = 0; i < next.length; i++) {
        next[i] = state[i] + increment[i];
      }
      system.rates(time + h, next, nextRates);
      double[] error = stages.error(rates, h);
      double size = norm.of(error, state, next);
      return size > 1 ? norm.of(filtered(time, state, h, error), state, next) : size;
    }

    /** The estimate once more from f(y + error), which removes what stiff components add to it. */
    private double[] filtered(double time, double[] state, double h, double[] error) {
      double[] moved = new double[state.length];
      double[] rates = new double[state.length];
      for (int i = 0; i < moved.length; i++) {
        moved[i] = state[i] + error[i];
      }
      system.rates(time, moved, rates);
      return stages.error(rates, h);
    }
  }
}
