package org.grokcheck.oracle;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;

/** Σ_{k&lt;d} C(N−1, k) in integers, by three ways that have nothing in common. */
public final class WendelSum {
  private static final double SMALL = 1e-4;

  /** SMALL to this power is below 1e-50. */
  private static final int TERMS = 14;

  private WendelSum() {}

  /** A product and a sum of partial products of the fractions numerator/denominator. */
  private record Split(BigInteger numerator, BigInteger denominator, BigInteger sum) {
    Split then(Split next) {
      return new Split(
          numerator.multiply(next.numerator),
          denominator.multiply(next.denominator),
          sum.multiply(next.denominator).add(numerator.multiply(next.sum)));
    }
  }

  /**
   * By binary splitting of 1 + (n/1)(1 + ((n−1)/2)(1 + …)), n = N − 1: fast for any N.
   *
   * @param points N
   * @param dimension d, from 1 to N
   */
  public static BigInteger bySplitting(int points, int dimension) {
    if (dimension == 1) {
      return BigInteger.ONE;
    }
    Split split = split(points - 1, 1, dimension);
    return split.sum.divide(split.denominator).add(BigInteger.ONE);
  }

  /** By F(N, d) = F(N−1, d) + F(N−1, d−1), F(1, d) = 1, F(N, 0) = 0: entry d of row N. */
  public static BigInteger[] byRecursion(int points, int mostDimension) {
    BigInteger[] row = new BigInteger[mostDimension + 1];
    Arrays.fill(row, BigInteger.ONE);
    row[0] = BigInteger.ZERO;
    for (int n = 2; n <= points; n++) {
      for (int d = mostDimension; d >= 1; d--) {
        row[d] = row[d].add(row[d - 1]);
      }
    }
    return row;
  }

  /** How many of the 2ⁿ sequences of n tosses have k heads, by looking at each of them. */
  public static long[] tosses(int n) {
    long[] withHeads = new long[n + 1];
    for (int sequence = 0; sequence < 1 << n; sequence++) {
      withHeads[Integer.bitCount(sequence)]++;
    }
    return withHeads;
  }

  /** A sum over 2^{N−1}, to 60 digits. */
  public static BigDecimal share(BigInteger sum, int points) {
    BigDecimal all = new BigDecimal(BigInteger.ONE.shiftLeft(points - 1));
    return new BigDecimal(sum).divide(all, Decimal.DIGITS);
  }

  /** log p for p = 1 − q, both given: by −Σ qᵏ/k where q is small. */
  public static BigDecimal logOfShare(BigDecimal p, BigDecimal q) {
    if (q.doubleValue() > SMALL) {
      return Decimal.log(p);
    }
    BigDecimal power = q;
    BigDecimal sum = BigDecimal.ZERO;
    for (int k = 1; k <= TERMS; k++) {
      sum = Decimal.minus(sum, Decimal.over(power, BigDecimal.valueOf(k)));
      power = Decimal.times(power, q);
    }
    return sum;
  }

  /** The fractions (n−j+1)/j for from ≤ j &lt; to. */
  private static Split split(int n, int from, int to) {
    if (to - from == 1) {
      BigInteger top = BigInteger.valueOf(n - from + 1);
      return new Split(top, BigInteger.valueOf(from), top);
    }
    int middle = (from + to) >>> 1;
    return split(n, from, middle).then(split(n, middle, to));
  }
}
