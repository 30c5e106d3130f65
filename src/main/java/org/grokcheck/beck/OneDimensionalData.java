package org.grokcheck.beck;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.core.Sum;
import org.grokcheck.math.LogDomain;
import org.grokcheck.math.Roots;

/**
 * The extended classifier on arbitrary points of the line, all of one class, with exponential loss
 * (claim {@code beck.ext.d1-arbitrary}).
 *
 * <p>The data are inseparable with a finite minimiser iff min &lt; 0 &lt; max; with a point at 0
 * and all others on one side they are on the boundary, where S diverges like log log t.
 */
public final class OneDimensionalData {
  private final double[] points;
  private final double sum;
  private final double least;
  private final double greatest;

  private OneDimensionalData(double[] points, double sum) {
    this.points = points;
    this.sum = sum;
    least = Arrays.stream(points).min().orElseThrow();
    greatest = Arrays.stream(points).max().orElseThrow();
  }

  /**
   * Returns the data set of exact decimals; their sum, which fixes S_∞ near 0, is formed exactly.
   *
   * @param points at least one
   * @throws IllegalArgumentException if there is none
   */
  public static OneDimensionalData of(List<BigDecimal> points) {
    if (points.isEmpty()) {
      throw new IllegalArgumentException("points: need at least one, got none");
    }
    double sum = points.stream().reduce(BigDecimal.ZERO, BigDecimal::add).doubleValue();
    double[] rounded = points.stream().mapToDouble(BigDecimal::doubleValue).toArray();
    for (double point : rounded) {
      Require.finite("N (points)", point);
    }
    return new OneDimensionalData(rounded, sum);
  }

  /** Whether the origin lies strictly between the extreme points. */
  public boolean isInseparable() {
    return least < 0 && greatest > 0;
  }

  /** Whether all points lie on one side of 0, none at 0. */
  public boolean isSeparable() {
    return least > 0 || greatest < 0;
  }

  /** Returns the margin min|xᵢ| of separable data, 0 otherwise. */
  public double margin() {
    return isSeparable() ? Math.min(Math.abs(least), Math.abs(greatest)) : 0;
  }

  /**
   * Returns S_∞, the root of Σ xᵢe^{Sxᵢ}. For data that aren't inseparable it is infinite with the
   * sign that lowers the loss, and NaN if all points are 0.
   */
  public double minimiser() {
    if (isInseparable()) {
      double unit = 1 / Math.max(-least, greatest);
      DoubleUnaryOperator balance = s -> logPull(s, 1) - logPull(s, -1);
      return polished(Roots.increasingFrom(balance, 0, unit));
    }
    if (least == greatest && least == 0) {
      return Double.NaN;
    }
    return least >= 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
  }

  /** Returns log Z, Z = (1/N) Σ e^{S_∞xᵢ}; where S_∞ is infinite, its limit: the share of zeros. */
  public double logMeanExponential() {
    if (isInseparable()) {
      return LogDomain.logSumExp(exponents()) - StrictMath.log(points.length);
    }
    double atOrigin = Arrays.stream(points).filter(x -> x == 0).count();
    return StrictMath.log(atOrigin / points.length);
  }

  /** Returns r = Σ pᵢxᵢ², pᵢ ∝ e^{S_∞xᵢ}, the rate in S − S_∞ ~ t^{−r}; NaN unless inseparable. */
  public double relaxationExponent() {
    if (!isInseparable()) {
      return Double.NaN;
    }
    double[] exponents = exponents();
    double logSum = LogDomain.logSumExp(exponents);
    Sum variance = Sum.create();
    for (int i = 0; i < points.length; i++) {
      variance.add(StrictMath.exp(exponents[i] - logSum) * points[i] * points[i]);
    }
    return variance.getAsDouble();
  }

  /** Returns −Σ pᵢ log pᵢ in nats, which equals log(NZ); NaN unless inseparable. */
  public double entropy() {
    if (!isInseparable()) {
      return Double.NaN;
    }
    double[] exponents = exponents();
    double logSum = LogDomain.logSumExp(exponents);
    Sum entropy = Sum.create();
    for (double exponent : exponents) {
      entropy.add(StrictMath.exp(exponent - logSum) * (logSum - exponent));
    }
    return entropy.getAsDouble();
  }

  private double[] exponents() {
    double s = minimiser();
    return Arrays.stream(points).map(x -> s * x).toArray();
  }

  /** log Σ |xᵢ|e^{Sxᵢ} over the points of one sign. */
  private double logPull(double s, int sign) {
    double[] terms =
        Arrays.stream(points)
            .filter(x -> sign * x > 0)
            .map(x -> StrictMath.log(Math.abs(x)) + s * x)
            .toArray();
    return LogDomain.logSumExp(terms);
  }

  /**
   * A Newton step on Σ xᵢe^{Sxᵢ}, summed as it stands or as Σ xᵢ + Σ xᵢ(e^{Sxᵢ} − 1), whichever has
   * the smaller terms: the one keeps the digits next to large |Sxᵢ|, the other those of a small S.
   */
  private double polished(double s) {
    Sum plain = Sum.create();
    Sum centred = Sum.of(sum);
    Sum slope = Sum.create();
    double plainSize = 0;
    double centredSize = Math.abs(sum);
    for (double x : points) {
      double pull = x * StrictMath.exp(s * x);
      double change = x * StrictMath.expm1(s * x);
      plain.add(pull);
      centred.add(change);
      slope.add(x * pull);
      plainSize += Math.abs(pull);
      centredSize += Math.abs(change);
    }
    Sum residual = plainSize < centredSize ? plain : centred;
    double step = residual.getAsDouble() / slope.getAsDouble();
    return Double.isFinite(step) ? s - step : s;
  }
}
