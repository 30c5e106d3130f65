package org.grokcheck.laws;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.math3.complex.Complex;
import org.grokcheck.dynamics.ode.ErrorNorm;
import org.grokcheck.dynamics.ode.FixedStepSolver;
import org.grokcheck.dynamics.ode.JacobianSystem;
import org.grokcheck.dynamics.ode.Method;
import org.grokcheck.harness.Arb;

/** What a one-step method promises: its order, its stability function, and symmetries. */
public abstract class IntegratorLaws {
  private static final double[] STOPS = {0.5, 1, 1.5, 2};
  private static final double UNIT = 0x1p-53;

  /** An implicit method leaves a hundredth of this unsolved, below the errors that are fitted. */
  private static final ErrorNorm NORM = ErrorNorm.rootMeanSquare(1e-12, 1e-12);

  /** The method. */
  protected abstract Method<? super JacobianSystem> method();

  /** What one step makes of y′ = λy: R(hλ). */
  protected abstract Complex stabilityFunction(Complex z);

  /** z = hλ at which the method claims |R(z)| ≤ 1, besides where the solution itself decays. */
  @Provide
  protected abstract Arbitrary<Complex> stableProducts();

  /** Roundings of a step, relative to the largest stage: stages times operations. */
  protected double roundingsOfStep() {
    return 100;
  }

  /** The coarsest number of steps of length at most ½ for which the leading error leads. */
  protected int coarsest() {
    return 2;
  }

  /** What iterations leave in a state. */
  protected double unsolved() {
    return 0;
  }

  private List<double[]> solve(JacobianSystem system, double[] start, int steps) {
    return new FixedStepSolver<JacobianSystem>(method(), NORM, steps)
        .solve(system, 0, start, STOPS)
        .states();
  }

  @Provide
  protected Arbitrary<KnownProblem> smooth() {
    return KnownProblem.smooth();
  }

  @Provide
  protected Arbitrary<KnownProblem> autonomous() {
    return KnownProblem.autonomous();
  }

  @Provide
  protected Arbitrary<Double> parts() {
    return Arb.uniform(-2, 2);
  }

  /** Halving the step three times shows the order, and neither of its neighbours. */
  @Property(tries = 60)
  public void errorFallsWithTheOrder(@ForAll("smooth") KnownProblem problem) {
    double[] errors =
        IntStream.range(0, 4).mapToDouble(k -> error(problem, coarsest() << k)).toArray();
    double rounding = 4 * (coarsest() << 3) * roundingsOfStep() * UNIT + unsolved();
    OrderFit fit = OrderFit.of(errors, rounding);
    Assume.that(fit.tells());
    int p = method().order();
    assertTrue(fit.allows(p), fit + " for order " + p + " on " + problem);
    assertTrue(!fit.allows(p - 1) && !fit.allows(p + 1), fit + " tells nothing");
  }

  /** Root of the summed squares over all stops: its leading term vanishes at none of them alone. */
  private double error(KnownProblem problem, int steps) {
    double sum = 0;
    List<double[]> states = solve(problem, problem.solution().apply(0), steps);
    for (int k = 0; k < STOPS.length; k++) {
      double[] exact = problem.solution().apply(STOPS[k]);
      for (int i = 0; i < exact.length; i++) {
        double difference = states.get(k)[i] - exact[i];
        sum += difference * difference;
      }
    }
    return Math.sqrt(sum);
  }

  /** One step on y′ = λy is R(hλ) y. */
  @Property(tries = 200)
  public void linearStepsFollowTheStabilityFunction(
      @ForAll("parts") double re, @ForAll("parts") double im) {
    assertStep(new Complex(re, im));
  }

  /** So it is for the stiffest products that the method claims, and |R| ≤ 1 there. */
  @Property(tries = 200)
  public void claimedRegionIsStable(@ForAll("stableProducts") Complex z) {
    assertStep(z);
    assertTrue(stabilityFunction(z).abs() <= 1 + 1e-12, "R = " + stabilityFunction(z));
  }

