package org.grokcheck.oracle;

import java.util.Arrays;

/**
 * The gradient flow of L = (1/N) Σ e^{b−sxᵢ} from s = b = 0 for points xᵢ &gt; 0, with η = 1, in s
 * = |S| as the variable. With M = min xᵢ, k points at M and eᵢ = e^{−s(xᵢ−M)}:
 *
 * <ul>
 *   <li>D = s + Mb has dD/ds = Σ (xᵢ−M)eᵢ/Σ xᵢeᵢ ≥ 0, and what is left of its rise at s is at most
 *       Σ_{xᵢ&gt;M} eᵢ/(kM);
 *   <li>W = (k(1+M²)/N) t e^{b−Ms} has dW/ds = β(q − W), β = M + Σeᵢ/Σxᵢeᵢ, q = k(1+M²)/Σ(1+Mxᵢ)eᵢ
 *       ≤ 1, W ≤ 1. With β between a = M + 1/max xᵢ and M + 1/M, and 1 − q ≤ Σ_{xᵢ&gt;M} cᵢeᵢ, cᵢ =
 *       (1+Mxᵢ)/(k(1+M²)), W misses 1 by at most e^{−as} + (M + 1/M) Σ cᵢ s e^{−min(a, xᵢ−M)s};
 *   <li>log t = log W − log(k(1+M²)/N) + MD − (1+M²)b.
 * </ul>
 */
public final class LineEscape {
  private final double[] points;
  private final double margin;
  private final double largest;
  private final int support;

  /** A flow; all points must be above 0. */
  public LineEscape(double[] points) {
    this.points = points.clone();
    margin = Arrays.stream(points).min().orElseThrow();
    largest = Arrays.stream(points).max().orElseThrow();
    support = (int) Arrays.stream(points).filter(x -> x == margin).count();
  }

  /**
   * A state.
   *
   * @param weight s
   * @param bias b
   * @param logTime log t
   * @param sum D = s + Mb
   * @param localErrors bound of the sum of the local errors in D and W
   */
  public record State(double weight, double bias, double logTime, double sum, double localErrors) {}

  /** The state at s &gt; 0. */
  public State at(double weight) {
    LineOde.Solution solution = LineOde.integrate(this::rates, new double[2], 0, weight);
    double sum = solution.values()[0];
    double bias = (sum - weight) / margin;
    double square = margin * margin;
    double logTime =
        StrictMath.log(solution.values()[1])
            - StrictMath.log(support * (1 + square) / points.length)
            - bias
            + margin * weight;
    return new State(weight, bias, logTime, sum, solution.localErrors());
  }

  /** What D still rises after s, at most. */
  public double sumRemainder(double weight) {
    double remainder = 0;
    for (double x : points) {
      remainder += x > margin ? StrictMath.exp(-weight * (x - margin)) : 0;
    }
    return remainder / (support * margin);
  }

  /** How far W is below 1 at s, at most. */
  public double clockRemainder(double weight) {
    double slowest = margin + 1 / largest;
    double fastest = margin + 1 / margin;
    double remainder = StrictMath.exp(-slowest * weight);
    for (double x : points) {
      double decay = Math.min(slowest, x - margin);
      remainder += x > margin ? fastest * share(x) * weight * StrictMath.exp(-decay * weight) : 0;
    }
    return remainder;
  }

  private double share(double x) {
    return (1 + margin * x) / (support * (1 + margin * margin));
  }

  private double[] rates(double s, double[] y) {
    double plain = 0;
    double weighted = 0;
    double excess = 0;
    for (double x : points) {
      double e = StrictMath.exp(-s * (x - margin));
      plain += e;
      weighted += x * e;
      excess += (x - margin) * e;
    }
    double supply = support * (1 + margin * margin) / weighted;
    return new double[] {excess / weighted, supply - (margin + plain / weighted) * y[1]};
  }
}
