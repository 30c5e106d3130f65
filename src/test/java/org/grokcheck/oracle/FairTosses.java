package org.grokcheck.oracle;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/** How many outcomes of n fair tosses have fewer than d heads, by additions alone. */
public final class FairTosses {
  private final int tosses;
  private final BigInteger[] fewer;

  private FairTosses(int tosses, BigInteger[] fewer) {
    this.tosses = tosses;
    this.fewer = fewer;
  }

  /** All counts for n tosses: c(n+1, d) = c(n, d) + c(n, d−1), by the outcome of the last toss. */
  public static FairTosses of(int tosses) {
    BigInteger[] counts = new BigInteger[tosses + 2];
    counts[0] = BigInteger.ZERO;
    for (int d = 1; d < counts.length; d++) {
      counts[d] = BigInteger.ONE;
    }
    for (int n = 0; n < tosses; n++) {
      for (int d = counts.length - 1; d >= 1; d--) {
        counts[d] = counts[d].add(counts[d - 1]);
      }
    }
    return new FairTosses(tosses, counts);
  }

  /** Outcomes with fewer than d heads, 0 ≤ d ≤ n + 1. */
  public BigInteger fewerThan(int heads) {
    return fewer[heads];
  }

  /** Their probability, rounded once. */
  public double probability(int heads) {
    return new BigDecimal(fewer[heads])
        .divide(new BigDecimal(BigInteger.TWO.pow(tosses)), MathContext.DECIMAL128)
        .doubleValue();
  }
}
