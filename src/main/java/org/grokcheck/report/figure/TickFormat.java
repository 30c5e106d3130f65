package org.grokcheck.report.figure;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;

/** Numbers at axes: powers of ten with a raised exponent, others as short as they are exact. */
final class TickFormat extends NumberFormat {
  private static final long serialVersionUID = 1L;
  private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private final boolean powers;

  TickFormat(boolean powers) {
    this.powers = powers;
  }

  @Override
  public StringBuffer format(double value, StringBuffer to, FieldPosition position) {
    return to.append(text(value));
  }

  @Override
  public StringBuffer format(long value, StringBuffer to, FieldPosition position) {
    return to.append(text((double) value));
  }

  @Override
  public Number parse(String source, ParsePosition position) {
    throw new UnsupportedOperationException("labels are not read back");
  }

  private String text(double value) {
    double size = Math.abs(value);
    if (powers && isPowerOfTen(value) && (size >= 1e3 || size < 1e-2)) {
      return power((int) Math.rint(StrictMath.log10(value)));
    }
    if (size != 0 && (size >= 1e5 || size < 1e-3)) {
      int exponent = (int) Math.floor(StrictMath.log10(size) + 1e-9);
      return digits(value / StrictMath.pow(10, exponent)) + "·" + power(exponent);
    }
    return digits(value);
  }

  private static boolean isPowerOfTen(double value) {
    double exponent = StrictMath.log10(value);
    return value > 0 && Math.abs(exponent - Math.rint(exponent)) < 1e-9;
  }

  private static String power(int exponent) {
    StringBuilder raised = new StringBuilder("10");
    for (char c : Integer.toString(exponent).toCharArray()) {
      raised.append(c == '-' ? '⁻' : RAISED.charAt(c - '0'));
    }
    return raised.toString();
  }

  private static String digits(double value) {
    String text = String.format(Locale.ROOT, "%.6f", value);
    return text.replaceFirst("\\.?0+$", "").replace('-', '−');
  }
}
