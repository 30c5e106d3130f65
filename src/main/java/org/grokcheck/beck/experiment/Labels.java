package org.grokcheck.beck.experiment;

import java.math.BigDecimal;

/** Numbers as a reader of a figure writes them: 0.5, 20, 1e-4. */
final class Labels {
  private Labels() {}

  static String number(double value) {
    BigDecimal exact = BigDecimal.valueOf(value).stripTrailingZeros();
    return Math.abs(value) >= 1 ? exact.toPlainString() : exact.toString().replace('E', 'e');
  }
}
