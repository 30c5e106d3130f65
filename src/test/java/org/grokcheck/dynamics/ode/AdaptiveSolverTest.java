package org.grokcheck.dynamics.ode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.grokcheck.laws.KnownProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class AdaptiveSolverTest {
  private static final ErrorNorm NORM = ErrorNorm.rootMeanSquare(1e-8, 1e-8);

  private static JacobianSystem scalar(DoubleBinaryOperator f) {
    return new JacobianSystem() {
      @Override
      public int dimension() {
        return 1;
      }

      @Override
      public void rates(double time, double[] state, double[] rates) {
        rates[0] = f.applyAsDouble(time, state[0]);
      }

      @Override
      public void jacobian(double time, double[] state, DMatrixRMaj jacobian) {
        double h = 1e-7;
        double up = f.applyAsDouble(time, state[0] + h);
        jacobian.set(0, 0, (up - f.applyAsDouble(time, state[0] - h)) / (2 * h));
      }
    };
  }

  private static List<OdeSolver<? super JacobianSystem>> solvers(StepLimits limits) {
    return List.of(
        new AdaptiveSolver<OdeSystem>(new RungeKuttaChebyshev(), NORM, limits),
        new AdaptiveSolver<JacobianSystem>(new RadauIIA(), NORM, limits),
        new DormandPrince(1e-8, 1e-8, limits));
  }

  private static OdeFailure failure(
      OdeSolver<? super JacobianSystem> solver, JacobianSystem system, double... stops) {
    return assertThrows(OdeFailure.class, () -> solver.solve(system, 0, new double[] {1}, stops));
  }

  /** y′ = y² from 1 escapes at t = 1. */
  @Test
  void escapeIsReportedWithItsTime() {
    for (OdeSolver<? super JacobianSystem> solver : solvers(StepLimits.NONE)) {
      OdeFailure failure = failure(solver, scalar((t, y) -> y * y), 2);
      assertEquals(1, failure.time(), 1e-5, failure.getMessage());
      assertTrue(failure.getMessage().contains("time"));
    }
  }

  @Test
  void domainLeftIsReportedWithItsTime() {
    for (OdeSolver<? super JacobianSystem> solver : solvers(StepLimits.NONE)) {
      OdeFailure failure = failure(solver, scalar((t, y) -> t > 0.5 ? Double.NaN : -y), 0.25, 2);
      assertEquals(OdeFailure.Reason.NOT_FINITE, failure.reason());
      assertTrue(failure.time() <= 0.5 && failure.time() > 0.2, failure.getMessage());
    }
  }

  @Test
  void domainOfStepControlIsFoundToTheLastDigit() {
    OdeFailure failure =
        failure(
            new AdaptiveSolver<OdeSystem>(new RungeKuttaChebyshev(), NORM, StepLimits.NONE),
            scalar((t, y) -> t > 0.5 ? Double.POSITIVE_INFINITY : -y),
            2);
    assertEquals(0.5, failure.time(), 1e-14);
  }

  @Test
  void initialRatesMustBeFinite() {
    for (OdeSolver<? super JacobianSystem> solver : solvers(StepLimits.NONE)) {
      OdeFailure failure = failure(solver, scalar((t, y) -> Math.log(-y)), 1);
      assertEquals(OdeFailure.Reason.NOT_FINITE, failure.reason());
      assertEquals(0, failure.time());
    }
  }

  @Test
  void stepsAreLimited() {
    for (OdeSolver<? super JacobianSystem> solver : solvers(StepLimits.NONE.withMostSteps(20))) {
      OdeFailure failure = failure(solver, scalar((t, y) -> StrictMath.cos(50 * t) * y), 1000);
      assertEquals(OdeFailure.Reason.TOO_MANY_STEPS, failure.reason());
      assertTrue(failure.time() < 100);
    }
  }

  /** A step in the rate at t = ½ of which no tolerance of 10⁻³⁰⁰ is kept. */
  @Test
  void underflowIsReported() {
    ErrorNorm impossible = ErrorNorm.rootMeanSquare(0, 1e-300);
    OdeFailure failure =
        failure(
            new AdaptiveSolver<OdeSystem>(new RungeKuttaChebyshev(), impossible, StepLimits.NONE),
            scalar((t, y) -> t < 0.5 ? 0 : 1 + t),
            2);
    assertEquals(OdeFailure.Reason.STEP_UNDERFLOW, failure.reason());
    assertEquals(0.5, failure.time(), 1e-10);
  }

  @Test
  void implicitEquationsWithoutSolutionAreReported() {
    FixedStepSolver<JacobianSystem> solver = new FixedStepSolver<>(new RadauIIA(), NORM, 1);
    OdeFailure failure = failure(solver, scalar((t, y) -> 1 + y * y), 50);
    assertEquals(OdeFailure.Reason.UNSOLVED, failure.reason());
  }

  @Test
  void restingStatesTakeFewSteps() {
    for (OdeSolver<? super JacobianSystem> solver : solvers(StepLimits.NONE)) {
      Solution solution = solver.solve(scalar((t, y) -> 0), 0, new double[] {1}, 1e6);
      assertArrayEquals(new double[] {1}, solution.last());
      assertTrue(solution.accepted() < 40, "" + solution.accepted());
    }
  }

  @Test
  void listenerSeesEveryStepAndMayStop() {
    AdaptiveSolver<OdeSystem> solver =
        new AdaptiveSolver<>(new RungeKuttaChebyshev(), NORM, StepLimits.NONE);
    KnownProblem decay = KnownProblem.linear(-1, 0);
    List<Double> ends = new ArrayList<>();
    Solution solution =
        solver.solve(
            decay,
            0,
            new double[] {1, 0},
            new double[] {10},
            step -> {
              assertEquals(ends.isEmpty() ? 0 : ends.get(ends.size() - 1), step.from());
              ends.add(step.to());
              double middle = 0.5 * (step.from() + step.to());
              // Both ends are right to steps times tolerance, the cubic between to more than that.
              double bound = 2.0 * ends.size() * 2e-8 * Math.sqrt(2);
              assertEquals(StrictMath.exp(-middle), step.at(middle)[0], bound);
              return step.to() < 3;
            });
    assertEquals(ends.size(), solution.accepted());
    assertTrue(ends.get(ends.size() - 1) >= 3 && ends.get(ends.size() - 2) < 3);
    assertThrows(IllegalStateException.class, solution::last);
  }

  /**
   * y = e^{−t/10 + 2i tanh(5(t − 5))} turns suddenly at t = 5, so that longer steps are rejected
   * there: none that is accepted errs by more than its tolerance, but for a factor 2 beyond the
   * leading term.
   */
  @Test
  void everyStepKeepsTheTolerance() {
    double tolerance = 1e-4;
    ErrorNorm norm = ErrorNorm.rootMeanSquare(0, tolerance);
    List<SteppingSolver<JacobianSystem>> steppers =
        List.of(
            new AdaptiveSolver<>(new RungeKuttaChebyshev(), norm, StepLimits.NONE),
            new AdaptiveSolver<>(new RadauIIA(), norm, StepLimits.NONE));
    for (SteppingSolver<JacobianSystem> solver : steppers) {
      double[] before = {1, 0};
      double[] worst = new double[1];
      Solution solution =
          solver.solve(
              turning(),
              0,
              before.clone(),
              new double[] {10},
              step -> {
                double error = localError(step, before);
                worst[0] = Math.max(worst[0], error / tolerance);
                System.arraycopy(step.end(), 0, before, 0, 2);
                return true;
              });
      assertTrue(solution.rejected() > 0, solution.toString());
      assertTrue(worst[0] <= 2 && worst[0] > 1e-3, "worst " + worst[0]);
    }
  }

  private static double localError(Step step, double[] before) {
    double shrink = StrictMath.exp(-0.1 * (step.to() - step.from()));
    double angle = angle(step.to()) - angle(step.from());
    double cos = shrink * StrictMath.cos(angle);
    double sin = shrink * StrictMath.sin(angle);
    double re = cos * before[0] - sin * before[1] - step.end()[0];
    double im = sin * before[0] + cos * before[1] - step.end()[1];
    return Math.sqrt((re * re + im * im) / 2);
  }

  private static double angle(double time) {
    return 2 * StrictMath.tanh(5 * (time - 5));
  }

  private static KnownProblem turning() {
    DoubleUnaryOperator speed = t -> 10 / StrictMath.pow(StrictMath.cosh(5 * (t - 5)), 2);
    return new KnownProblem(
        "turning",
        2,
        (t, y) -> {
          double w = speed.applyAsDouble(t);
          return new double[] {-0.1 * y[0] - w * y[1], w * y[0] - 0.1 * y[1]};
        },
        (t, y) -> {
          double w = speed.applyAsDouble(t);
          return new double[] {-0.1, -w, w, -0.1};
        },
        t -> new double[] {1, 0});
  }

  @Test
  void badProblemsAreRefused() {
    JacobianSystem decay = scalar((t, y) -> -y);
    double[] one = {1};
    for (OdeSolver<? super JacobianSystem> solver : solvers(StepLimits.NONE)) {
      assertRefused("state: need 1", () -> solver.solve(decay, 0, new double[2], 1));
      assertRefused("state: need finite", () -> solver.solve(decay, 0, new double[] {0 / 0.0}, 1));
      assertRefused("stops: need", () -> solver.solve(decay, 0, one, 1, 1));
      assertRefused("stops: need", () -> solver.solve(decay, 0, one, 1, -1));
      assertRefused("stops: need", () -> solver.solve(decay, 0, one, 0));
      assertRefused("stops: need", () -> solver.solve(decay, 0, one, 1 / 0.0));
      assertRefused("start, stops", () -> solver.solve(decay, 0, one));
    }
    assertRefused(
        "method: need",
        () -> new AdaptiveSolver<OdeSystem>(new RungeKutta4(), NORM, StepLimits.NONE));
    assertRefused("steps", () -> new FixedStepSolver<OdeSystem>(new RungeKutta4(), NORM, 0));
    assertRefused("relative, absolute", () -> ErrorNorm.rootMeanSquare(0, 0));
    assertRefused("relative, absolute", () -> new DormandPrince(-1, 0, StepLimits.NONE));
    assertRefused("first, longest", () -> new StepLimits(0, 0, 1));
    assertRefused("fewestStages", () -> new RungeKuttaChebyshev(1));
  }

  private static void assertRefused(String start, Executable call) {
    String message = assertThrows(IllegalArgumentException.class, call).getMessage();
    assertTrue(message.startsWith(start), message);
  }
}
