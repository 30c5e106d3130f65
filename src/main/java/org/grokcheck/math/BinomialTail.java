package org.grokcheck.math;

import java.math.BigDecimal;
import org.apache.commons.numbers.core.DD;

/**
 * Tails of the number of heads X in n fair trials, also where they underflow.
 *
 * <p>For 2k &lt; n, P(X ≤ k) = 2⁻ⁿ C(n,k) (1 + k/(n−k+1) + k(k−1)/((n−k+1)(n−k+2)) + …), a sum of
 * about 6√n positive terms at most. Both factors and their logarithms are carried in double-double
 * arithmetic, so the only error is the rounding of the result: probabilities are right to 2 ulp,
 * and a logarithm L is right to 1 ulp, which by itself changes e^L by |L|·2⁻⁵³ (8e-14 at the edge
 * of underflow). The upper half follows by symmetry and complement.
 */
public final class BinomialTail {
  private BinomialTail() {}

  /**
   * Returns log P(X ≤ k).
   *
   * @param n number of fair trials, not negative
   * @param k any count: {@code -∞} below 0, 0 from n on
   * @throws IllegalArgumentException if n is negative
   */
  public static double logBinomialCdf(int n, int k) {
    requireTrials(n);
    if (k < 0) {
      return Double.NEGATIVE_INFINITY;
    }
    if (k >= n) {
      return 0;
    }
    return inLowerHalf(n, k)
        ? logLowerTail(n, k).doubleValue()
        : StrictMath.log1p(-lowerTail(n, n - k - 1));
  }

  /**
   * Returns log P(X &gt; k); arguments as for {@link #logBinomialCdf}.
   *
   * @throws IllegalArgumentException if n is negative
   */
  public static double logBinomialSf(int n, int k) {
    return logBinomialCdf(n, flipped(n, k));
  }

  /**
   * Returns P(X ≤ k), 0 where it underflows; arguments as for {@link #logBinomialCdf}.
   *
   * @throws IllegalArgumentException if n is negative
   */
  public static double binomialCdf(int n, int k) {
    requireTrials(n);
    if (k < 0 || k >= n) {
      return k < 0 ? 0 : 1;
    }
    return inLowerHalf(n, k) ? lowerTail(n, k) : 1 - lowerTail(n, n - k - 1);
  }

  /**
   * Returns P(X &gt; k); arguments as for {@link #logBinomialCdf}.
   *
   * @throws IllegalArgumentException if n is negative
   */
  public static double binomialSf(int n, int k) {
    return binomialCdf(n, flipped(n, k));
  }

  /**
   * Returns P(X ≤ k) as a decimal with about 16 right digits, however small it is.
   *
   * @throws IllegalArgumentException if n is negative
   */
  public static BigDecimal binomialCdfAsDecimal(int n, int k) {
    return k >= 0 && k < n && inLowerHalf(n, k)
        ? Decimals.expAsDecimal(logLowerTail(n, k).bigDecimalValue())
        : new BigDecimal(binomialCdf(n, k));
  }

  /** P(X &gt; k) = P(X ≤ n − k − 1), with counts outside 0..n kept outside. */
  private static int flipped(int n, int k) {
    return n - 1 - Math.max(-1, Math.min(n, k));
  }

  private static boolean inLowerHalf(int n, int k) {
    return k < n - k;
  }

  private static double lowerTail(int n, int k) {
    DD log = logLowerTail(n, k);
    double head = StrictMath.exp(log.hi());
    return head + head * log.lo();
  }

  private static DD logLowerTail(int n, int k) {
    DD logChoose =
        ExtendedLog.logFactorial(n)
            .subtract(ExtendedLog.logFactorial(k))
            .subtract(ExtendedLog.logFactorial(n - k));
    return logChoose.subtract(ExtendedLog.LN2.multiply(n)).add(ExtendedLog.log(ratioSum(n, k)));
  }

  /** Σⱼ C(n, k−j)/C(n, k) over j ≥ 0. */
  private static DD ratioSum(int n, int k) {
    DD term = DD.ONE;
    DD sum = DD.ONE;
    for (int j = 0; j < k && term.hi() > 1e-22 * sum.hi(); j++) {
      term = term.multiply(k - j).divide(n - k + 1.0 + j);
      sum = sum.add(term);
    }
    return sum;
  }

  private static void requireTrials(int n) {
    if (n < 0) {
      throw new IllegalArgumentException("n: need a number of trials n >= 0, got " + n);
    }
  }
}
