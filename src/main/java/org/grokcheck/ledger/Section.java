package org.grokcheck.ledger;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Derives a heading for grouping from a locator. */
final class Section {
  private static final Pattern BEYOND = Pattern.compile("(?i)(beyond|extension)\\b.*");
  private static final Pattern NUMBERED =
      Pattern.compile("\\b(Sec|App)s?\\.\\s*([0-9A-Z]+(?:\\.[0-9]+)*)");
  private static final Pattern FLOAT =
      Pattern.compile("\\b(Figure|Fig\\.|Table|Footnote|Eq\\.)\\s*(\\([0-9]+\\)|[0-9]+)");

  private Section() {}

  /**
   * The first section or appendix that the locator names, else its figure, table, footnote or
   * equation, else its first words; {@code Extensions} for what the paper doesn't have.
   */
  static String of(String locator) {
    if (BEYOND.matcher(locator).matches()) {
      return "Extensions";
    }
    Matcher numbered = NUMBERED.matcher(locator);
    if (numbered.find()) {
      return numbered.group(1) + ". " + numbered.group(2);
    }
    Matcher floating = FLOAT.matcher(locator);
    if (floating.find()) {
      return floating.group(1).replace("Figure", "Fig.") + " " + floating.group(2);
    }
    String words = locator.split("[,;]", 2)[0].strip();
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
