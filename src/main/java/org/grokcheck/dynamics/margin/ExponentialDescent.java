package org.grokcheck.dynamics.margin;

import java.util.Arrays;
import org.grokcheck.compute.linear.DataMatrix;
import org.grokcheck.compute.linear.Vectors;

/**
 * Newton's method with line searches for f(S) = log (1/N) Σ e^(−xᵢ·S) from S = 0. On separable
 * points f has no minimum and S grows until all margins are positive; on others it converges where
 * f has a minimum.
 */
final class ExponentialDescent {
  private static final int MOST_STEPS = 200;
  private static final int LINE_STEPS = 40;
  private static final double LONGEST = 1e12;

  /** Where rounding may keep the gradient from falling further. */
  private static final double NEAR = 1e-9;

  /** How a descent ended. */
  enum End {
    /** All margins are positive. */
    SEPARATED,
    /** The gradient no longer falls, and is small. */
    STATIONARY,
    /** Neither came within the steps allowed. */
    EXHAUSTED
  }

  private final DataMatrix x;
  private final double radius;
  private final int budget;
  private final NewtonSystem system;
  private SoftMinimum best;

  /**
   * Prepares a descent.
   *
   * @param radius max ‖xᵢ‖, of order 1 to √d
   * @param budget passes over the data after which no new step begins
   */
  ExponentialDescent(DataMatrix x, double radius, int budget) {
    this.x = x;
    this.radius = radius;
    this.budget = budget;
    system = new NewtonSystem(x);
    best = SoftMinimum.at(x, new double[x.columns()]);
  }

  /** Descends from S = 0. */
  End run() {
    SoftMinimum at = best;
    int stalls = 0;
    for (int k = 0; k < MOST_STEPS && system.passes() < budget; k++) {
      double size = Vectors.norm(at.gradient()) / radius;
      if (size < 0x1p-53) {
        return End.STATIONARY;
      }
      double[] v = system.solve(at, Math.min(0.1, Math.max(size, 1e-6)));
      at = SoftMinimum.at(x, along(at, v));
      if (Vectors.least(at.margins()) > 0) {
        best = at;
        return End.SEPARATED;
      }
      boolean falls = Vectors.norm(at.gradient()) < 0.5 * Vectors.norm(best.gradient());
      stalls = falls ? 0 : stalls + 1;
      best = Vectors.norm(at.gradient()) < Vectors.norm(best.gradient()) ? at : best;
      if (stalls >= 2 && Vectors.norm(best.gradient()) < NEAR * radius) {
        return End.STATIONARY;
      }
    }
    return End.EXHAUSTED;
  }

  /** The last point where separated, else the one with the least gradient. */
  SoftMinimum best() {
    return best;
  }

  /** S + tv with t near the minimum along v. */
  private double[] along(SoftMinimum at, double[] v) {
    double[] slopes = new double[x.rows()];
    x.times(v, slopes);
    double t = new LineSearch(at.margins(), slopes).minimum();
    double[] s = Arrays.copyOf(at.s(), v.length);
    Vectors.add(t, v, s);
    return s;
  }

  /** Minimises t ↦ log Σ e^(−zᵢ − t z′ᵢ) over t &gt; 0 well enough: to a tenth of the slope. */
  private static final class LineSearch {
    private final double[] z;
    private final double[] slopes;
    private final double[] moved;
    private final double[] p;
    private double first;
    private double second;

    LineSearch(double[] z, double[] slopes) {
      this.z = z;
      this.slopes = slopes;
      moved = new double[z.length];
      p = new double[z.length];
    }

    double minimum() {
      evaluate(0);
      double enough = 0.1 * Math.abs(first);
      double lo = 0;
      double hi = Double.POSITIVE_INFINITY;
      double t = 1;
      for (int k = 0; k < LINE_STEPS && t < LONGEST; k++) {
        evaluate(t);
        if (Math.abs(first) <= enough) {
          return t;
        }
        if (first < 0) {
          lo = t;
        } else {
          hi = t;
        }
        t = next(t, lo, hi);
      }
      return t;
    }

    private double next(double t, double lo, double hi) {
      double newton = second > 0 ? t - first / second : Double.POSITIVE_INFINITY;
      if (hi == Double.POSITIVE_INFINITY) {
        return Math.min(10 * t, newton);
      }
      return newton > lo && newton < hi ? newton : 0.5 * (lo + hi);
    }

    private void evaluate(double t) {
      for (int i = 0; i < z.length; i++) {
        moved[i] = z[i] + t * slopes[i];
      }
      SoftMinimum.weights(moved, p);
      double mean = Vectors.dot(p, slopes);
      second = 0;
      for (int i = 0; i < z.length; i++) {
        second += p[i] * (slopes[i] - mean) * (slopes[i] - mean);
      }
      first = -mean;
    }
  }
}
