package org.grokcheck.oracle;

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

  /**
   * Integrates with steps of at most the inverse of the largest rate of relaxation, within which
   * the estimate of a local error is in its asymptotic regime.
   */
  private static State integrate(LineOde.Field field, double[] start, double end, double longest) {
    LineOde.Solution solution = LineOde.integrate(field, start, 0, end, TOLERANCE, longest);
    double[] state = solution.values();
    double scaled = state.length > 2 ? state[2] : Double.NaN;
    return new State(state[0], state[1], scaled, solution.localErrors());
  }
}
