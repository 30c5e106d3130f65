package org.grokcheck.report.formula;

import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Mathematical alphabets as Unicode characters, since browsers ignore {@code mathvariant}. A few
 * letters had a place of their own before the block for mathematics came.
 */
enum Alphabet {
  BOLD(0x1D400, 0x1D41A, 0x1D7CE, 0x1D6A8, 0x1D6C2, "", ""),
  BOLD_ITALIC(0x1D468, 0x1D482, 0x1D7CE, 0x1D71C, 0x1D736, "", ""),
  SCRIPT(0x1D49C, 0x1D4B6, 0, 0, 0, "BEFHILMRego", "ℬℰℱℋℐℒℳℛℯℊℴ"),
  DOUBLE_STRUCK(0x1D538, 0x1D552, 0x1D7D8, 0, 0, "CHNPQRZ", "ℂℍℕℙℚℝℤ"),
  FRAKTUR(0x1D504, 0x1D51E, 0, 0, 0, "CHIRZ", "ℭℌℑℜℨ");

  private final int capitals;
  private final int small;
  private final int digits;
  private final int greekCapitals;
  private final int greekSmall;
  private final String exceptions;
  private final String replacements;

  Alphabet(
      int capitals,
      int small,
      int digits,
      int greekCapitals,
      int greekSmall,
      String exceptions,
      String replacements) {
    this.capitals = capitals;
    this.small = small;
    this.digits = digits;
    this.greekCapitals = greekCapitals;
    this.greekSmall = greekSmall;
    this.exceptions = exceptions;
    this.replacements = replacements;
  }

  /** Changes the letters and digits of all identifiers and numbers below an element. */
  void apply(Element element) {
    NodeList children = element.getChildNodes();
    for (int i = 0; i < children.getLength(); i++) {
      Node child = children.item(i);
      if (child instanceof Element e) {
        boolean letters = e.getTagName().equals("mi") || e.getTagName().equals("mn");
        if (letters && e.getElementsByTagName("*").getLength() == 0) {
          e.setTextContent(map(e.getTextContent()));
        } else {
          apply(e);
        }
      }
    }
  }

  /** The text in this alphabet; characters that it lacks stay. */
  String map(String text) {
    StringBuilder mapped = new StringBuilder();
    text.codePoints().map(this::map).forEach(mapped::appendCodePoint);
    return mapped.toString();
  }

  private int map(int c) {
    int exception = exceptions.indexOf(c);
    if (exception >= 0) {
      return replacements.charAt(exception);
    }
    return Math.max(
        Math.max(shifted(c, 'A', 'Z', capitals), shifted(c, 'a', 'z', small)),
        Math.max(
            shifted(c, '0', '9', digits),
            Math.max(shifted(c, 'Α', 'Ω', greekCapitals), shifted(c, 'α', 'ω', greekSmall))));
  }

  /** The character at the same distance from another start; unchanged outside the range. */
  private static int shifted(int c, char first, char last, int start) {
    return c >= first && c <= last && start > 0 ? start + c - first : c;
  }
}
