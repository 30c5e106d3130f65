package org.grokcheck.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.dynamics.ode.JacobianSystem;
import org.grokcheck.dynamics.ode.OdeSolver;
import org.grokcheck.dynamics.ode.Solution;
import org.grokcheck.harness.Arb;

/**
 * What a solver with error control promises on contractive problems, where the errors of the steps
 * add up at most: the total stays below steps times tolerance, twice over since an estimate is a
 * leading term.
 */
public abstract class ErrorControlLaws {
  private static final double[] STOPS = {0.7, 2, 7};

  /** The solver; |error| of a step below tolerance · (1 + |y|) in the root mean square. */
  protected abstract OdeSolver<? super JacobianSystem> solver(double tolerance);

  /** The largest rate of decay that the solver claims to pass over. */
  protected abstract double stiffest();

  @Provide
  protected Arbitrary<KnownProblem> contractive() {
    Arbitrary<Double> some = Arb.uniform(0.3, 1.2);
    Arbitrary<Double> rates = Arb.logUniform(0.5, stiffest());
    return Arbitraries.oneOf(
        Combinators.combine(some, some).as((re, im) -> KnownProblem.linear(-re, im)),
        Combinators.combine(rates, some).as(KnownProblem::forced),
        some.map(KnownProblem::escape));
  }

  @Provide
  protected Arbitrary<Double> tolerances() {
    return Arb.logUniform(1e-9, 1e-3);
  }

  @Property(tries = 60)
  public void errorsStayBelowStepsTimesTolerance(
      @ForAll("contractive") KnownProblem problem, @ForAll("tolerances") double tolerance) {
    Solution solution = solve(problem, tolerance);
    for (int k = 0; k < STOPS.length; k++) {
      assertTrue(
          error(problem, solution, k) <= bound(problem, solution, tolerance),
          () -> problem + " at tolerance " + tolerance);
    }
  }

  /** A hundredth of the tolerance: the error falls too, to a fifth of the looser bound at least. */
  @Property(tries = 30)
  public void tighterToleranceTakesMoreSteps(@ForAll("contractive") KnownProblem problem) {
    Solution loose = solve(problem, 1e-4);
    Solution tight = solve(problem, 1e-6);
    assertTrue(tight.accepted() >= loose.accepted());
    assertTrue(error(problem, tight, 2) <= bound(problem, loose, 1e-4) / 5);
  }

  private Solution solve(KnownProblem problem, double tolerance) {
    Solution solution = solver(tolerance).solve(problem, 0, problem.solution().apply(0), STOPS);
    assertEquals(STOPS.length, solution.states().size());
    return solution;
  }

  private static double error(KnownProblem problem, Solution solution, int stop) {
    double[] exact = problem.solution().apply(STOPS[stop]);
    double sum = 0;
    for (int i = 0; i < exact.length; i++) {
      double difference = solution.states().get(stop)[i] - exact[i];
      sum += difference * difference;
    }
    return Math.sqrt(sum);
  }

  /**
   * States stay below 1 + 1.2 or log(1 + 7 · 1.2) < 2.3; √n turns the root mean square into a sum.
   */
  private static double bound(KnownProblem problem, Solution solution, double tolerance) {
    return 2 * solution.accepted() * tolerance * (1 + 2.3) * Math.sqrt(problem.dimension());
  }
}
