package org.grokcheck.math;

/**
 * Sums, differences and elementary functions of numbers that are carried as natural logarithms.
 *
 * <p>Errors are a few ulp, except that a result near zero has an absolute error of a few 2⁻⁵³ where
 * two logarithms cancel (stated at each method). The logarithm of zero is {@code -∞} throughout.
 */
public final class LogDomain {
  private static final double LN2 = StrictMath.log(2);

  private LogDomain() {}

  /**
   * Returns log(eᵃ + eᵇ); absolute error of a few 2⁻⁵³ where the sum is near one.
   *
   * @param a any logarithm, infinities included
   * @param b any logarithm, infinities included
   * @throws IllegalArgumentException if an argument is NaN
   */
  public static double logAddExp(double a, double b) {
    requireNumber(a, "a");
    requireNumber(b, "b");
    double max = Math.max(a, b);
    if (Double.isInfinite(max)) {
      return max;
    }
    return max + StrictMath.log1p(StrictMath.exp(Math.min(a, b) - max));
  }

  /**
   * Returns log(eᵃ − eᵇ) for a ≥ b; {@code -∞} where a = b.
   *
   * @throws IllegalArgumentException if a &lt; b, if both are {@code +∞}, or if either is NaN
   */
  public static double logSubExp(double a, double b) {
    requireNumber(a, "a");
    requireNumber(b, "b");
    if (a < b || b == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(
          "a and b: need a >= b with b below +Infinity, got a = "
              + a
              + ", b = "
              + b
              + "; swap them and carry the sign");
    }
    if (b == Double.NEGATIVE_INFINITY) {
      return a;
    }
    return a + log1mExp(b - a);
  }

  /**
   * Returns log Σ e^{terms[k]}; {@code -∞} for no terms. The largest term is factored out, the rest
   * is summed with compensation, so the absolute error doesn't grow with their number.
   *
   * @throws IllegalArgumentException if a term is NaN
   */
  public static double logSumExp(double... terms) {
    double max = Double.NEGATIVE_INFINITY;
    for (double term : terms) {
      requireNumber(term, "terms");
      max = Math.max(max, term);
    }
    if (Double.isInfinite(max)) {
      return max;
    }
    CompensatedSum sum = new CompensatedSum();
    for (double term : terms) {
      sum.add(StrictMath.exp(term - max));
    }
    // Taking the one largest term out again keeps the digits of a small remainder.
    sum.add(-1);
    return max + StrictMath.log1p(sum.value());
  }

  /**
   * Returns log(1 − eˣ) for x ≤ 0; {@code -∞} at 0.
   *
   * @throws IllegalArgumentException if x &gt; 0 or NaN
   */
  public static double log1mExp(double x) {
    if (!(x <= 0)) {
      throw new IllegalArgumentException(
          "x: need x <= 0, got " + x + "; 1 - exp(x) has no real logarithm above 0");
    }
    // Either form loses digits on the other side of e^x = 1/2.
    return x > -LN2 ? StrictMath.log(-StrictMath.expm1(x)) : StrictMath.log1p(-StrictMath.exp(x));
  }

  /** Returns log(1 + eˣ), for any x; NaN gives NaN. */
  public static double softplus(double x) {
    return x > 0 ? x + StrictMath.log1p(StrictMath.exp(-x)) : StrictMath.log1p(StrictMath.exp(x));
  }

  /**
   * Returns log(log(1 + eˣ)), for any x; tends to x as x → −∞, where 1 + eˣ has long rounded to 1.
   * Absolute error of a few 2⁻⁵³ near its zero x = log(e − 1); NaN gives NaN.
   */
  public static double logSoftplus(double x) {
    if (x >= -1) {
      return StrictMath.log(softplus(x));
    }
    double y = StrictMath.exp(x);
    return y == 0 ? x : x + StrictMath.log(StrictMath.log1p(y) / y);
  }

  /** Returns (1 − e⁻ᶻ)/z, for any z, with its limit 1 at z = 0; NaN gives NaN. */
  public static double expm1Ratio(double z) {
    if (z == 0) {
      return 1;
    }
    return z == Double.NEGATIVE_INFINITY ? -z : -StrictMath.expm1(-z) / z;
  }

  private static void requireNumber(double value, String name) {
    if (Double.isNaN(value)) {
      throw new IllegalArgumentException(name + ": need a number or an infinity, got NaN");
    }
  }
}
