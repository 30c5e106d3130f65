package org.grokcheck.oracle;

/**
 * The gradient flow of L = (1/N) Σ e^{Sxᵢ+b} from S = b = 0 for points on both sides of 0, with η =
 * 1, in conformal time dv = e^b dt and in the distance δ = S − S_∞:
 *
 * <p>d log|δ|/dv = −(1/N) Σ xᵢe^{S_∞xᵢ}(e^{δxᵢ} − 1)/δ, a sum of positive terms, since Σ
 * xᵢe^{S_∞xᵢ} = 0; db/dv = −m, m = (1/N) Σ e^{Sxᵢ}; d(te^b)/dv = 1 − m te^b.
 */
public final class LineRelaxation {
  private final double[] points;
  private final double minimiser;

  /**
   * A flow.
   *
   * @param points with min &lt; 0 &lt; max
   * @param minimiser S_∞, not 0
   */
  public LineRelaxation(double[] points, double minimiser) {
    this.points = points.clone();
    this.minimiser = minimiser;
  }

  /**
   * A state.
   *
   * @param conformal v
   * @param logDistance log|S − S_∞|
   * @param bias b
   * @param scaledTime t e^b
   * @param localErrors bound of the sum of the local errors
   */
  public record State(
      double conformal, double logDistance, double bias, double scaledTime, double localErrors) {
    /** log t. */
    public double logTime() {
      return StrictMath.log(scaledTime) - bias;
    }
  }

  /** S = b = t = 0. */
  public State start() {
    return new State(0, StrictMath.log(Math.abs(minimiser)), 0, 0, 0);
  }

  /** The state at a later conformal time. */
  public State after(State state, double conformal) {
    double[] y = {state.logDistance, state.bias, state.scaledTime};
    LineOde.Solution solution = LineOde.integrate(this::rates, y, state.conformal, conformal);
    double[] end = solution.values();
    return new State(conformal, end[0], end[1], end[2], state.localErrors + solution.localErrors());
  }

  private double[] rates(double v, double[] y) {
    double delta = -Math.signum(minimiser) * StrictMath.exp(y[0]);
    double pull = 0;
    double mean = 0;
    for (double x : points) {
      double weight = StrictMath.exp(minimiser * x);
      double change = StrictMath.expm1(delta * x);
      pull += x * x * weight * (delta * x == 0 ? 1 : change / (delta * x));
      mean += weight * (1 + change);
    }
    mean /= points.length;
    return new double[] {-pull / points.length, -mean, 1 - mean * y[2]};
  }
}
