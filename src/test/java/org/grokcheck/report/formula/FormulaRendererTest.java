package org.grokcheck.report.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.grokcheck.ledger.Claim;
import org.grokcheck.ledger.Formula;
import org.grokcheck.ledger.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class FormulaRendererTest {
  /** Elements that browsers render; SnuggleTeX itself makes others. */
  private static final Set<String> CORE =
      Set.of(
          "math",
          "mi",
          "mn",
          "mo",
          "mtext",
          "mspace",
          "mrow",
          "mfrac",
          "msqrt",
          "mroot",
          "msub",
          "msup",
          "msubsup",
          "munder",
          "mover",
          "munderover",
          "mtable",
          "mtr",
          "mtd");

  private static final FormulaRenderer RENDERER = new FormulaRenderer();

  @Test
  void everyFormulaOfTheLedgerRenders() {
    List<String> failures = new ArrayList<>();
    for (Claim claim : Ledger.load().claims()) {
      for (String latex : claim.formula().stream().flatMap(FormulaRendererTest::forms).toList()) {
        FormulaRenderer.Rendered rendered = RENDERER.render(latex);
        rendered.problem().ifPresent(p -> failures.add(claim.id() + ": " + p + ": " + latex));
        if (rendered.problem().isEmpty()) {
          assertCore(rendered.html());
        }
      }
    }
    assertTrue(failures.isEmpty(), () -> String.join("\n", failures));
  }

  private static Stream<String> forms(Formula formula) {
    return Stream.of(formula.printed(), formula.corrected()).flatMap(Optional::stream);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\mathcal{A}_{\\text{gen}}=\\tfrac12\\left[1-\\operatorname{erf}\\left(\\frac{b}{\\sqrt2"
            + "\\,\\sigma\\lVert S\\rVert}\\right)\\right]",
        "f(x)=\\begin{cases}1 & x>0\\\\ 0 & \\text{otherwise}\\end{cases}",
        "\\begin{aligned} a &= b \\\\ c &= d \\end{aligned}",
        "\\binom Nk \\sum_{i=1}^{N} \\int_0^\\infty e^{-x^2/2}\\,\\mathrm{d}x",
        "\\|w\\|_2^2,\\ |b|,\\ \\langle x\\rangle,\\ \\left\\{x \\;\\middle|\\; y\\right\\}",
        "{}_2F_1(a,b;c;z),\\quad \\mathbb{1}_{[x>0]},\\quad f''(x),\\quad a \\bmod p",
        "\\tilde S_\\infty,\\hat\\lambda,\\bar{w},\\dot S,\\ddot b,\\vec x,\\widehat{M}",
        "\\Pr\\bigl[X>\\tfrac12\\bigr]\\le\\exp\\Bigl(-\\frac{(N-1)^2}{2N}\\Bigr)",
        "\\underbrace{a+b}_{c}\\overset{!}{=}\\operatorname*{arg\\,min}_{w}\\xrightarrow{t}\\to 0"
      })
  void whatPapersWriteBecomesMathMlCore(String latex) {
    FormulaRenderer.Rendered rendered = RENDERER.render(latex);
    assertEquals(Optional.empty(), rendered.problem());
    assertEquals(latex, assertCore(rendered.html()).getAttribute("alttext"));
    assertEquals(rendered, RENDERER.render(latex), "the same twice");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "a - b; a−b",
        "\\mathrm{erf}(x); erf(x)",
        "\\mathcal{L}\\mathcal{N}; ℒ𝒩",
        "\\mathbf{x}\\boldsymbol{w}\\mathbb{R}; 𝐱𝒘ℝ",
        "(a, b]; (a,b]",
        "a < b > c; a<b>c",
        "\\phi \\varphi \\epsilon \\varepsilon; ϕφϵε",
        "\\tfrac12; 12"
      })
  void symbolsAreThoseOfLatex(String latex, String text) {
    assertEquals(text, assertCore(RENDERER.render(latex).html()).getTextContent());
  }

  @Test
  void limitsStandBelowAndNamesAreSetOff() {
    assertTrue(RENDERER.render("\\max_{i} x_i").html().contains("<munder><mi>max</mi>"));
    String log = RENDERER.render("x\\log x").html();
    assertEquals(2, log.split("<mspace width=\"0.1667em\"", -1).length - 1, log);
    assertTrue(!RENDERER.render("\\log(x)").html().contains("mspace"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\nosuchcommand{<x>}", "\\frac{1}", "a & b", "\\text{a \\b c}", "x^"})
  void whatCannotBeRenderedIsShownAsCodeWithTheProblem(String latex) {
    FormulaRenderer.Rendered rendered = RENDERER.render(latex);
    assertTrue(rendered.problem().isPresent(), rendered.html());
    assertTrue(rendered.html().startsWith("<code class=\"latex\">"), rendered.html());
    assertTrue(!rendered.html().contains("<x>"), rendered.html());
  }

  private static Element assertCore(String html) {
    try {
      Element root =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(html)))
              .getDocumentElement();
      assertEquals("block", root.getAttribute("display"), html);
      Set<String> used = new TreeSet<>();
      NodeList all = root.getElementsByTagName("*");
      for (int i = 0; i < all.getLength(); i++) {
        used.add(((Element) all.item(i)).getTagName());
      }
      used.removeAll(CORE);
      assertEquals(Set.of(), used, html);
      return root;
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new AssertionError("not XML: " + html, e);
    }
  }
}
