package org.grokcheck.oracle;

import java.math.BigDecimal;

/** Mean losses of outputs given as doubles, to 55 digits. */
public final class PreciseLoss {
  private PreciseLoss() {}

  /** (1/n) Σ_i log Σ_j e^{f_ij − f_iy}. */
  public static double crossEntropy(double[][] outputs, int[] labels) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < outputs.length; i++) {
      BigDecimal own = Decimal.of(outputs[i][labels[i]]);
      BigDecimal powers = BigDecimal.ZERO;
      for (double output : outputs[i]) {
        powers = powers.add(Decimal.exp(Decimal.of(output).subtract(own)));
      }
      sum = sum.add(Decimal.log(powers));
    }
    return Decimal.over(sum, BigDecimal.valueOf(outputs.length)).doubleValue();
  }

  /** (1/nK) Σ (f − y)². */
  public static double squared(double[][] outputs, double[][] targets) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < outputs.length; i++) {
      for (int k = 0; k < outputs[i].length; k++) {
        BigDecimal residual = Decimal.of(outputs[i][k]).subtract(Decimal.of(targets[i][k]));
        sum = sum.add(residual.multiply(residual));
      }
    }
    long terms = (long) outputs.length * outputs[0].length;
    return Decimal.over(sum, BigDecimal.valueOf(terms)).doubleValue();
  }
}
