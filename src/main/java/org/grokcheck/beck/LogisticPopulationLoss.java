package org.grokcheck.beck;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.grokcheck.math.LogDomain;
import org.grokcheck.math.Normal;
import org.grokcheck.math.Roots;

/**
 * log E log(1 + e^{sy+b}) for y ~ N(0, 1), by Gauss–Legendre panels around the integrand's peak.
 *
 * <p>The integrand is log-concave and falls from its peak at least as fast as e^{−Δ²/2}, so a range
 * of ±{@link #REACH} holds it to double precision. Its only scale below 1 is the kink at y = −b/s,
 * of width 1/s: panels there are 1/s wide and double with the distance, which keeps the nearest
 * complex singularity (y = (−b ± iπ)/s) more than a panel away from each panel.
 */
final class LogisticPopulationLoss {
  /** e^{−REACH²/2} is below 1e-19. */
  private static final double REACH = 9.5;

  private static final int NODES = 24;

  /** Ulps in the shortest panel: its nodes must differ, and lie closest at its ends. */
  private static final double NARROWEST = 4096;

  private LogisticPopulationLoss() {}

  static double log(double s, double b) {
    if (s == 0) {
      return LogDomain.logSoftplus(b);
    }
    DoubleUnaryOperator logIntegrand = y -> Normal.logPdf(y) + LogDomain.logSoftplus(s * y + b);
    double peak = peak(s, b);
    double top = logIntegrand.applyAsDouble(peak);
    double[] ends = panels(peak - REACH, peak + REACH, -b / s, 1 / s);
    GaussIntegratorFactory rules = new GaussIntegratorFactory();
    double sum = 0;
    for (int k = 1; k < ends.length; k++) {
      GaussIntegrator rule = rules.legendre(NODES, ends[k - 1], ends[k]);
      sum += rule.integrate(y -> StrictMath.exp(logIntegrand.applyAsDouble(y) - top));
    }
    return top + StrictMath.log(sum);
  }

  /** The y in [0, s] where −y + s σ(f)/softplus(f) changes sign, f = sy + b. */
  private static double peak(double s, double b) {
    DoubleUnaryOperator fall =
        y -> {
          double f = s * y + b;
          double logSlope = -LogDomain.softplus(-f) - LogDomain.logSoftplus(f);
          return y - s * StrictMath.exp(logSlope);
        };
    return fall.applyAsDouble(s) <= 0 ? s : Roots.increasing(fall, 0, s);
  }

  private static double[] panels(double from, double to, double kink, double width) {
    List<Double> ends = new ArrayList<>();
    ends.add(from);
    double end = from;
    while (end < to) {
      double step = Math.max(NARROWEST * Math.ulp(end), Math.min(1, nextStep(end - kink, width)));
      end = to - end < 1.5 * step ? to : end + step;
      ends.add(end);
    }
    return ends.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Panel length at a signed distance from the kink: width near it, doubling away from it. */
  private static double nextStep(double distance, double width) {
    double near = distance < 0 ? -distance / 2 : distance;
    return Math.max(width, near);
  }
}
