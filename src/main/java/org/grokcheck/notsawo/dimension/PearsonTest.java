package org.grokcheck.notsawo.dimension;

import java.math.BigDecimal;
import java.math.MathContext;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * Student's test of a correlation of n independent Gaussian pairs against 0, by which the p-value
 * beside a correlation says how many pairs it has (claim {@code notsawo.apph.pearson}).
 *
 * @param pairs n, at least 3
 * @param correlation r in (−1, 1)
 */
public record PearsonTest(int pairs, BigDecimal correlation) {

  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if n or r is out of range
   */
  public PearsonTest {
    if (pairs < 3) {
      throw new IllegalArgumentException("n: need at least 3 pairs, got " + pairs);
    }
    if (correlation.abs().compareTo(BigDecimal.ONE) >= 0) {
      throw new IllegalArgumentException("r: need a number in (-1, 1), got " + correlation);
    }
  }

  /** 1 − r², formed exactly. */
  private BigDecimal unexplained() {
    return BigDecimal.ONE.subtract(correlation.multiply(correlation));
  }

  /** t = r √((n − 2)/(1 − r²)), which has n − 2 degrees of freedom. */
  public double statistic() {
    BigDecimal square =
        BigDecimal.valueOf(pairs - 2L).divide(unexplained(), MathContext.DECIMAL128);
    return correlation.multiply(square.sqrt(MathContext.DECIMAL128)).doubleValue();
  }

  /** P(|t_{n−2}| ≥ |t|) = I_{1−r²}((n − 2)/2, ½), the regularised incomplete beta function. */
  public double twoSided() {
    return RegularizedBeta.value(unexplained().doubleValue(), (pairs - 2) / 2.0, 0.5);
  }
}
