package org.grokcheck.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** What a page must be, checked without a browser. */
final class Html {
  private static final Pattern TAG =
      Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:\"[^\"]*\"|[^\">])*?)(/?)>", Pattern.DOTALL);
  private static final Pattern RAW = Pattern.compile("<(script|style)>.*?</\\1>", Pattern.DOTALL);
  private static final Pattern XML = Pattern.compile("<(math|svg)\\b.*?</\\1>", Pattern.DOTALL);
  private static final Set<String> VOID =
      Set.of("meta", "link", "br", "hr", "img", "input", "col", "wbr");

  private Html() {}

  /** Every element that is opened is closed, in order, and no id occurs twice. */
  static void assertWellFormed(String name, String html) {
    String markup = RAW.matcher(html).replaceAll("<$1></$1>");
    Deque<String> open = new ArrayDeque<>();
    Set<String> ids = new HashSet<>();
    Matcher tags = TAG.matcher(markup);
    while (tags.find()) {
      String tag = tags.group(2);
      if (!tags.group(1).isEmpty()) {
        assertEquals(open.poll(), tag, name + ": at " + excerpt(markup, tags.start()));
      } else if (tags.group(4).isEmpty() && !VOID.contains(tag)) {
        open.push(tag);
      }
      Matcher id = Pattern.compile("\\bid=\"([^\"]*)\"").matcher(tags.group(3));
      if (id.find() && !id.group(1).equals("genericDefs")) {
        assertTrue(ids.add(id.group(1)), name + ": the id " + id.group(1) + " occurs twice");
      }
    }
    assertTrue(open.isEmpty(), name + ": not closed: " + open);
  }

  /** Formulas and figures inside a page are XML. */
  static void assertEmbeddedXml(String html) {
    for (String xml : XML.matcher(html).results().map(m -> m.group()).toList()) {
      try {
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(xml)));
      } catch (IOException | SAXException | ParserConfigurationException e) {
        throw new AssertionError("not XML: " + xml, e);
      }
    }
  }

  /** The ids of a page. */
  static Set<String> ids(String html) {
    return new HashSet<>(all("\\bid=\"([^\"]*)\"", html));
  }

  /** Where the links of a page lead. */
  static List<String> targets(String html) {
    return all("<a\\b[^>]*?\\bhref=\"([^\"]*)\"", html);
  }

  private static List<String> all(String pattern, String html) {
    return Pattern.compile(pattern).matcher(html).results().map(m -> m.group(1)).toList();
  }

  private static String excerpt(String text, int at) {
    return text.substring(Math.max(0, at - 80), Math.min(text.length(), at + 80));
  }
}
