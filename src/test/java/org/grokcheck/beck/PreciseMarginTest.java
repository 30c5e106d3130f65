package org.grokcheck.beck;

import static org.grokcheck.oracle.Decimal.minus;
import static org.grokcheck.oracle.Decimal.over;
import static org.grokcheck.oracle.Decimal.plus;
import static org.grokcheck.oracle.Decimal.times;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.grokcheck.evidence.Infrastructure;
import org.grokcheck.oracle.Decimal;
import org.grokcheck.oracle.GaussianTail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Margins to more digits than a double has. */
@Infrastructure("the digits of an answer belong to no claim")
class PreciseMarginTest {
  /** By Newton's method on (1 + κ²)Φ(κ) + κφ(κ) = λ in 60 digits, from the double. */
  private static BigDecimal kappa(BigDecimal lambda) {
    BigDecimal k = new BigDecimal(ProportionalMargin.ofLambda(lambda));
    for (int step = 0; step < 3; step++) {
      BigDecimal cdf = GaussianTail.upper(k.negate());
      BigDecimal density = GaussianTail.density(k);
      BigDecimal value = plus(times(plus(BigDecimal.ONE, times(k, k)), cdf), times(k, density));
      BigDecimal slope = times(Decimal.TWO, plus(times(k, cdf), density));
      k = minus(k, over(minus(value, lambda), slope));
    }
    return k;
  }

  private static double relative(BigDecimal actual, BigDecimal expected) {
    return over(minus(actual, expected), expected).abs().doubleValue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.5000001", "0.6", "1", "20", "90", "150", "2000"})
  void rootsHaveThirtyFiveDigits(String text) {
    BigDecimal lambda = new BigDecimal(text);
    BigDecimal expected = kappa(lambda);
    assertTrue(relative(ProportionalMargin.preciseOfLambda(lambda), expected) < 1e-35);
    BigDecimal sigma = new BigDecimal("0.3");
    BigDecimal root = times(times(sigma, sigma), expected);
    BigDecimal square = over(BigDecimal.ONE, times(root, root));
    assertTrue(relative(ProportionalMargin.squaredLimitThreshold(lambda, sigma), square) < 1e-35);
  }

  @Test
  void thresholdsOfDataSetsAreExactQuotients() {
    HardMargin set =
        HardMargin.of(List.of(List.of(new BigDecimal("3e-7"), new BigDecimal("-4e-7"))));
    BigDecimal square = set.squaredLimitThreshold(new BigDecimal("0.5"));
    assertEquals(0, square.compareTo(new BigDecimal("1.6e13")));
    assertThrows(IllegalArgumentException.class, () -> set.squaredLimitThreshold(BigDecimal.ZERO));
    List<BigDecimal> point = List.of(BigDecimal.ONE);
    HardMargin around = HardMargin.of(List.of(point, List.of(BigDecimal.ONE.negate())));
    assertThrows(IllegalStateException.class, () -> around.squaredLimitThreshold(BigDecimal.ONE));
  }
}
