package org.grokcheck.oracle;

import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import org.apache.commons.math3.ode.sampling.StepHandler;
import org.apache.commons.math3.ode.sampling.StepInterpolator;

/**
 * Numerical solution of the gradient flow of L(S, b) = ½(e^{x₁S+b} + e^{x₂S+b}) by the adaptive
 * eighth-order method of Dormand and Prince, for S in its own units: dS/dt = −η ∂L/∂S, db/dt = −η
 * ∂L/∂b.
 *
 * <p>The loss is convex, so the flow doesn't increase the distance of two solutions at equal t: the
 * global error in (S, b) is at most the sum of the local errors, each kept below the tolerance.
 */
public final class TwoPointOde {
  private static final double TOLERANCE = 1e-14;
  private static final int MOST_EVALUATIONS = 4_000_000;

  private final double x1;
  private final double x2;
  private final double eta;

  /**
   * A flow.
   *
   * @param x1 first point
   * @param x2 second point
   * @param eta learning rate
   */
  public TwoPointOde(double x1, double x2, double eta) {
    this.x1 = x1;
    this.x2 = x2;
    this.eta = eta;
  }

  /**
   * A computed state.
   *
   * @param weight S
   * @param bias b
   * @param scaledTime t e^b where it was integrated too, else NaN
   * @param localErrors bound of the sum of all local errors, in each variable
   */
  public record State(double weight, double bias, double scaledTime, double localErrors) {}

  /**
   * The state at real time, integrated in u = log(1 + rt) with r of the size of the initial rate.
   * From dL/dt ≤ −η(∂L/∂b)² = −ηL² follows ηtL ≤ 1, so that no rate of relaxation in u exceeds 1 +
   * max xᵢ².
   *
   * @param weight S(0)
   * @param bias b(0)
   * @param logTime log t
   */
  public State atLogTime(double weight, double bias, double logTime) {
    double logRate = bias + StrictMath.log(eta * (x1 * x1 + x2 * x2 + 1)) + worstExponent(weight);
    double u = logRate + logTime;
    double end = u > 40 ? u : StrictMath.log1p(StrictMath.exp(u));
    return integrate(
        (v, y) -> {
          double common = eta / 2 * StrictMath.exp(v - logRate + y[1]);
          double first = common * StrictMath.exp(x1 * y[0]);
          double second = common * StrictMath.exp(x2 * y[0]);
          return new double[] {-x1 * first - x2 * second, -first - second};
        },
        new double[] {weight, bias},
        end,
        1 / (1 + x1 * x1 + x2 * x2));
  }

  /**
   * The state at conformal time τ, dτ = e^b dt, with T = t e^b from dT/dτ = 1 + T db/dτ. Rates of
   * relaxation are largest at the start or, below η(x₁² + x₂²), at the end.
   *
   * @param weight S(0)
   * @param bias b(0)
   * @param conformal τ
   */
  public State atConformalTime(double weight, double bias, double conformal) {
    return integrate(
        (tau, y) -> {
          double first = eta / 2 * StrictMath.exp(x1 * y[0]);
          double second = eta / 2 * StrictMath.exp(x2 * y[0]);
          double biasRate = -first - second;
          return new double[] {-x1 * first - x2 * second, biasRate, 1 + y[2] * biasRate};
        },
        new double[] {weight, bias, 0},
        conformal,
        StrictMath.exp(-Math.max(0, worstExponent(weight))) / (eta * (1 + x1 * x1 + x2 * x2)));
  }

  /** The largest of the two exponents at b = 0. */
  private double worstExponent(double weight) {
    return Math.max(x1 * weight, x2 * weight);
  }

  private interface Field {
    double[] rates(double time, double[] state);
  }

  /**
   * Integrates with steps of at most the inverse of the largest rate of relaxation, within which
   * the estimate of a local error is in its asymptotic regime.
   */
  private static State integrate(Field field, double[] start, double end, double longest) {
    double most = Math.min(end, longest);
    DormandPrince853Integrator method =
        new DormandPrince853Integrator(1e-16 * end, most, TOLERANCE, TOLERANCE);
    method.setInitialStepSize(most / 100);
    method.setMaxEvaluations(MOST_EVALUATIONS);
    LocalErrors errors = new LocalErrors();
    method.addStepHandler(errors);
    double[] state = start.clone();
    method.integrate(equations(field, start.length), 0, start, end, state);
    double scaled = state.length > 2 ? state[2] : Double.NaN;
    return new State(state[0], state[1], scaled, errors.sum);
  }

  private static FirstOrderDifferentialEquations equations(Field field, int dimension) {
    return new FirstOrderDifferentialEquations() {
      @Override
      public int getDimension() {
        return dimension;
      }

      @Override
      public void computeDerivatives(double time, double[] state, double[] rates) {
        System.arraycopy(field.rates(time, state), 0, rates, 0, dimension);
      }
    };
  }

  /**
   * Adds up what the step control lets through, √n·tol·(1 + max|y|), and the rounding of a step.
   */
  private static final class LocalErrors implements StepHandler {
    private static final double ROUNDINGS = 16 * 0x1p-53;
    private double sum;

    @Override
    public void init(double start, double[] state, double end) {
      sum = 0;
    }

    @Override
    public void handleStep(StepInterpolator step, boolean isLast) {
      double largest = 1;
      for (double y : step.getInterpolatedState()) {
        largest = Math.max(largest, 1 + Math.abs(y));
      }
      sum += largest * (Math.sqrt(3) * TOLERANCE + ROUNDINGS);
    }
  }
}
