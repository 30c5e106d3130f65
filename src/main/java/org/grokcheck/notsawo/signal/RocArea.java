package org.grokcheck.notsawo.signal;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.grokcheck.math.exact.Rational;

/**
 * The area under the ROC curve of a score, U/(n₁n₂) (claim {@code notsawo.ext.auc}): the share of
 * pairs in which the positive case has the larger score, ties counting one half.
 */
public final class RocArea {
  /** Sizes up to which the null law is enumerated. */
  public static final int MAX_EXACT = 200;

  private RocArea() {}

  /** An interval around an estimate. */
  public record Interval(double estimate, double low, double high) {
    /** Whether it holds the value. */
    public boolean holds(double value) {
      return low <= value && value <= high;
    }
  }

  /**
   * Returns the area.
   *
   * @param positives scores of one class, at least one
   * @param negatives scores of the other, at least one
   * @throws IllegalArgumentException if a class is empty or a score is NaN
   */
  public static double of(double[] positives, double[] negatives) {
    requireScores("positives", positives);
    requireScores("negatives", negatives);
    double[] sorted = negatives.clone();
    Arrays.sort(sorted);
    long twice = 0;
    for (double p : positives) {
      twice += below(sorted, p, false) + below(sorted, p, true);
    }
    return twice / (2.0 * positives.length * negatives.length);
  }

  /** How many are less than the value, or not more. */
  private static int below(double[] sorted, double value, boolean orEqual) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value || (orEqual && sorted[middle] == value)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Returns (n₁+n₂+1)/(12n₁n₂), the variance without association and without ties. */
  public static Rational nullVariance(long positives, long negatives) {
    requireSizes(positives, negatives);
    return Rational.of(positives)
        .plus(Rational.of(negatives).plus(Rational.ONE))
        .over(12)
        .over(positives)
        .over(negatives);
  }

  /** Returns 1/C(n₁+n₂, n₁), the probability of a perfect order without association. */
  public static Rational perfectProbability(int positives, int negatives) {
    requireSizes(positives, negatives);
    int fewer = Math.min(positives, negatives);
    Rational ways = Rational.ONE;
    for (int i = 1; i <= fewer; i++) {
      ways = ways.times((long) positives + negatives - fewer + i).over(i);
    }
    return Rational.ONE.over(ways);
  }

  /**
   * Returns min(1, 2 min(P(U ≤ u), P(U ≥ u))) without association and without ties, exactly (claim
   * {@code notsawo.sec3.sign}): a sign chosen after seeing the data needs both tails.
   *
   * @param positives n₁, from 1 to {@value #MAX_EXACT}
   * @param negatives n₂, from 1 to {@value #MAX_EXACT}
   * @param pairs u, ordered pairs in which the positive score is larger, from 0 to n₁n₂
   */
  public static Rational twoSidedProbability(int positives, int negatives, int pairs) {
    BigInteger[] counts = nullCounts(positives, negatives);
    Require.that(
        pairs >= 0 && pairs < counts.length,
        "u: need a whole number from 0 to " + (counts.length - 1) + ", got " + pairs);
    BigInteger below = BigInteger.ZERO;
    BigInteger above = BigInteger.ZERO;
    BigInteger all = BigInteger.ZERO;
    for (int u = 0; u < counts.length; u++) {
      all = all.add(counts[u]);
      below = u <= pairs ? below.add(counts[u]) : below;
      above = u >= pairs ? above.add(counts[u]) : above;
    }
    Rational tail = new Rational(below.min(above).shiftLeft(1), all);
    return tail.compareTo(Rational.ONE) > 0 ? Rational.ONE : tail;
  }

  /**
   * Returns how many of the C(n₁+n₂, n₁) orders have each U: the coefficients of the Gaussian
   * binomial Π (1 − x^{n₂+i})/(1 − x^i).
   */
  private static BigInteger[] nullCounts(int positives, int negatives) {
    requireSizes(positives, negatives);
    Require.that(
        positives <= MAX_EXACT && negatives <= MAX_EXACT,
        "n1, n2: need at most %d each, got %d and %d".formatted(MAX_EXACT, positives, negatives));
    BigInteger[] counts = new BigInteger[positives * negatives + 1];
    Arrays.fill(counts, BigInteger.ZERO);
    counts[0] = BigInteger.ONE;
    for (int i = 1; i <= positives; i++) {
      for (int u = counts.length - 1; u >= negatives + i; u--) {
        counts[u] = counts[u].subtract(counts[u - negatives - i]);
      }
      for (int u = i; u < counts.length; u++) {
        counts[u] = counts[u].add(counts[u - i]);
      }
    }
    return counts;
  }

  /**
   * Returns the area with a bootstrap interval: both classes are drawn anew with replacement, and
   * quantiles of the areas taken.
   *
   * @param confidence such as 0.95, in (0, 1)
   * @param draws at least 100
   * @param random where the draws come from
   */
  public static Interval bootstrap(
      double[] positives,
      double[] negatives,
      double confidence,
      int draws,
      RandomGenerator random) {
    Require.that(
        confidence > 0 && confidence < 1, "confidence: need it in (0, 1), got " + confidence);
    Require.that(draws >= 100, "draws: need at least 100, got " + draws);
    double[] areas = new double[draws];
    for (int k = 0; k < draws; k++) {
      areas[k] = of(drawn(positives, random), drawn(negatives, random));
    }
    Arrays.sort(areas);
    double tail = (1 - confidence) / 2;
    int low = (int) Math.floor(tail * (draws - 1));
    return new Interval(of(positives, negatives), areas[low], areas[draws - 1 - low]);
  }

  private static double[] drawn(double[] scores, RandomGenerator random) {
    double[] drawn = new double[scores.length];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = scores[random.nextInt(scores.length)];
    }
    return drawn;
  }

  private static void requireSizes(long positives, long negatives) {
    Require.that(
        positives >= 1 && negatives >= 1,
        "n_pos, n_neg: need at least 1 each, got %d and %d".formatted(positives, negatives));
  }

  private static void requireScores(String name, double[] scores) {
    Require.that(scores.length > 0, name + ": need at least one score");
    for (int i = 0; i < scores.length; i++) {
      Require.that(!Double.isNaN(scores[i]), name + "[" + i + "]: need a number, got NaN");
    }
  }
}
