package org.grokcheck.report.formula;

import java.util.regex.Pattern;

/** Text inside a formula. */
final class TextMode {
  private static final Pattern SPACE = Pattern.compile("\\\\[,;: ]|\\\\quad\\s*|~| ");
  private static final Pattern ESCAPED = Pattern.compile("\\\\([%_&#{}])");

  private TextMode() {}

  /**
   * The text as it is read; spaces become non-breaking, since MathML drops others at the ends.
   *
   * @throws UnsupportedTextException if a command is left, naming the text
   */
  static String plain(String latex) {
    String text = SPACE.matcher(latex).replaceAll("\u00a0");
    text = ESCAPED.matcher(text).replaceAll("$1").replace("--", "–").replace("'", "’");
    if (text.contains("\\")) {
      throw new UnsupportedTextException("a command inside text: '" + latex + "'");
    }
    return text;
  }
}
