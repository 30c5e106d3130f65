package org.grokcheck.report.formula;

import org.w3c.dom.Element;
import uk.ac.ed.ph.snuggletex.dombuilding.CommandHandler;
import uk.ac.ed.ph.snuggletex.dombuilding.EnvironmentHandler;
import uk.ac.ed.ph.snuggletex.dombuilding.MathComplexCommandHandler;
import uk.ac.ed.ph.snuggletex.internal.DOMBuilder;
import uk.ac.ed.ph.snuggletex.internal.SnuggleParseException;
import uk.ac.ed.ph.snuggletex.tokens.CommandToken;

/** How the commands of {@link AmsCommands} become MathML. */
final class AmsHandlers {
  private AmsHandlers() {}

  /** A function's name; several letters in one element are set upright. */
  static CommandHandler name(String shown) {
    return (builder, parent, token) -> builder.appendMathMLTextElement(parent, "mi", shown, false);
  }

  /** Upright text in this element. */
  static CommandHandler text(String element) {
    return (builder, parent, token) -> {
      String source = token.getArguments()[0].getSlice().extract().toString();
      String plain = TextMode.plain(source);
      Element text = builder.appendMathMLTextElement(parent, element, plain, false);
      if (element.equals("mi") && plain.codePointCount(0, plain.length()) == 1) {
        text.setAttribute("mathvariant", "normal");
      }
    };
  }

  /** The letters of the argument in another alphabet. */
  static CommandHandler alphabet(Alphabet alphabet) {
    return (builder, parent, token) -> {
      Element row = builder.appendMathMLElement(parent, "mrow");
      builder.handleTokens(row, token.getArguments()[0], true);
      alphabet.apply(row);
    };
  }

  /** A handler that sets an attribute besides. */
  static CommandHandler with(CommandHandler plain, String attribute, String value) {
    return (builder, parent, token) -> {
      plain.handleCommand(builder, parent, token);
      last(parent).setAttribute(attribute, value);
    };
  }

  /** An environment whose element gets a class. */
  static EnvironmentHandler labelled(EnvironmentHandler plain, String label) {
    return (builder, parent, token) -> {
      plain.handleEnvironment(builder, parent, token);
      last(parent).setAttribute("class", label);
    };
  }

  static void binomial(DOMBuilder builder, Element parent, CommandToken token)
      throws SnuggleParseException {
    Element fence = parentheses(builder, parent);
    new MathComplexCommandHandler("mfrac").handleCommand(builder, fence, token);
    last(fence).setAttribute("linethickness", "0");
  }

  static void modulus(DOMBuilder builder, Element parent, CommandToken token)
      throws SnuggleParseException {
    builder.appendMathMLSpace(parent, "0.5em");
    Element row = builder.appendMathMLElement(parentheses(builder, parent), "mrow");
    builder.appendMathMLTextElement(row, "mi", "mod", false);
    builder.appendMathMLSpace(row, "0.3em");
    builder.handleTokens(row, token.getArguments()[0], true);
  }

  static void labelledArrow(DOMBuilder builder, Element parent, CommandToken token)
      throws SnuggleParseException {
    Element over = builder.appendMathMLElement(parent, "mover");
    builder.appendMathMLOperatorElement(over, "⟶");
    builder.handleMathTokensAsSingleElement(over, token.getArguments()[0]);
  }

  private static Element parentheses(DOMBuilder builder, Element parent) {
    Element fence = builder.appendMathMLElement(parent, "mfenced");
    fence.setAttribute("open", "(");
    fence.setAttribute("close", ")");
    return fence;
  }

  private static Element last(Element parent) {
    return (Element) parent.getLastChild();
  }
}
