package org.grokcheck.beck;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.oracle.Decimal;
import org.grokcheck.oracle.FairTosses;
import org.junit.jupiter.api.Test;

/** Symmetry and tail bound of Wendel's probability, for every d and all N up to a limit. */
class WendelBoundProperties {
  private static final int MOST_POINTS = 150;

  @Test
  @Checks("beck.ext.wendel-tail")
  void dimensionsBeyondAndBelowHalfTheNumberAddUpToOne() {
    for (int n = 2; n <= MOST_POINTS; n++) {
      BigInteger all = BigInteger.TWO.pow(n - 1);
      for (int d = 1; d < n; d++) {
        Check.of("beck.ext.wendel-tail", "p(N, d) + p(N, N−d) = 1")
            .part("symmetry")
            .by(Oracle.EXACT)
            .at("N", n, "d", d)
            .expectingExactly(all)
            .holds(Wendel.of(n, d).favourable().add(Wendel.of(n, n - d).favourable()))
            .rejects(
                "N − d + 1 for N − d",
                Wendel.of(n, d).favourable().add(Wendel.of(n, n - d + 1).favourable()));
      }
    }
  }

  @Test
  @Checks("beck.ext.wendel-tail")
  void liesBelowTheBound() {
    for (int n = 2; n <= MOST_POINTS; n += n < 40 ? 1 : 11) {
      FairTosses tosses = FairTosses.of(n - 1);
      for (int d = 1; 2 * (d - 1) <= n - 1; d++) {
        double logP = logProbability(tosses.fewerThan(d), n);
        double bound = new WendelApproximation(n, d).logTailBound();
        Check.of("beck.ext.wendel-tail", "−log of the bound, at most −log p")
            .part("bound")
            .by(Oracle.TABLE)
            .at("N", n, "d", d)
            .expectingAtMost(-logP, new Tolerance.Ulp(2, "logarithm to 60 digits; three roundings"))
            .holds(-bound)
            .rejects("exponent without ½", -2 * bound)
            .rejects("N − 1 − 2(d − 2)", -shifted(n, d));
        checkFormula(n, d, bound);
      }
    }
  }

  private static double logProbability(BigInteger favourable, int n) {
    BigDecimal all = new BigDecimal(BigInteger.TWO.pow(n - 1));
    return Decimal.log(Decimal.over(new BigDecimal(favourable), all)).doubleValue();
  }

  private static void checkFormula(int n, int d, double bound) {
    double shortfall = n - 1 - 2.0 * (d - 1);
    Check.of("beck.ext.wendel-tail", "log of the bound")
        .part("bound")
        .at("N", n, "d", d)
        .expecting(-shortfall * shortfall / (2.0 * (n - 1)), new Tolerance.Ulp(2, "two roundings"))
        .holds(bound);
  }

  private static double shifted(int n, int d) {
    double shortfall = n - 1 - 2.0 * (d - 2);
    return -shortfall * shortfall / (2.0 * (n - 1));
  }
}
