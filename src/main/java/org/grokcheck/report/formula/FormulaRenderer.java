package org.grokcheck.report.formula;

import com.samskivert.mustache.Escapers;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import uk.ac.ed.ph.snuggletex.DOMOutputOptions;
import uk.ac.ed.ph.snuggletex.InputError;
import uk.ac.ed.ph.snuggletex.SnuggleEngine;
import uk.ac.ed.ph.snuggletex.SnuggleInput;
import uk.ac.ed.ph.snuggletex.SnuggleSession;
import uk.ac.ed.ph.snuggletex.utilities.MessageFormatter;

/**
 * Renders LaTeX formulas as MathML Core in display style. SnuggleTeX reads the LaTeX; {@link
 * AmsCommands} teaches it what it lacks, and {@link MathMlCore} brings its output to the part of
 * MathML that browsers implement. Not for use by several threads at once.
 */
public final class FormulaRenderer {
  private final SnuggleEngine engine = new SnuggleEngine();
  private final Transformer serializer;

  /** A renderer; building one takes some tenths of a second. */
  public FormulaRenderer() {
    engine.getPackages().add(0, AmsCommands.create());
    try {
      serializer = TransformerFactory.newInstance().newTransformer();
      serializer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
      serializer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
    } catch (TransformerException e) {
      throw new IllegalStateException("this Java machine cannot write XML", e);
    }
  }

  /**
   * A formula ready for a page.
   *
   * @param html a {@code math} element, or the LaTeX as {@code code} where there is a problem
   * @param problem why the LaTeX could not be rendered
   */
  public record Rendered(String html, Optional<String> problem) {}

  /**
   * Renders one formula.
   *
   * @param latex without delimiters around it
   */
  public Rendered render(String latex) {
    try {
      SnuggleSession session = engine.createSession();
      session.parseInput(new SnuggleInput("$$" + LatexDialect.normalize(latex) + "$$"));
      Optional<String> parsing = firstError(session);
      if (parsing.isPresent()) {
        return failed(latex, parsing.get());
      }
      NodeList nodes = session.buildDOMSubtree(new DOMOutputOptions());
      Optional<String> building = firstError(session);
      return building.isPresent() || nodes.getLength() != 1
          ? failed(latex, building.orElse("not one formula"))
          : new Rendered(html(nodes.item(0), latex), Optional.empty());
    } catch (UnsupportedTextException e) {
      return failed(latex, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String html(Node math, String latex) {
    Element root = (Element) math;
    MathMlCore.rewrite(root);
    root.setAttribute("alttext", latex);
    StringWriter text = new StringWriter();
    try {
      serializer.transform(new DOMSource(root), new StreamResult(text));
    } catch (TransformerException e) {
      throw new IllegalStateException("cannot write the formula " + latex, e);
    }
    return text.toString().replaceFirst(" xmlns=\"[^\"]*\"", "");
  }

  private static Optional<String> firstError(SnuggleSession session) {
    return session.getErrors().stream().findFirst().map(FormulaRenderer::describe);
  }

  private static String describe(InputError error) {
    return MessageFormatter.getErrorMessage(error).strip();
  }

  private static Rendered failed(String latex, String problem) {
    String code = "<code class=\"latex\">" + Escapers.HTML.escape(latex) + "</code>";
    return new Rendered(code, Optional.of(problem));
  }
}
