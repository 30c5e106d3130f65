package org.grokcheck.notsawo.dimension;

/**
 * The ratio of the fitted dimension to n/Σ log μ for ratios that lie on the fitted line, −(1/n) Σ
 * log(1 − F_i) (claims {@code notsawo.apph.relation} and {@code notsawo.ext.cn}): both tend to 1.
 */
public final class FitConstant {
  /** From here on Stirling's series below is exact to 1e-17. */
  private static final long LARGE = 64;

  private static final double LOG_TWO_PI = 1.8378770664093453;

  private FitConstant() {}

  /**
   * log(n + 1) − log(n!)/n, for F_i = i/(n + 1).
   *
   * @throws IllegalArgumentException if n &lt; 1
   */
  public static double overOneMore(long n) {
    requirePositive(n);
    return n < LARGE
        ? StrictMath.log(n + 1.0) - logFactorial((int) n) / (double) n
        : StrictMath.log1p(1.0 / n) + entropy((double) n);
  }

  /**
   * −[log (n − 1)! − (n − 1) log n]/n, for F_i = i/n without i = n.
   *
   * @throws IllegalArgumentException if n &lt; 1
   */
  public static double largestDropped(long n) {
    requirePositive(n);
    return n < LARGE
        ? StrictMath.log((double) n) - logFactorial((int) n) / (double) n
        : entropy((double) n);
  }

  /** log n − log(n!)/n = 1 − log(2πn)/(2n) − 1/(12n²) + 1/(360n⁴) − 1/(1260n⁶). */
  private static double entropy(double n) {
    double square = 1 / (n * n);
    double series = square * (-1.0 / 12 + square * (1.0 / 360 - square / 1260));
    return 1 - (LOG_TWO_PI + StrictMath.log(n)) / (2 * n) + series;
  }

  private static double logFactorial(int n) {
    double sum = 0;
    for (int i = 2; i <= n; i++) {
      sum += StrictMath.log(i);
    }
    return sum;
  }

  private static void requirePositive(long n) {
    if (n < 1) {
      throw new IllegalArgumentException("n: need at least 1, got " + n);
    }
  }
}
