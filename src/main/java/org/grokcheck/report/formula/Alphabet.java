package org.grokcheck.report.formula;

import java.util.Map;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Mathematical alphabets as Unicode characters, since browsers ignore {@code mathvariant}. A few
 * letters had a place of their own before the block for mathematics came.
 */
enum Alphabet {
  BOLD(0x1D400, 0x1D41A, 0x1D7CE, 0x1D6A8, 0x1D6C2, Map.of()),
  BOLD_ITALIC(0x1D468, 0x1D482, 0x1D7CE, 0x1D71C, 0x1D736, Map.of()),
  SCRIPT(
      0x1D49C,
      0x1D4B6,
      0,
      0,
      0,
      Map.ofEntries(
          Map.entry('B', 0x212C),
          Map.entry('E', 0x2130),
          Map.entry('F', 0x2131),
          Map.entry('H', 0x210B),
          Map.entry('I', 0x2110),
          Map.entry('L', 0x2112),
          Map.entry('M', 0x2133),
          Map.entry('R', 0x211B),
          Map.entry('e', 0x212F),
          Map.entry('g', 0x210A),
          Map.entry('o', 0x2134))),
  DOUBLE_STRUCK(
      0x1D538,
      0x1D552,
      0x1D7D8,
      0,
      0,
      Map.of(
          'C', 0x2102, 'H', 0x210D, 'N', 0x2115, 'P', 0x2119, 'Q', 0x211A, 'R', 0x211D, 'Z',
          0x2124)),
  FRAKTUR(
      0x1D504,
      0x1D51E,
      0,
      0,
      0,
      Map.of('C', 0x212D, 'H', 0x210C, 'I', 0x2111, 'R', 0x211C, 'Z', 0x2128));

  private final int capitals;
  private final int small;
  private final int digits;
  private final int greekCapitals;
  private final int greekSmall;
  private final Map<Character, Integer> exceptions;

  Alphabet(
      int capitals,
      int small,
      int digits,
      int greekCapitals,
      int greekSmall,
      Map<Character, Integer> exceptions) {
    this.capitals = capitals;
    this.small = small;
    this.digits = digits;
    this.greekCapitals = greekCapitals;
    this.greekSmall = greekSmall;
    this.exceptions = exceptions;
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
    Integer exception = c < 0x80 ? exceptions.get((char) c) : null;
    return exception != null ? exception
        : c >= 'A' && c <= 'Z' ? capitals + c - 'A'
        : c >= 'a' && c <= 'z' ? small + c - 'a'
        : c >= '0' && c <= '9' && digits > 0 ? digits + c - '0'
        : c >= 'Α' && c <= 'Ω' && greekCapitals > 0 ? greekCapitals + c - 'Α'
        : c >= 'α' && c <= 'ω' && greekSmall > 0 ? greekSmall + c - 'α'
        : c;
  }
}
