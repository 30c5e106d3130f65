package org.grokcheck.notsawo.curve;

import java.math.BigDecimal;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.distribution.FDistribution;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;

/**
 * The least-squares fit of ln t₄ by ln(a r^−γ + b), γ > 0, b ≥ 0, with profile intervals (claims
 * {@code notsawo.sec2.power_law}, {@code notsawo.ext.identifiability}).
 *
 * <p>With r in units of its geometric mean and t₄ = C[(1−s)x^−γ + s], the best C at given γ and
 * share s of b is a mean, so that a search over s within one over γ remains. a is not reported on
 * its own: it moves with γ by many powers of ten.
 */
public final class PowerLawFit {
  private static final double LEAST_GAMMA = 1e-3;
  private static final double LARGEST_GAMMA = 60;
  private static final int GRID = 60;
  private static final double PRECISION = 1e-10;

  private final double[] logX;
  private final double[] logT;
  private final double center;
  private final double gamma;
  private final double share;
  private final double scale;
  private final double residual;

  private PowerLawFit(double[] logX, double[] logT, double center) {
    this.logX = logX;
    this.logT = logT;
    this.center = center;
    this.gamma = minimum(LEAST_GAMMA, LARGEST_GAMMA, this::profile);
    this.share = bestShare(gamma);
    this.scale = StrictMath.exp(logScale(gamma, share));
    this.residual = sumOfSquares(gamma, share);
  }

  /**
   * Fits a law.
   *
   * @param r at least 4 positive numbers, not all equal, in any unit
   * @param t positive steps, as many
   * @throws IllegalArgumentException if one of this fails
   */
  public static PowerLawFit of(double[] r, double[] t) {
    Require.that(
        r.length == t.length && r.length >= 4,
        "r, t: need as many of each and at least 4, got %d and %d".formatted(r.length, t.length));
    double[] logX = new double[r.length];
    double[] logT = new double[r.length];
    double center = 0;
    for (int i = 0; i < r.length; i++) {
      Require.that(
          r[i] > 0 && Double.isFinite(r[i]) && t[i] > 0 && Double.isFinite(t[i]),
          "r[%d], t[%d]: need finite numbers above 0, got %s and %s"
              .formatted(i, i, Double.toString(r[i]), Double.toString(t[i])));
      logX[i] = StrictMath.log(r[i]);
      logT[i] = StrictMath.log(t[i]);
      center += logX[i] / r.length;
    }
    boolean spread = false;
    for (int i = 0; i < r.length; i++) {
      spread |= r[i] != r[0];
      logX[i] -= center;
    }
    Require.that(spread, "r: need at least 2 different numbers");
    return new PowerLawFit(logX, logT, center);
  }

  /** Returns γ. */
  public double gamma() {
    return gamma;
  }

  /** Returns b, in the unit of t. */
  public double b() {
    return scale * share;
  }

  /** Returns the law, a in the unit of r that was given. */
  public PowerLaw law() {
    double logA = StrictMath.log(scale * (1 - share)) + gamma * center;
    return new PowerLaw(
        new BigDecimal(gamma), new BigDecimal(StrictMath.exp(logA)), new BigDecimal(b()));
  }

  /** Returns the sum of squared residuals of ln t₄. */
  public double sumOfSquares() {
    return residual;
  }

  /** Bounds of a parameter. */
  public record Interval(double low, double high) {}

  /**
   * Returns the profile interval of γ: all values at which the sum of squares, minimised over the
   * rest, is at most 1 + F/(n−3) times the least, F the quantile with 1 and n−3 degrees of freedom.
   *
   * @param confidence such as 0.95
   */
  public Interval gammaInterval(double confidence) {
    double level = level(confidence);
    return new Interval(
        edge(this::profile, gamma, LEAST_GAMMA, level),
        edge(this::profile, gamma, LARGEST_GAMMA, level));
  }

  /**
   * Whether b = 0, the pure power, lies outside the profile interval of the share of b.
   *
   * @param confidence such as 0.95
   */
  public boolean rejectsPurePower(double confidence) {
    double pure = sumOfSquares(minimum(LEAST_GAMMA, LARGEST_GAMMA, g -> sumOfSquares(g, 0)), 0);
    return pure > level(confidence);
  }

  private double level(double confidence) {
    Require.that(
        confidence > 0 && confidence < 1, "confidence: need it in (0, 1), got " + confidence);
    int free = logX.length - 3;
    double quantile = new FDistribution(null, 1, free).inverseCumulativeProbability(confidence);
    return residual * (1 + quantile / free) + Double.MIN_NORMAL;
  }

  /**
   * Bisection for the level between the best value and a bound, or the bound if it isn't reached.
   */
  private static double edge(DoubleUnaryOperator profile, double best, double bound, double level) {
    if (profile.applyAsDouble(bound) <= level) {
      return bound;
    }
    double inside = best;
    double outside = bound;
    for (int k = 0; k < 60; k++) {
      double middle = (inside + outside) / 2;
      if (profile.applyAsDouble(middle) <= level) {
        inside = middle;
      } else {
        outside = middle;
      }
    }
    return inside;
  }

  private double profile(double g) {
    return sumOfSquares(g, bestShare(g));
  }

  private double bestShare(double g) {
    return minimum(0, 1, s -> sumOfSquares(g, s));
  }

  private double logModel(double g, double s, int i) {
    return StrictMath.log((1 - s) * StrictMath.exp(-g * logX[i]) + s);
  }

  private double logScale(double g, double s) {
    double sum = 0;
    for (int i = 0; i < logX.length; i++) {
      sum += logT[i] - logModel(g, s, i);
    }
    return sum / logX.length;
  }

  private double sumOfSquares(double g, double s) {
    double mean = logScale(g, s);
    double sum = 0;
    for (int i = 0; i < logX.length; i++) {
      double rest = logT[i] - logModel(g, s, i) - mean;
      sum += rest * rest;
    }
    return sum;
  }

  /** A grid for the basin, then Brent's method within the neighbours of its best point. */
  private static double minimum(double low, double high, DoubleUnaryOperator f) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k <= GRID; k++) {
      double value = f.applyAsDouble(grid(low, high, k));
      if (value < least) {
        least = value;
        best = k;
      }
    }
    UnivariateFunction objective = f::applyAsDouble;
    double found =
        new BrentOptimizer(PRECISION, PRECISION * PRECISION)
            .optimize(
                new MaxEval(500),
                GoalType.MINIMIZE,
                new UnivariateObjectiveFunction(objective),
                new SearchInterval(
                    grid(low, high, Math.max(0, best - 1)),
                    grid(low, high, Math.min(GRID, best + 1))))
            .getPoint();
    double edge = grid(low, high, best);
    return f.applyAsDouble(edge) <= f.applyAsDouble(found) ? edge : found;
  }

  /** Points that crowd at the lower end, where γ and the share have their scale. */
  private static double grid(double low, double high, int k) {
    double u = (double) k / GRID;
    return low + (high - low) * u * u * u;
  }
}
