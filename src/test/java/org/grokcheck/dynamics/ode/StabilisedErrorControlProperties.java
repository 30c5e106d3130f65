package org.grokcheck.dynamics.ode;

import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.harness.Arb;
import org.grokcheck.laws.ErrorControlLaws;
import org.grokcheck.laws.KnownProblem;

class StabilisedErrorControlProperties extends ErrorControlLaws {
  @Override
  protected OdeSolver<JacobianSystem> solver(double tolerance) {
    return new AdaptiveSolver<>(
        new RungeKuttaChebyshev(), ErrorNorm.rootMeanSquare(tolerance, tolerance), StepLimits.NONE);
  }

  @Override
  protected double stiffest() {
    return 1e4;
  }

  @Provide
  Arbitrary<Double> stiff() {
    return Arb.logUniform(1e3, 1e5);
  }

  /**
   * Evaluations grow as √k: n steps of lengths hᵢ that add up to 7 take Σ √(1.54 · 1.2 hᵢk) ≤
   * √(1.85 · 7 k n) of them, twice over for rejected steps, and one more each; an explicit method
   * of two stages needs 7k.
   */
  @Property(tries = 20)
  void evaluationsGrowAsTheRootOfStiffness(@ForAll("stiff") double k) {
    KnownProblem problem = KnownProblem.forced(k, 0);
    int[] evaluations = new int[1];
    OdeSystem counted =
        new OdeSystem() {
          @Override
          public int dimension() {
            return 1;
          }

          @Override
          public void rates(double time, double[] state, double[] rates) {
            evaluations[0]++;
            problem.rates(time, state, rates);
          }
        };
    Solution solution =
        new AdaptiveSolver<>(
                new RungeKuttaChebyshev(), ErrorNorm.rootMeanSquare(1e-4, 1e-4), StepLimits.NONE)
            .solve(counted, 0, new double[] {1}, 7);
    double tries = solution.accepted() + solution.rejected();
    // Estimates of the radius take two evaluations every fifth step; rounding up, one a step.
    double most = 2 * Math.sqrt(1.85 * 7 * k * tries) + 3 * tries + 10;
    assertTrue(evaluations[0] <= most, evaluations[0] + " > " + most);
    assertTrue(most < 7 * k / 2, "tells nothing: " + most);
  }
}
