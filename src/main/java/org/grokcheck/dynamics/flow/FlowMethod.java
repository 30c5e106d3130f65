package org.grokcheck.dynamics.flow;

import org.grokcheck.dynamics.ode.AdaptiveSolver;
import org.grokcheck.dynamics.ode.ErrorNorm;
import org.grokcheck.dynamics.ode.JacobianSystem;
import org.grokcheck.dynamics.ode.Method;
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
  STABILISED(new RungeKuttaChebyshev()),

  /** Implicit steps of order 5 with the Hessian: up to some hundred dimensions, any tolerance. */
  IMPLICIT(new RadauIIA());

  private final Method<? super JacobianSystem> method;

  FlowMethod(Method<? super JacobianSystem> method) {
    this.method = method;
  }

  SteppingSolver<JacobianSystem> solver(ErrorNorm norm) {
    return new AdaptiveSolver<>(method, norm, StepLimits.NONE);
  }
}
