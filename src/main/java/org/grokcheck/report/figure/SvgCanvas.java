package org.grokcheck.report.figure;

import java.awt.Graphics2D;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Batik's SVG writer, set up for small files that fit into a page. */
final class SvgCanvas {
  private static final String SVG = "http://www.w3.org/2000/svg";

  /** Attributes with the value that SVG assumes anyway. */
  private static final Pattern DEFAULTS =
      Pattern.compile(
          " (?:stroke-dashoffset=\"0\"|stroke-dasharray=\"none\"|stroke-opacity=\"1\""
              + "|fill-opacity=\"1\"|opacity=\"1\"|stroke-miterlimit=\"(?:10|4|1)\""
              + "|font-weight=\"normal\"|font-style=\"normal\"|color-rendering=\"[a-zA-Z]*\""
              + "|color-interpolation=\"[a-zA-Z]*\"|text-rendering=\"[a-zA-Z]*\""
              + "|shape-rendering=\"[a-zA-Z]*\"|image-rendering=\"[a-zA-Z]*\""
              + "|xml:space=\"preserve\")");

  /** The writer breaks lines inside tags. */
  private static final Pattern LINE_BREAK = Pattern.compile("\\R\\s*(?=/?>)");

  private static final Pattern RGB = Pattern.compile("rgb\\((\\d+),(\\d+),(\\d+)\\)");

  private final SVGGraphics2D graphics;

  SvgCanvas(String idPrefix) {
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document());
    context.setComment(null);
    context.setPrecision(1);
    String prefix = idPrefix.replace('.', '-');
    context.setIDGenerator(
        new SVGIDGenerator() {
          @Override
          public String generateID(String kind) {
            return prefix + super.generateID(kind.substring(0, 1));
          }
        });
    graphics = new SVGGraphics2D(context, false);
  }

  Graphics2D graphics() {
    return graphics;
  }

  /** What was drawn, with a text for readers who cannot see it. */
  String svg(int width, int height, String alternative) {
    Element root = graphics.getRoot();
    root.removeAttribute("width");
    root.removeAttribute("height");
    root.setAttribute("viewBox", "0 0 " + width + " " + height);
    root.setAttribute("style", "max-width:" + width * 5 / 4 + "px");
    root.setAttribute("role", "img");
    root.setAttribute("aria-label", alternative);
    PathCompactor.compact(root);
    StringWriter text = new StringWriter();
    try {
      graphics.stream(root, text, false, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String svg = text.toString();
    svg = svg.substring(svg.indexOf("<svg"));
    svg = LINE_BREAK.matcher(svg).replaceAll("").replace("'Dialog'", "sans-serif");
    svg = RGB.matcher(svg).replaceAll(SvgCanvas::hex);
    return DEFAULTS.matcher(svg).replaceAll("").strip();
  }

  private static String hex(MatchResult rgb) {
    return "#%02x%02x%02x"
        .formatted(
            Integer.parseInt(rgb.group(1)),
            Integer.parseInt(rgb.group(2)),
            Integer.parseInt(rgb.group(3)));
  }

  private static Document document() {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .getDOMImplementation()
          .createDocument(SVG, "svg", null);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("this Java machine cannot build XML", e);
    }
  }
}
