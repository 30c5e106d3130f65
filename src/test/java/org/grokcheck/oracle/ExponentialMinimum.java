package org.grokcheck.oracle;

import static org.grokcheck.oracle.Decimal.over;
import static org.grokcheck.oracle.Decimal.times;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * The minimiser of Σ e^{Sxᵢ} for exact points on both sides of 0, from the equation Σ xᵢe^{Sxᵢ} = 0
 * by bisection in doubles and Newton's method at 60 digits.
 */
public final class ExponentialMinimum {
  private static final int NEWTON_STEPS = 3;

  /** What rounding leaves of S_∞ = 0 lies below the last of them. */
  private static final int DECIMALS = 50;

  private static final int HALVINGS = 200;

  private final List<BigDecimal> points;
  private final BigDecimal root;

  /** The minimum for these points, of which one must be negative and one positive. */
  public ExponentialMinimum(List<BigDecimal> points) {
    this.points = points;
    double[] rounded = points.stream().mapToDouble(BigDecimal::doubleValue).toArray();
    BigDecimal s = Decimal.of(start(rounded));
    for (int k = 0; k < NEWTON_STEPS; k++) {
      s = Decimal.minus(s, over(moment(s, 1), moment(s, 2)));
    }
    root = s.setScale(DECIMALS, RoundingMode.HALF_EVEN);
  }

  /** S_∞, to 50 decimals. */
  public BigDecimal minimiser() {
    return root;
  }

  /** Z = (1/N) Σ e^{S_∞xᵢ}. */
  public BigDecimal meanExponential() {
    return over(moment(root, 0), BigDecimal.valueOf(points.size()));
  }

  /** Σ pᵢxᵢ² with pᵢ ∝ e^{S_∞xᵢ}. */
  public BigDecimal tiltedVariance() {
    return over(moment(root, 2), moment(root, 0));
  }

  /** −Σ pᵢ log pᵢ. */
  public BigDecimal entropy() {
    BigDecimal sum = moment(root, 0);
    BigDecimal entropy = BigDecimal.ZERO;
    for (BigDecimal x : points) {
      BigDecimal p = over(Decimal.exp(times(root, x)), sum);
      entropy = Decimal.minus(entropy, times(p, Decimal.log(p)));
    }
    return entropy;
  }

  private BigDecimal moment(BigDecimal s, int order) {
    BigDecimal sum = BigDecimal.ZERO;
    for (BigDecimal x : points) {
      BigDecimal power = x.pow(order, Decimal.DIGITS);
      sum = Decimal.plus(sum, times(power, Decimal.exp(times(s, x))));
    }
    return sum;
  }

  /** The minimiser to about 15 digits of itself or of 1/max|x|. */
  private static double start(double[] x) {
    double lo = -1;
    double hi = 1;
    while (pull(x, lo) > 0) {
      lo *= 2;
    }
    while (pull(x, hi) < 0) {
      hi *= 2;
    }
    for (int k = 0; k < HALVINGS && hi - lo > 1e-15 * (Math.abs(lo) + Math.abs(hi)); k++) {
      double middle = 0.5 * (lo + hi);
      if (pull(x, middle) > 0) {
        hi = middle;
      } else {
        lo = middle;
      }
    }
    return 0.5 * (lo + hi);
  }

  /** Σ xᵢe^{Sxᵢ} over its largest exponential: the sign is what matters. */
  private static double pull(double[] x, double s) {
    double top = Double.NEGATIVE_INFINITY;
    for (double point : x) {
      top = Math.max(top, s * point);
    }
    double sum = 0;
    for (double point : x) {
      sum += point * StrictMath.exp(s * point - top);
    }
    return sum;
  }
}
