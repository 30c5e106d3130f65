package org.grokcheck.cli.eval;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads numbers exactly, and refuses those that would take unbounded time or memory. */
final class Numerals {
  /** Largest accepted power of ten: arithmetic on decimals costs time in proportion to it. */
  static final int MAX_EXPONENT = 10_000;

  private static final int MAX_LENGTH = 1_000;
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
  private static final Set<String> INFINITE = Set.of("inf", "infinity");

  private Numerals() {}

  /** The number as it is written. */
  static BigDecimal decimal(String name, JsonNode node) {
    if (node.isNumber()) {
      return bounded(name, node.decimalValue());
    }
    if (!node.isTextual()) {
      throw new IllegalArgumentException(
          name + " must be a number, found " + JsonWords.describe(node));
    }
    return parse(name, node.textValue());
  }

  /** The nearest double; the words {@code inf} and {@code infinity} are accepted, with a sign. */
  static double real(String name, JsonNode node) {
    if (node.isTextual()) {
      String word = node.textValue().toLowerCase(Locale.ROOT);
      boolean negative = word.startsWith("-");
      if (INFINITE.contains(word.startsWith("+") || negative ? word.substring(1) : word)) {
        return negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
      }
    }
    BigDecimal exact = decimal(name, node);
    double nearest = exact.doubleValue();
    if (Double.isInfinite(nearest) || (nearest == 0 && exact.signum() != 0)) {
      throw new IllegalArgumentException(
          name
              + " = "
              + exact
              + " leaves the range of double; accepted: 0 or 4.9e-324 <= |"
              + name
              + "| <= 1.797e308");
    }
    return nearest;
  }

  /** A whole number from {@code least} to {@code most}. */
  static long whole(String name, JsonNode node, long least, long most) {
    BigDecimal exact = decimal(name, node);
    if (exact.stripTrailingZeros().scale() > 0
        || exact.compareTo(BigDecimal.valueOf(least)) < 0
        || exact.compareTo(BigDecimal.valueOf(most)) > 0) {
      throw new IllegalArgumentException(
          name + " = " + exact + " must be a whole number from " + least + " to " + most);
    }
    return exact.longValueExact();
  }

  private static BigDecimal parse(String name, String text) {
    if (text.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          name + " has " + text.length() + " characters; accepted: at most " + MAX_LENGTH);
    }
    if (!DECIMAL.matcher(text).matches()) {
      throw new IllegalArgumentException(name + " = '" + text + "' is not a number" + hint(text));
    }
    int e = Math.max(text.indexOf('e'), text.indexOf('E'));
    if (e >= 0 && text.substring(e).replaceFirst("^[eE][+-]?0*", "").length() > 9) {
      throw tooLarge(name, text);
    }
    return bounded(name, new BigDecimal(text));
  }

  private static String hint(String text) {
    if (text.isEmpty()) {
      return ": it is empty";
    }
    return text.matches(".*[0-9],[0-9].*")
        ? "; write '.' before the decimals and nothing between thousands"
        : "; accepted: decimals such as 0.25, -3 or 1e-30";
  }

  private static BigDecimal bounded(String name, BigDecimal value) {
    if (value.signum() == 0) {
      return BigDecimal.ZERO;
    }
    long exponent = (long) value.precision() - value.scale() - 1;
    if (Math.abs(exponent) > MAX_EXPONENT) {
      throw tooLarge(name, value.toString());
    }
    return value;
  }

  private static IllegalArgumentException tooLarge(String name, String text) {
    return new IllegalArgumentException(
        name + " = " + text + ": the power of ten must lie within +-" + MAX_EXPONENT);
  }
}
