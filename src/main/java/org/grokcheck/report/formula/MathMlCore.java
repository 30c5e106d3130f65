package org.grokcheck.report.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Rewrites MathML 2 as SnuggleTeX makes it into MathML Core, the part that browsers implement: no
 * {@code mfenced}, true minus signs, limits below operators, thin spaces around function names.
 */
final class MathMlCore {
  private static final Set<String> WITH_LIMITS =
      Set.of("max", "min", "sup", "inf", "lim", "lim sup", "lim inf", "arg max", "arg min", "Pr");
  private static final Set<String> SCRIPTS =
      Set.of("msub", "msup", "msubsup", "munder", "mover", "munderover");
  private static final Set<String> TALL = Set.of("mfrac", "mtable", "munder", "munderover");
  private static final Set<String> BARS = Set.of("|", "‖", "∥");
  private static final Map<String, String> OPERATORS =
      Map.of(
          "-", "−", "\u0302", "^", "\u0304", "¯", "\u0307", "˙", "\u0308", "¨", "\ufe37", "⏞",
          "\ufe38", "⏟");

  private MathMlCore() {}

  static void rewrite(Element math) {
    for (Element child : children(math)) {
      rewrite(child);
    }
    switch (math.getTagName()) {
      case "mfenced" -> unfence(math);
      case "mn" -> math.setTextContent(math.getTextContent().replace('-', '−'));
      case "mi" -> identifier(math);
      case "mo" -> operator(math);
      case "msub", "msubsup" -> limits(math);
      default -> {}
    }
    space(math);
  }

  /** Open, children with commas between, close, in a row. */
  private static void unfence(Element fenced) {
    Element row = create(fenced, "mrow", "");
    if (fenced.hasAttribute("class")) {
      children(fenced).forEach(t -> t.setAttribute("class", fenced.getAttribute("class")));
    }
    boolean tall = TALL.stream().anyMatch(t -> fenced.getElementsByTagName(t).getLength() > 0);
    addFence(row, fenced.getAttribute("open"), "prefix", tall);
    List<Element> parts = children(fenced);
    for (int i = 0; i < parts.size(); i++) {
      if (i > 0) {
        row.appendChild(create(fenced, "mo", ","));
      }
      row.appendChild(parts.get(i));
    }
    addFence(row, fenced.getAttribute("close"), "postfix", tall);
    space(row);
    fenced.getParentNode().replaceChild(row, fenced);
  }

  private static void addFence(Element row, String bracket, String form, boolean tall) {
    if (!bracket.isEmpty()) {
      Element fence = create(row, "mo", bracket);
      fence.setAttribute("form", form);
      fence.setAttribute("fence", "true");
      fence.setAttribute("stretchy", Boolean.toString(tall));
      row.appendChild(fence);
    }
  }

  /** Capital Greek letters stand upright, as in LaTeX. */
  private static void identifier(Element mi) {
    if (mi.getTextContent().matches("[\u0391-\u03a9]")) {
      mi.setAttribute("mathvariant", "normal");
    }
  }

  /**
   * Symbols of the operator dictionary for others that SnuggleTeX uses. A lone bar is a delimiter
   * whose side is unknown: no stretching, no space.
   */
  private static void operator(Element mo) {
    mo.setTextContent(OPERATORS.getOrDefault(mo.getTextContent(), mo.getTextContent()));
    if (BARS.contains(mo.getTextContent()) && !mo.hasAttribute("form")) {
      mo.setAttribute("stretchy", "false");
      mo.setAttribute("lspace", "0");
      mo.setAttribute("rspace", "0");
    }
    if (mo.getTextContent().equals("mod")) {
      mo.setAttribute("lspace", "0.2222em");
      mo.setAttribute("rspace", "0.2222em");
    }
  }

  /** Moves the script of {@code max}, {@code lim}, a brace and the like below. */
  private static void limits(Element script) {
    List<Element> parts = children(script);
    if (parts.size() < 2 || !takesLimits(parts.get(0))) {
      return;
    }
    String tag = script.getTagName().equals("msub") ? "munder" : "munderover";
    Element under = create(script, tag, "");
    parts.forEach(under::appendChild);
    script.getParentNode().replaceChild(under, script);
  }

  private static boolean takesLimits(Element base) {
    return base.getTagName().equals("munder")
        || WITH_LIMITS.contains(base.getTextContent().replace('\u00a0', ' '));
  }

  /** Inserts thin spaces between a function's name and the factors beside it. */
  private static void space(Element row) {
    for (Element child : children(row)) {
      if (isFunction(child) && !SCRIPTS.contains(row.getTagName())) {
        Node next = child.getNextSibling();
        if (next instanceof Element e && isOperand(e) && !startsWithFence(e)) {
          row.insertBefore(thinSpace(row), e);
        }
        Node previous = child.getPreviousSibling();
        if (previous instanceof Element e && isOperand(e) && !isFunction(e)) {
          row.insertBefore(thinSpace(row), child);
        }
      }
    }
  }

  private static boolean isFunction(Element e) {
    if (SCRIPTS.contains(e.getTagName()) && e.getFirstChild() instanceof Element base) {
      return isFunction(base);
    }
    return e.getTagName().equals("mi") && e.getTextContent().matches("[a-zA-Z][a-zA-Z\u00a0 ]+");
  }

  private static boolean isOperand(Element e) {
    return !Set.of("mo", "mspace", "mtext").contains(e.getTagName());
  }

  private static boolean startsWithFence(Element e) {
    return e.getTagName().equals("mrow")
        && e.getFirstChild() instanceof Element first
        && first.getTagName().equals("mo");
  }

  private static Element thinSpace(Element at) {
    Element space = create(at, "mspace", "");
    space.setAttribute("width", "0.1667em");
    return space;
  }

  private static Element create(Element at, String tag, String text) {
    Element created = at.getOwnerDocument().createElementNS(at.getNamespaceURI(), tag);
    if (!text.isEmpty()) {
      created.setTextContent(text);
    }
    return created;
  }

  private static List<Element> children(Element parent) {
    NodeList nodes = parent.getChildNodes();
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      if (nodes.item(i) instanceof Element e) {
        elements.add(e);
      }
    }
    return elements;
  }
}
