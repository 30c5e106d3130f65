package org.grokcheck.oracle;

import java.util.Arrays;

/**
 * The gradient flow of L = (1/N) Σ e^{b−sxᵢ} from s = b = 0 for points xᵢ ≥ 0 of which k₀ ≥ 1 are
 * at 0 and not all, with η = 1, in s = |S| as the variable. With M the least positive point and k
 * points there, B = −b e^{−Ms} has
 *
 * <p>dB/ds = (k₀ + Σ' e^{−sxᵢ})/Σ' xᵢe^{−s(xᵢ−M)} − MB, the sums over xᵢ &gt; 0, so that B → B_∞ =
 * k₀/(kM²), and misses it by at most B_∞(e^{−Ms} + Ms Σ' e^{−Ms}/k₀ + Ms Σ_{xᵢ&gt;M} (xᵢ/(kM))
 * e^{−min(M, xᵢ−M)s}). The time is given by t e^b = T with (1 − e^{−v})/1 ≤ T ≤ N/k₀, v the
 * conformal time, since k₀/N ≤ Σ e^{−sxᵢ}/N ≤ 1.
 */
public final class LineBoundary {
  private final double[] positive;
  private final int zeros;
  private final double least;
  private final int support;

  /** A flow. */
  public LineBoundary(double[] points) {
    positive = Arrays.stream(points).filter(x -> x > 0).toArray();
    zeros = points.length - positive.length;
    least = Arrays.stream(positive).min().orElseThrow();
    support = (int) Arrays.stream(positive).filter(x -> x == least).count();
  }

  /**
   * A state.
   *
   * @param weight s
   * @param logLogTime log log t to the accuracy of the bounds of T
   * @param clockError what those bounds leave open
   * @param localErrors bound of the sum of the local errors of B
   */
  public record State(double weight, double logLogTime, double clockError, double localErrors) {}

  /** The state at s, so late that log t is above 100. */
  public State at(double weight) {
    LineOde.Solution solution = LineOde.integrate(this::rates, new double[1], 0, weight);
    double logFall = StrictMath.log(solution.values()[0]) + least * weight;
    double share = (double) (positive.length + zeros) / zeros;
    // log T lies between log(1 − e^{−v}), v ≥ −b > 100 as m ≤ 1, and log(N/k₀).
    double clock = StrictMath.log(share) * StrictMath.exp(-logFall);
    return new State(weight, logFall, clock, solution.localErrors() / solution.values()[0]);
  }

  /** log(kM²/k₀), the limit of Ms − log log t. */
  public double offset() {
    return StrictMath.log(support * least * least / zeros);
  }

  /** The largest possible |B/B_∞ − 1| at s. */
  public double remainder(double weight) {
    double ms = least * weight;
    double remainder = StrictMath.exp(-ms) * (1 + ms * positive.length / zeros);
    for (double x : positive) {
      double decay = Math.min(least, x - least);
      remainder += x > least ? ms * x / (support * least) * StrictMath.exp(-decay * weight) : 0;
    }
    return remainder;
  }

  private double[] rates(double s, double[] y) {
    double plain = zeros;
    double weighted = 0;
    for (double x : positive) {
      plain += StrictMath.exp(-s * x);
      weighted += x * StrictMath.exp(-s * (x - least));
    }
    return new double[] {plain / weighted - least * y[0]};
  }
}
