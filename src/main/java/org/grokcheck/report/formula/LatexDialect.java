package org.grokcheck.report.formula;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rewrites LaTeX that SnuggleTeX misreads into equivalent LaTeX that it reads. */
final class LatexDialect {
  /** Text is not mathematics: a prime is an apostrophe there. */
  private static final Pattern TEXT =
      Pattern.compile(
          "\\\\(?:text[a-z]*|mbox|math(?:rm|sf|tt|it)|operatorname\\*?)\\s*\\{[^{}]*\\}");

  /** Size commands change no meaning; browsers stretch delimiters and choose styles themselves. */
  private static final Pattern STYLE =
      Pattern.compile(
          "\\\\(?:(?:bigg?|Bigg?)[lrm]?|middle|displaystyle|textstyle|limits|nolimits)(?![a-zA-Z])");

  private static final Pattern PRIMES = Pattern.compile("'+");
  private static final Pattern OPENING_BAR = Pattern.compile("\\\\l([vV]ert)(?![a-zA-Z])");
  private static final Pattern CLOSING_BAR = Pattern.compile("\\\\r([vV]ert)(?![a-zA-Z])");

  /** Commands with two arguments, which LaTeX lets stand without braces. */
  private static final Pattern FRACTION =
      Pattern.compile("\\\\(?:[dt]?frac|binom|(?:over|under)set|stackrel)(?![a-zA-Z])");

  private LatexDialect() {}

  static String normalize(String latex) {
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (MatchResult word : TEXT.matcher(latex).results().toList()) {
      text.append(mathematics(latex.substring(from, word.start())));
      text.append(word.group().replaceFirst("^\\\\operatorname\\*", "\\\\operatorname"));
      from = word.end();
    }
    text.append(mathematics(latex.substring(from)));
    return braced(text.toString());
  }

  private static String mathematics(String latex) {
    String text = STYLE.matcher(latex).replaceAll(" ");
    text = OPENING_BAR.matcher(text).replaceAll("\\\\left\\\\$1 ");
    text = CLOSING_BAR.matcher(text).replaceAll("\\\\right\\\\$1 ");
    text = PRIMES.matcher(text).replaceAll(m -> primes(m.group().length()));
    // SnuggleTeX takes < and > for brackets.
    return text.replace("\\|", "\\Vert ")
        .replace(":=", "\\coloneqq ")
        .replace("<", "\\lt ")
        .replace(">", "\\gt ")
        .replace('\n', ' ');
  }

  private static String primes(int count) {
    return Matcher.quoteReplacement("^{" + "\\prime ".repeat(count) + "}");
  }

  private static String braced(String latex) {
    Matcher command = FRACTION.matcher(latex);
    StringBuilder out = new StringBuilder();
    int from = 0;
    while (command.find(from)) {
      out.append(latex, from, command.end());
      int first = argumentEnd(latex, command.end());
      int second = argumentEnd(latex, first);
      out.append(argument(latex.substring(command.end(), first)));
      out.append(argument(latex.substring(first, second)));
      from = second;
    }
    return out.append(latex.substring(from)).toString();
  }

  private static String argument(String source) {
    String bare = source.strip();
    if (bare.isEmpty()) {
      return "";
    }
    boolean group = bare.startsWith("{") && bare.endsWith("}");
    return "{" + braced(group ? bare.substring(1, bare.length() - 1) : bare) + "}";
  }

  /** Where the argument that begins at an index ends: a group, a command or one character. */
  private static int argumentEnd(String latex, int start) {
    int i = start;
    while (i < latex.length() && Character.isWhitespace(latex.charAt(i))) {
      i++;
    }
    if (i == latex.length()) {
      return i;
    }
    if (latex.charAt(i) == '\\') {
      Matcher name =
          Pattern.compile("\\\\(?:[a-zA-Z]+|.)").matcher(latex).region(i, latex.length());
      return name.lookingAt() ? name.end() : i + 1;
    }
    return latex.charAt(i) == '{' ? groupEnd(latex, i) : i + 1;
  }

  private static int groupEnd(String latex, int open) {
    int depth = 0;
    for (int i = open; i < latex.length(); i++) {
      char c = latex.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (c == '\\') {
        i++;
      } else if (depth == 0) {
        return i + 1;
      }
    }
    return latex.length();
  }
}
