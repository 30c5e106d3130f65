package org.grokcheck.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BinomialTailProperties {
  @Property(tries = 300)
  void agreesWithExactCounts(
      @ForAll @IntRange(min = 1, max = 900) int n, @ForAll @IntRange(max = 900) int k) {
    BigInteger favourable = BigInteger.ZERO;
    BigInteger choose = BigInteger.ONE;
    for (int j = 0; j <= Math.min(n, k); j++) {
      favourable = favourable.add(choose);
      choose = choose.multiply(BigInteger.valueOf(n - j)).divide(BigInteger.valueOf(j + 1));
    }
    double exact =
        new BigDecimal(favourable).divide(new BigDecimal(BigInteger.TWO.pow(n))).doubleValue();
    assertEquals(exact, BinomialTail.binomialCdf(n, k), 2 * Math.ulp(exact));
    assertEquals(
        StrictMath.log(exact),
        BinomialTail.logBinomialCdf(n, k),
        0x1p-51 * Math.max(exact, -2 * StrictMath.log(exact)));
  }

  @Property
  void tailsMirrorAndAddUp(
      @ForAll @IntRange(max = 1_000_000) int n, @ForAll @IntRange(max = 1_000_000) int k) {
    assertEquals(BinomialTail.logBinomialCdf(n, n - k - 1), BinomialTail.logBinomialSf(n, k));
    assertEquals(1, BinomialTail.binomialCdf(n, k) + BinomialTail.binomialSf(n, k), 0x1p-52);
  }

  @Property
  void oneMoreTrialAveragesTwoTails(
      @ForAll @IntRange(min = 1, max = 100_000) int n, @ForAll @IntRange(max = 50_000) int k) {
    // Pascal's rule: P(Bin(n) <= k) = (P(Bin(n−1) <= k) + P(Bin(n−1) <= k−1))/2.
    double left = BinomialTail.logBinomialCdf(n, k);
    double right =
        LogDomain.logAddExp(
                BinomialTail.logBinomialCdf(n - 1, k), BinomialTail.logBinomialCdf(n - 1, k - 1))
            - StrictMath.log(2);
    assertEquals(left, right, 4 * Math.ulp(Math.max(1, Math.abs(left))));
  }
}
