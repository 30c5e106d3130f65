package org.grokcheck.beck.eval;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.Supplier;
import org.grokcheck.math.Decimals;
import org.grokcheck.math.FarTail;
import org.grokcheck.math.Normal;

/** Numbers that may lie outside the range of double, in and out. */
final class Magnitudes {
  static final double LN10 = StrictMath.log(10);

  /** Beyond it the power of ten doesn't fit a {@link BigDecimal}. */
  private static final double LARGEST_LOG = 4e9;

  /** Up to it a square of 60 digits fixes the tail's. */
  private static final BigDecimal LARGEST_SQUARE = new BigDecimal("1e40");

  private Magnitudes() {}

  /**
   * Returns log of a positive decimal, whatever its power of ten.
   *
   * @throws IllegalArgumentException if the value isn't positive
   */
  static double log(String name, BigDecimal value) {
    if (value.signum() <= 0) {
      throw new IllegalArgumentException(name + ": need a number above 0, got " + value);
    }
    double nearest = value.doubleValue();
    if (nearest >= Double.MIN_NORMAL && nearest < Double.POSITIVE_INFINITY) {
      return StrictMath.log(nearest);
    }
    int exponent = value.precision() - value.scale() - 1;
    double mantissa = value.scaleByPowerOfTen(-exponent).round(MathContext.DECIMAL64).doubleValue();
    return StrictMath.log(mantissa) + exponent * LN10;
  }

  /**
   * Returns e^{naturalLog}, as a decimal where a double can't hold it; 0 where its power of ten
   * fits no {@link BigDecimal} either.
   */
  static Number exp(double naturalLog) {
    double nearest = StrictMath.exp(naturalLog);
    if ((nearest >= Double.MIN_NORMAL && nearest < Double.POSITIVE_INFINITY)
        || !Double.isFinite(naturalLog)) {
      return nearest;
    }
    return naturalLog < -LARGEST_LOG ? BigDecimal.ZERO : Decimals.expAsDecimal(naturalLog);
  }

  /** Returns a probability that is also known by its logarithm, which takes over in underflow. */
  static Number of(double value, double naturalLog) {
    return value < Double.MIN_NORMAL ? exp(naturalLog) : value;
  }

  /**
   * Returns 1 − Φ(z), as a decimal where a double can't hold it; 0 beyond z = 10²⁰.
   *
   * @param z threshold
   * @param square z², exact or nearly so; asked for only where 1 − Φ(z) underflows
   */
  static Number upperTail(double z, Supplier<BigDecimal> square) {
    double nearest = Normal.sf(z);
    if (!(nearest < Double.MIN_NORMAL) || Double.isInfinite(z)) {
      return nearest;
    }
    BigDecimal exact = square.get();
    return exact.compareTo(LARGEST_SQUARE) > 0 ? BigDecimal.ZERO : FarTail.sf(exact);
  }

  /** Returns log₁₀ from a natural logarithm. */
  static double log10(double naturalLog) {
    return naturalLog / LN10;
  }
}
