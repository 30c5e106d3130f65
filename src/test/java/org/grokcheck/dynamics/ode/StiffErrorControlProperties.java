package org.grokcheck.dynamics.ode;

import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.grokcheck.laws.ErrorControlLaws;
import org.grokcheck.laws.KnownProblem;

class StiffErrorControlProperties extends ErrorControlLaws {
  @Override
  protected OdeSolver<JacobianSystem> solver(double tolerance) {
    return new AdaptiveSolver<>(
        new RadauIIA(), ErrorNorm.rootMeanSquare(tolerance, tolerance), StepLimits.NONE);
  }

  @Override
  protected double stiffest() {
    return 1e9;
  }

  /**
   * After a layer of width 1/k, in which steps grow fivefold, the slow part takes as many steps
   * however stiff the problem: an explicit method would need k/6 and more.
   */
  @Property(tries = 60)
  void stepsDoNotGrowWithStiffness(@ForAll("contractive") KnownProblem problem) {
    Solution solution = solver(1e-6).solve(problem, 0, problem.solution().apply(0), 7);
    assertTrue(solution.accepted() + solution.rejected() < 250, problem + ": " + solution);
  }
}
