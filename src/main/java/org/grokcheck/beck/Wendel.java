package org.grokcheck.beck;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * Wendel's probability that N points of a symmetric law in general position in d dimensions lie in
 * an open half-space through the origin, p = 2^{−(N−1)} Σ_{k&lt;d} C(N−1, k), in exact integers
 * (claims {@code beck.eq17}, {@code beck.eq19}, {@code beck.appa.binomial}).
 *
 * <p>N goes up to {@link #MAX_POINTS}; the sum then takes some tenths of a second. Its logarithm is
 * finite where p or 1 − p underflows.
 */
public final class Wendel {
  /** The largest N that is summed exactly. */
  public static final int MAX_POINTS = 100_000;

  private static final double LN2 = StrictMath.log(2);

  /** Bits kept of an exact integer before rounding: the rest is below 2⁻⁶⁰ of it. */
  private static final int KEPT_BITS = 62;

  private final int points;
  private final BigInteger favourable;

  private Wendel(int points, BigInteger favourable) {
    this.points = points;
    this.favourable = favourable;
  }

  /**
   * Returns the probability for N points in d dimensions.
   *
   * @param points N, from 1 to {@link #MAX_POINTS}
   * @param dimension d ≥ 1; p = 1 for d ≥ N
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static Wendel of(int points, int dimension) {
    Require.within("N (points)", points, 1, MAX_POINTS);
    Require.atLeast("d (dimension)", dimension, 1);
    BigInteger all = BigInteger.ONE.shiftLeft(points - 1);
    if (dimension >= points) {
      return new Wendel(points, all);
    }
    // Σ_{k<d} = 2^{N−1} − Σ_{k<N−d}: the shorter sum has at most N/2 terms.
    return 2 * dimension <= points
        ? new Wendel(points, binomialSum(points - 1, dimension))
        : new Wendel(points, all.subtract(binomialSum(points - 1, points - dimension)));
  }

  /**
   * Returns the limit of p as d → ∞ at fixed λ = d/N, eq. (19): 0, ½, 1 for λ below, at, above ½.
   *
   * @param lambda λ ≥ 0
   */
  public static double stepLimit(double lambda) {
    Require.atLeast("lambda", lambda, 0);
    return 0.5 * (1 + Math.signum(lambda - 0.5));
  }

  /** Returns Σ_{k&lt;d} C(N−1, k), the numerator of p over 2^{N−1}. */
  public BigInteger favourable() {
    return favourable;
  }

  /** Returns p, correctly rounded but for subnormal results. */
  public double probability() {
    return ratio(favourable);
  }

  /** Returns 1 − p with all its digits. */
  public double complement() {
    return ratio(unfavourable());
  }

  /** Returns log p (natural). */
  public double logProbability() {
    return log(favourable, unfavourable());
  }

  /** Returns log(1 − p) (natural); {@code -∞} for d ≥ N. */
  public double logComplement() {
    return log(unfavourable(), favourable);
  }

  /**
   * Returns p to the given number of digits.
   *
   * @param precision digits and rounding
   */
  public BigDecimal probability(MathContext precision) {
    BigDecimal all = new BigDecimal(BigInteger.ONE.shiftLeft(points - 1));
    return new BigDecimal(favourable).divide(all, precision);
  }

  /**
   * The sentence after eq. (17) reads p as the probability of more than d successes in N − 1 fair
   * trials; it is that of fewer than d ({@code beck.appa.binomial}).
   *
   * @param points N, from 1 to {@link #MAX_POINTS}
   * @param dimension d ≥ 1
   */
  public static double asPrintedBinomialReading(int points, int dimension) {
    Require.atLeast("d (dimension)", dimension, 1);
    return dimension + 1 >= points ? 0 : of(points, dimension + 1).complement();
  }

  private BigInteger unfavourable() {
    return BigInteger.ONE.shiftLeft(points - 1).subtract(favourable);
  }

  /** Σ_{k<terms} C(n, k). */
  private static BigInteger binomialSum(int n, int terms) {
    Split all = Split.of(n, 1, terms);
    return BigInteger.ONE.add(all.sum.divide(all.denominator));
  }

  /**
   * Binary splitting: over k from a to b − 1, the products of the ratios C(n, k)/C(n, k − 1) and
   * the sum of their partial products, as sum/denominator.
   */
  private record Split(BigInteger numerator, BigInteger denominator, BigInteger sum) {
    static Split of(int n, int from, int to) {
      if (from >= to) {
        return new Split(BigInteger.ONE, BigInteger.ONE, BigInteger.ZERO);
      }
      if (to - from == 1) {
        BigInteger numerator = BigInteger.valueOf(n - from + 1L);
        return new Split(numerator, BigInteger.valueOf(from), numerator);
      }
      int middle = (from + to) >>> 1;
      return of(n, from, middle).then(of(n, middle, to));
    }

    private Split then(Split next) {
      return new Split(
          numerator.multiply(next.numerator),
          denominator.multiply(next.denominator),
          sum.multiply(next.denominator).add(numerator.multiply(next.sum)));
    }
  }

  private double ratio(BigInteger part) {
    int shift = part.bitLength() - KEPT_BITS;
    if (shift <= 0) {
      return Math.scalb(part.doubleValue(), 1 - points);
    }
    BigInteger head = part.shiftRight(shift);
    // A last bit for what was cut off, lest it be taken for half a unit and rounded to even.
    BigInteger sticky = part.getLowestSetBit() < shift ? head.setBit(0) : head;
    return Math.scalb(sticky.doubleValue(), shift - (points - 1));
  }

  private double log(BigInteger part, BigInteger rest) {
    if (part.signum() == 0) {
      return Double.NEGATIVE_INFINITY;
    }
    if (part.compareTo(rest) > 0) {
      return StrictMath.log1p(-ratio(rest));
    }
    int shift = Math.max(0, part.bitLength() - KEPT_BITS);
    return StrictMath.log(part.shiftRight(shift).doubleValue()) + (shift - (points - 1)) * LN2;
  }
}
