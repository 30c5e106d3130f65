package org.grokcheck.math;

import java.math.BigDecimal;
import org.apache.commons.numbers.core.DD;

/**
 * Logarithms in double-double arithmetic (about 31 digits), which Commons Numbers doesn't offer.
 */
final class ExtendedLog {
  static final DD LN2 = DD.from(new BigDecimal("0.693147180559945309417232121458176568075500134"));
  private static final DD HALF_LOG_2PI =
      DD.from(new BigDecimal("0.918938533204672741780329736405617639861397474"));

  /** s² is at most 0.0295 in the series below, so 22 terms reach 1e-34. */
  private static final int TERMS = 22;

  /** 18! is the largest factorial that a double holds exactly. */
  private static final int EXACT_FACTORIAL = 18;

  /** B₂ⱼ/(2j(2j−1)), j = 1, 2, …: with nine terms the error at n = 19 is below 1e-22. */
  private static final double[] STIRLING = {
    1.0 / 12,
    -1.0 / 360,
    1.0 / 1260,
    -1.0 / 1680,
    1.0 / 1188,
    -691.0 / 360360,
    1.0 / 156,
    -3617.0 / 122400,
    43867.0 / 244188
  };

  private ExtendedLog() {}

  /** log x for a positive normal x, to about 1e-31 relative: 2 artanh((m−1)/(m+1)) + e log 2. */
  static DD log(DD x) {
    int[] exponent = new int[1];
    DD mantissa = x.frexp(exponent);
    if (mantissa.hi() < Math.sqrt(0.5)) {
      mantissa = mantissa.scalb(1);
      exponent[0]--;
    }
    DD s = mantissa.subtract(1).divide(mantissa.add(1));
    DD square = s.square();
    DD sum = DD.ZERO;
    for (int k = TERMS; k >= 0; k--) {
      sum = sum.multiply(square).add(DD.ONE.divide(2 * k + 1));
    }
    return s.multiply(sum).scalb(1).add(LN2.multiply(exponent[0]));
  }

  /** log n! with an absolute error of about 1e-19 (that of Stirling's correction in doubles). */
  static DD logFactorial(int n) {
    if (n <= EXACT_FACTORIAL) {
      double product = 1;
      for (int k = 2; k <= n; k++) {
        product *= k;
      }
      return log(DD.of(product));
    }
    double reciprocal = 1.0 / n;
    double correction = 0;
    for (int j = STIRLING.length - 1; j >= 0; j--) {
      correction = correction * reciprocal * reciprocal + STIRLING[j];
    }
    DD leading = log(DD.of(n)).multiply(n + 0.5).subtract(n);
    return leading.add(HALF_LOG_2PI).add(correction * reciprocal);
  }
}
