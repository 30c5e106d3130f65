package org.grokcheck.ledger;

import java.util.Optional;
import java.util.regex.Pattern;

/** Finds slips in a LaTeX formula that would break a page later on. */
final class LatexSyntax {
  private static final Pattern LEFT = Pattern.compile("\\\\left(?![a-zA-Z])");
  private static final Pattern RIGHT = Pattern.compile("\\\\right(?![a-zA-Z])");

  private LatexSyntax() {}

  /** What is wrong with a formula, if anything. */
  static Optional<String> problem(String latex) {
    if (latex.contains("$")) {
      return Optional.of("dollar sign; write the formula without delimiters");
    }
    if (LEFT.matcher(latex).results().count() != RIGHT.matcher(latex).results().count()) {
      return Optional.of("\\left and \\right don't pair up");
    }
    return braces(latex);
  }

  private static Optional<String> braces(String latex) {
    int open = 0;
    for (int i = 0; i < latex.length(); i++) {
      char c = latex.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '{') {
        open++;
      } else if (c == '}' && --open < 0) {
        return Optional.of("unbalanced braces: '}' without '{' at character " + (i + 1));
      }
    }
    return open == 0 ? Optional.empty() : Optional.of("unbalanced braces: " + open + " not closed");
  }
}
