package org.grokcheck.beck;

import java.math.BigInteger;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.junit.jupiter.api.Test;

/** What stands for the training fraction of App. B: 1/λ = N/d, not λ. */
class TrainingFractionProperties {
  private static final int MOST_POINTS = 60;

  /** Dichotomies of N points in d dimensions, by c(N, d) = c(N − 1, d) + c(N − 1, d − 1). */
  private static BigInteger[][] dichotomies() {
    BigInteger[][] count = new BigInteger[MOST_POINTS + 1][MOST_POINTS + 1];
    for (int n = 1; n <= MOST_POINTS; n++) {
      for (int d = 0; d <= MOST_POINTS; d++) {
        if (d == 0) {
          count[n][d] = BigInteger.ZERO;
        } else if (n == 1) {
          count[n][d] = BigInteger.TWO;
        } else {
          count[n][d] = count[n - 1][d].add(count[n - 1][d - 1]);
        }
      }
    }
    return count;
  }

  @Test
  @Checks("beck.appb.alpha")
  void moreDataAndNotALargerLambdaLeadsToGeneralization() {
    BigInteger[][] count = dichotomies();
    for (int d = 1; d < MOST_POINTS; d++) {
      for (int n = d; n < MOST_POINTS; n++) {
        Wendel here = Wendel.of(n, d);
        exactly("dichotomies of N points, over 2", n, d)
            .expectingExactly(count[n][d].shiftRight(1))
            .holds(here.favourable())
            .rejects("one dimension less", count[n][d - 1].shiftRight(1));
        // p(N) = c(N)/2^N against p(N + 1) = c(N + 1)/2^(N+1), and p at d + 1.
        int withData = count[n + 1][d].compareTo(count[n][d].shiftLeft(1));
        int withDimension = count[n][d + 1].compareTo(count[n][d]);
        exactly("whether a further point makes perfect generalization likelier", n, d)
            .expectingExactly(true)
            .holds(withData < 0)
            .rejects("a further dimension, so that λ rises as α does", withDimension < 0);
        exactly("whether it is likelier than not beyond 1/λ = 2 and nowhere else", n, d)
            .expectingExactly(n > 2 * d)
            .holds(here.favourable().shiftLeft(2).compareTo(BigInteger.ONE.shiftLeft(n)) < 0)
            .rejects("beyond λ = 1/2", 2 * d > n);
      }
    }
  }

  private static Check exactly(String quantity, int n, int d) {
    return Check.of("beck.appb.alpha", quantity).by(Oracle.EXACT).at("N", n, "d", d);
  }
}
