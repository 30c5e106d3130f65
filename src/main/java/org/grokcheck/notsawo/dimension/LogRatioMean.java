package org.grokcheck.notsawo.dimension;

/**
 * E log(T_k/T_j) = (H_{k−1} − H_{j−1})/m for the distances to the k-th and j-th neighbour of a
 * point of a homogeneous Poisson process in m dimensions (claim {@code notsawo.ext.harmonic}).
 */
public final class LogRatioMean {
  /** Terms added up one by one; so many rounding errors stay below 1e-13 of a positive sum. */
  private static final long DIRECT = 100_000;

  /** From here on the Euler-Maclaurin series below is exact to 1e-20. */
  private static final long FAR = 100;

  private LogRatioMean() {}

  /**
   * The mean.
   *
   * @param j from 1
   * @param k above j
   * @param dimension m, positive and finite
   * @throws IllegalArgumentException if one is out of range
   */
  public static double of(long j, long k, double dimension) {
    if (j < 1 || k <= j) {
      throw new IllegalArgumentException("j, k: need 1 <= j < k, got j = " + j + ", k = " + k);
    }
    if (!(dimension > 0) || Double.isInfinite(dimension)) {
      throw new IllegalArgumentException("m: need a finite number above 0, got " + dimension);
    }
    return harmonicDifference(j, k) / dimension;
  }

  /** 1/j + ... + 1/(k − 1). */
  private static double harmonicDifference(long j, long k) {
    if (k - j <= DIRECT) {
      return direct(j, k);
    }
    long middle = Math.max(j, FAR);
    return direct(j, middle) + far(middle, k);
  }

  private static double direct(long j, long k) {
    double sum = 0;
    for (long i = k - 1; i >= j; i--) {
      sum += 1.0 / i;
    }
    return sum;
  }

  /** ψ(k) − ψ(j), ψ(x) = log x − 1/(2x) − 1/(12x²) + 1/(120x⁴) − 1/(252x⁶). */
  private static double far(long j, long k) {
    double gap = (double) (k - j);
    return StrictMath.log1p(gap / j) + gap / (2.0 * j * k) + tail((double) k) - tail((double) j);
  }

  private static double tail(double x) {
    double square = 1 / (x * x);
    return square * (-1.0 / 12 + square * (1.0 / 120 - square / 252));
  }
}
