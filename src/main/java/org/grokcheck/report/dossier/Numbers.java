package org.grokcheck.report.dossier;

import java.util.Locale;

/** Numbers as readers see them; plain characters, so that they serve pages and Markdown alike. */
final class Numbers {
  private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private Numbers() {}

  /** Three significant digits; powers of ten outside 0.001 to 99999; a dash for an absent one. */
  static String of(double value) {
    if (Double.isNaN(value)) {
      return "–";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "−∞";
    }
    double size = Math.abs(value);
    if (size == 0) {
      return "0";
    }
    return size >= 1e-3 && size < 1e5 ? plain(value) : scientific(value);
  }

  /** A share of a bound; one that is below 1 is never rounded up to it. */
  static String slack(double value) {
    return value < 1 && value > 0.999 ? "> 0.999" : of(value);
  }

  /** Every digit that tells the value from its neighbours. */
  static String exactly(double value) {
    return Double.isNaN(value) ? "not a number" : Double.toString(value).replace("E", "e");
  }

  /** A whole number in groups of three digits. */
  static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** Part of a whole in percent, never rounded to 0 or 100 unless it is. */
  static String percent(long part, long whole) {
    if (whole == 0) {
      return "0 %";
    }
    long rounded = Math.round(100.0 * part / whole);
    return part > 0 && rounded == 0
        ? "< 1 %"
        : part < whole && rounded == 100 ? "> 99 %" : rounded + " %";
  }

  private static String plain(double value) {
    int digits = Math.max(0, 2 - (int) Math.floor(Math.log10(Math.abs(value)) + 1e-12));
    String text = String.format(Locale.ROOT, "%." + digits + "f", value);
    return minus(text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text);
  }

  private static String scientific(double value) {
    String text = String.format(Locale.ROOT, "%.2e", value);
    int e = text.indexOf('e');
    String mantissa = text.substring(0, e).replaceFirst("\\.?0+$", "");
    return minus(mantissa) + "×10" + raised(Integer.parseInt(text.substring(e + 1)));
  }

  private static String raised(int exponent) {
    StringBuilder text = new StringBuilder();
    for (char c : Integer.toString(exponent).toCharArray()) {
      text.append(c == '-' ? '⁻' : RAISED.charAt(c - '0'));
    }
    return text.toString();
  }

  private static String minus(String text) {
    return text.replace('-', '−');
  }
}
