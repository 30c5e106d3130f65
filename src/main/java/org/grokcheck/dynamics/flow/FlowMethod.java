package org.grokcheck.dynamics.flow;

import org.grokcheck.dynamics.ode.AdaptiveSolver;
import org.grokcheck.dynamics.ode.ErrorNorm;
import org.grokcheck.dynamics.ode.JacobianSystem;
import org.grokcheck.dynamics.ode.RadauIIA;
import org.grokcheck.dynamics.ode.RungeKuttaChebyshev;
import org.grokcheck.dynamics.ode.StepLimits;
import org.grokcheck.dynamics.ode.SteppingSolver;

/** How a gradient flow is integrated. */
public enum FlowMethod {
  /**
   * Stabilised explicit steps of order 2: a pass over the data each stage, no matrix; any N and d,
   * tolerances down to about 10⁻⁸.
   */
  STABILISED {
    @Override
    SteppingSolver<JacobianSystem> solver(ErrorNorm norm) {
      return new AdaptiveSolver<>(new RungeKuttaChebyshev(), norm, StepLimits.NONE);
    }
  },

  /** Implicit steps of order 5 with the Hessian: up to some hundred dimensions, any tolerance. */
  IMPLICIT {
    @Override
    SteppingSolver<JacobianSystem> solver(ErrorNorm norm) {
      return new AdaptiveSolver<>(new RadauIIA(), norm, StepLimits.NONE);
    }
  };

  /** A solver that keeps errors of steps below 1 in this norm. */
  abstract SteppingSolver<JacobianSystem> solver(ErrorNorm norm);
}
