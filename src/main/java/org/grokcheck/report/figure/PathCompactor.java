package org.grokcheck.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Makes a drawing smaller without changing it: lines become paths, neighbouring paths of one style
 * become one path, and coordinates become differences.
 */
final class PathCompactor {
  private static final Pattern TOKEN = Pattern.compile("[MLQCZ]|-?[0-9]+(?:\\.[0-9]+)?");

  private PathCompactor() {}

  static void compact(Element parent) {
    for (Element child : children(parent)) {
      compact(child);
    }
    children(parent).stream().filter(e -> isNamed(e, "line")).forEach(PathCompactor::toPath);
    List<Element> siblings = children(parent);
    for (int i = siblings.size() - 1; i > 0; i--) {
      Element first = siblings.get(i - 1);
      Element second = siblings.get(i);
      if (isNamed(first, "path") && isNamed(second, "path") && style(first).equals(style(second))) {
        first.setAttribute("d", first.getAttribute("d") + " " + second.getAttribute("d"));
        parent.removeChild(second);
      }
    }
    children(parent).stream()
        .filter(e -> isNamed(e, "path"))
        .forEach(e -> e.setAttribute("d", relative(e.getAttribute("d"))));
  }

  private static void toPath(Element line) {
    Element path = line.getOwnerDocument().createElementNS(line.getNamespaceURI(), "path");
    NamedNodeMap attributes = line.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      Node a = attributes.item(i);
      if (!a.getNodeName().matches("[xy][12]")) {
        path.setAttribute(a.getNodeName(), a.getNodeValue());
      }
    }
    path.setAttribute(
        "d",
        "M%s %s L%s %s"
            .formatted(
                line.getAttribute("x1"),
                line.getAttribute("y1"),
                line.getAttribute("x2"),
                line.getAttribute("y2")));
    line.getParentNode().replaceChild(path, line);
  }

  private static String style(Element path) {
    List<String> attributes = new ArrayList<>();
    for (int i = 0; i < path.getAttributes().getLength(); i++) {
      Node a = path.getAttributes().item(i);
      if (!a.getNodeName().equals("d")) {
        attributes.add(a.getNodeName() + "=" + a.getNodeValue());
      }
    }
    attributes.sort(null);
    return attributes.toString();
  }

  /** The same path with differences from the current point, in whole tenths throughout. */
  static String relative(String d) {
    Matcher tokens = TOKEN.matcher(d);
    StringBuilder out = new StringBuilder();
    Pen pen = new Pen();
    char command = 'M';
    List<Long> numbers = new ArrayList<>();
    while (tokens.find()) {
      String token = tokens.group();
      if (Character.isLetter(token.charAt(0))) {
        command = token.charAt(0);
        if (command == 'Z') {
          out.append('z');
          pen.close();
        }
      } else {
        numbers.add(Math.round(Double.parseDouble(token) * 10));
        if (numbers.size() == arity(command)) {
          pen.draw(command, numbers, out);
          numbers.clear();
        }
      }
    }
    return out.toString();
  }

  private static int arity(char command) {
    return command == 'C' ? 6 : command == 'Q' ? 4 : 2;
  }

  /** The current point, in tenths. */
  private static final class Pen {
    private long x;
    private long y;
    private long startX;
    private long startY;
    private char last;

    void draw(char command, List<Long> points, StringBuilder out) {
      char lower = Character.toLowerCase(command);
      if (lower != last || lower == 'm') {
        out.append(lower);
      }
      boolean separated = lower == last && lower != 'm';
      for (int i = 0; i < points.size(); i += 2) {
        append(out, points.get(i) - x, separated || i > 0);
        append(out, points.get(i + 1) - y, true);
      }
      x = points.get(points.size() - 2);
      y = points.get(points.size() - 1);
      if (lower == 'm') {
        startX = x;
        startY = y;
      }
      last = lower;
    }

    void close() {
      x = startX;
      y = startY;
      last = 'z';
    }

    private static void append(StringBuilder out, long tenths, boolean separated) {
      if (separated && tenths >= 0) {
        out.append(' ');
      }
      if (tenths < 0) {
        out.append('-');
      }
      long size = Math.abs(tenths);
      if (size >= 10 || size == 0) {
        out.append(size / 10);
      }
      if (size % 10 != 0) {
        out.append('.').append(size % 10);
      }
    }
  }

  private static boolean isNamed(Element e, String name) {
    return e.getTagName().equals(name);
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
