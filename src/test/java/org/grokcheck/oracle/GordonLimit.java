package org.grokcheck.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.analysis.solvers.BracketingNthOrderBrentSolver;

/**
 * The minimum of (1/N) Σ e^{S·xᵢ} for N standard Gaussian points in λN dimensions, N → ∞, λ &lt; ½,
 * by Gordon's comparison: with W + log W = sg + a, g standard normal, ‖S_∞‖ = s and a solve
 * E[W/(1+W)] = λ and E[W²] = λs², and Z = e^{−a}E[W].
 *
 * <p>Solved at given s, where ½ − λ = E[(1−W)/(2(1+W))] keeps its digits near the edge: absolute
 * error a few 1e-16. Panels of Gauss and Legendre widen with the distance from g = −a/s, where W
 * bends within 1/s.
 */
public final class GordonLimit {
  private static final double REACH = 9;
  private static final int NODES = 20;
  private static final double NARROWEST = 1e-6;
  private static final int MOST_STEPS = 100;
  private static final GaussIntegratorFactory RULES = new GaussIntegratorFactory();

  private final double norm;
  private final double offset;

  /** The limit in which ‖S_∞‖ = s. */
  public GordonLimit(double norm) {
    this.norm = norm;
    // Weak data have a near log λ = 2 log s, strong ones near log s.
    double start = StrictMath.log(norm) * (norm < 1 ? 2 : 1);
    offset = solver().solve(MOST_STEPS, this::excess, start - 3, start + 3, start);
  }

  /** The limit at a given λ in (0, ½), found by a search in log s. */
  public static GordonLimit atRatio(double lambda) {
    double most = StrictMath.log(2 / (1 - 2 * lambda));
    double logNorm =
        solver()
            .solve(
                MOST_STEPS,
                v -> 1 - 2 * lambda - new GordonLimit(StrictMath.exp(v)).gap(),
                StrictMath.log(0.05),
                most);
    return new GordonLimit(StrictMath.exp(logNorm));
  }

  /** A new one each time: it keeps its state, and one search runs inside the other. */
  private static BracketingNthOrderBrentSolver solver() {
    return new BracketingNthOrderBrentSolver(1e-15, 1e-14, 1e-17, 5);
  }

  /** s. */
  public double norm() {
    return norm;
  }

  /** a. */
  public double offset() {
    return offset;
  }

  /** 1 − 2λ. */
  public double gap() {
    return average(offset, w -> (1 - w) / (1 + w));
  }

  /** log Z. */
  public double logMeanExponential() {
    return StrictMath.log(average(offset, w -> w)) - offset;
  }

  /** E[W²]/s² − E[W/(1+W)], increasing in a. */
  private double excess(double a) {
    return average(a, w -> w / norm * (w / norm)) - average(a, w -> w / (1 + w));
  }

  private double average(double a, DoubleUnaryOperator f) {
    double bend = -a / norm;
    double[] ends = ends(Math.abs(bend) < REACH ? bend : 0);
    double sum = 0;
    double lost = 0;
    for (int k = 1; k < ends.length; k++) {
      double panel =
          RULES
              .legendre(NODES, ends[k - 1], ends[k])
              .integrate(g -> f.applyAsDouble(solve(norm * g + a)) * StrictMath.exp(-0.5 * g * g));
      double next = sum + panel;
      lost += Math.abs(sum) >= Math.abs(panel) ? sum - next + panel : panel - next + sum;
      sum = next;
    }
    return (sum + lost) / Math.sqrt(2 * Math.PI);
  }

  private double[] ends(double kink) {
    List<Double> ends = new ArrayList<>();
    double step = Math.min(0.5, 1 / norm);
    for (double distance = 0; distance < 2 * REACH; distance += step) {
      step = Math.min(0.5, Math.max(step, distance / 2));
      ends.add(kink - distance);
      ends.add(kink + distance);
    }
    ends.removeIf(e -> Math.abs(e) > REACH - NARROWEST);
    ends.addAll(List.of(-REACH, REACH));
    // Adding 0.0 turns -0.0 into 0.0.
    return ends.stream().mapToDouble(e -> e + 0.0).distinct().sorted().toArray();
  }

  /** The root of w + log w = v, by Newton's method on log w or on w. */
  private static double solve(double v) {
    if (v < -40) {
      return StrictMath.exp(v);
    }
    if (v < 1) {
      double u = Math.min(v, 0);
      for (int k = 0; k < 8; k++) {
        double w = StrictMath.exp(u);
        u -= (w + u - v) / (w + 1);
      }
      return StrictMath.exp(u);
    }
    double w = Math.max(0.5, v - StrictMath.log(v));
    for (int k = 0; k < 5; k++) {
      w = w * (1 + v - StrictMath.log(w)) / (1 + w);
    }
    return w;
  }
}