  private void assertStep(Complex z) {
    KnownProblem problem = KnownProblem.linear(z.getReal(), z.getImaginary());
    double[] start = {1, 0};
    double[] next =
        new FixedStepSolver<JacobianSystem>(method(), NORM, 1).solve(problem, 0, start, 1).last();
    Complex expected = stabilityFunction(z);
    double bound = roundingsOfStep() * UNIT * (1 + largestStage(z));
    assertEquals(expected.getReal(), next[0], bound);
    assertEquals(expected.getImaginary(), next[1], bound);
  }

  /** Bound of |stage| on y′ = λy with |y| = 1, times its amplification into the result. */
  protected double largestStage(Complex z) {
    return StrictMath.exp(z.abs());
  }

  /** A → B → C → A with rates of any size keeps A + B + C. */
  @Property(tries = 100)
  public void linearInvariantsAreKept(
      @ForAll("parts") double a, @ForAll("parts") double b, @ForAll("parts") double c) {
    double[] k = {StrictMath.exp(a), StrictMath.exp(b), StrictMath.exp(c)};
    KnownProblem cycle =
        new KnownProblem(
            "cycle",
            3,
            (t, y) -> {
              double[] flows = {k[0] * y[0] * y[0], k[1] * y[1], k[2] * y[2] * y[1]};
              return new double[] {
                flows[2] - flows[0], flows[0] - flows[1], flows[1] - flows[2],
              };
            },
            (t, y) ->
                new double[] {
                  -2 * k[0] * y[0],
                  k[2] * y[2],
                  k[2] * y[1],
                  2 * k[0] * y[0],
                  -k[1],
                  0,
                  0,
                  k[1] - k[2] * y[2],
                  -k[2] * y[1],
                },
            t -> new double[] {1, 0.5, 0.25});
    List<double[]> states = solve(cycle, new double[] {1, 0.5, 0.25}, 8);
    double steps = 8 * STOPS.length;
    for (double[] y : states) {
      // Flows cancel in the sum up to rounding of each, h‖J‖ < 1/16 · 2 e² · 2 of them a step.
      assertEquals(1.75, y[0] + y[1] + y[2], steps * 2 * roundingsOfStep() * 1.75 * UNIT);
    }
  }

  /** −f with steps −h is f with steps h, to the last bit. */
  @Property(tries = 50)
  public void reversedTimeIsTheSame(@ForAll("smooth") KnownProblem problem) {
    double[] start = problem.solution().apply(0);
    FixedStepSolver<JacobianSystem> solver = new FixedStepSolver<>(method(), NORM, 4);
    assertArrayEquals(
        solver.solve(problem, 0, start, 1).last(),
        solver.solve(problem.reversed(), 0, start, -1).last());
  }

  /** Where f doesn't depend on the time, neither does the solution. */
  @Property(tries = 50)
  public void autonomousSystemsDoNotKnowTheTime(@ForAll("autonomous") KnownProblem problem) {
    double[] start = problem.solution().apply(0);
    FixedStepSolver<JacobianSystem> solver = new FixedStepSolver<>(method(), NORM, 4);
    assertArrayEquals(
        solver.solve(problem, 0, start, 1).last(), solver.solve(problem, 1024, start, 1025).last());
  }

  /** Two halves of an interval are the whole of it. */
  @Property(tries = 50)
  public void stopsChangeNothing(@ForAll("smooth") KnownProblem problem) {
    double[] start = problem.solution().apply(0);
    double[] whole =
        new FixedStepSolver<JacobianSystem>(method(), NORM, 8).solve(problem, 0, start, 1).last();
    double[] halves =
        new FixedStepSolver<JacobianSystem>(method(), NORM, 4)
            .solve(problem, 0, start, 0.5, 1)
            .last();
    assertArrayEquals(whole, halves);
  }
}
