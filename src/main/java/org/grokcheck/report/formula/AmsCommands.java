package org.grokcheck.report.formula;

import static uk.ac.ed.ph.snuggletex.definitions.Globals.MATH_MODE_ONLY;
import static uk.ac.ed.ph.snuggletex.definitions.LaTeXMode.MATH;
import static uk.ac.ed.ph.snuggletex.definitions.LaTeXMode.VERBATIM;

import java.util.List;
import uk.ac.ed.ph.snuggletex.SnugglePackage;
import uk.ac.ed.ph.snuggletex.dombuilding.CommandHandler;
import uk.ac.ed.ph.snuggletex.dombuilding.MathComplexCommandHandler;
import uk.ac.ed.ph.snuggletex.dombuilding.MatrixHandler;
import uk.ac.ed.ph.snuggletex.semantics.Interpretation;
import uk.ac.ed.ph.snuggletex.semantics.MathIdentifierInterpretation;
import uk.ac.ed.ph.snuggletex.semantics.MathOperatorInterpretation;

/**
 * Commands of LaTeX and its amsmath package that formulas use and that SnuggleTeX lacks, or renders
 * with elements that browsers no longer know.
 */
final class AmsCommands {
  private static final List<String> FUNCTIONS =
      List.of(
          "arg", "det", "lim", "max", "min", "sup", "inf", "Pr", "erf", "erfc", "sgn", "sign",
          "Var", "Cov", "tr", "Tr", "diag", "rank", "softmax");

  private final SnugglePackage commands = new SnugglePackage("amsmath");

  private AmsCommands() {}

  static SnugglePackage create() {
    AmsCommands ams = new AmsCommands();
    ams.symbols();
    ams.names();
    ams.alphabets();
    ams.structures();
    return ams.commands;
  }

  private void symbols() {
    operator("to", "→");
    operator("gets", "←");
    operator("lt", "<");
    operator("gt", ">");
    operator("iff", "⟺");
    operator("implies", "⟹");
    operator("impliedby", "⟸");
    operator("coloneqq", "≔");
    operator("colon", ":");
    operator("mid", "∣");
    operator("bmod", "mod");
    operator("land", "∧");
    operator("lor", "∨");
    operator("setminus", "∖");
    identifier("phi", "ϕ");
    identifier("varphi", "φ");
    identifier("dots", "…");
    identifier("dotsc", "…");
    identifier("dotsb", "⋯");
  }

  private void names() {
    for (String name : List.of("text", "textrm", "textnormal", "mbox", "textit", "textup")) {
      withText(name, AmsHandlers.text("mtext"));
    }
    for (String name : List.of("mathrm", "operatorname", "mathsf", "mathtt", "mathit")) {
      withText(name, AmsHandlers.text("mi"));
    }
    FUNCTIONS.forEach(name -> function(name, name));
    function("limsup", "lim sup");
    function("liminf", "lim inf");
    function("argmax", "arg max");
    function("argmin", "arg min");
  }

  private void alphabets() {
    withMath("mathbf", 1, AmsHandlers.alphabet(Alphabet.BOLD));
    withMath("boldsymbol", 1, AmsHandlers.alphabet(Alphabet.BOLD_ITALIC));
    withMath("bm", 1, AmsHandlers.alphabet(Alphabet.BOLD_ITALIC));
    withMath("mathcal", 1, AmsHandlers.alphabet(Alphabet.SCRIPT));
    withMath("mathscr", 1, AmsHandlers.alphabet(Alphabet.SCRIPT));
    withMath("mathbb", 1, AmsHandlers.alphabet(Alphabet.DOUBLE_STRUCK));
    withMath("mathfrak", 1, AmsHandlers.alphabet(Alphabet.FRAKTUR));
  }

  private void structures() {
    CommandHandler fraction = new MathComplexCommandHandler("mfrac");
    withMath("dfrac", 2, fraction);
    withMath("tfrac", 2, AmsHandlers.with(fraction, "displaystyle", "false"));
    withMath("binom", 2, AmsHandlers::binomial);
    withMath("pmod", 1, AmsHandlers::modulus);
    withMath("mathop", 1, new MathComplexCommandHandler("mrow"));
    withMath("xrightarrow", 1, AmsHandlers::labelledArrow);
    for (String name : List.of("aligned", "split", "gathered")) {
      environment(name, new MatrixHandler(), "aligned");
    }
    environment("cases", new MatrixHandler(2, "{", ""), "cases");
  }

  private void operator(String name, String symbol) {
    commands.addSimpleMathCommand(name, new MathOperatorInterpretation(symbol));
  }

  private void identifier(String name, String symbol) {
    commands.addSimpleMathCommand(name, new MathIdentifierInterpretation(symbol));
  }

  private void function(String name, String shown) {
    commands.addSimpleMathCommand(
        name, new MathIdentifierInterpretation(shown), AmsHandlers.name(shown));
  }

  private void withText(String name, CommandHandler handler) {
    commands.addComplexCommandOneArg(name, false, MATH_MODE_ONLY, VERBATIM, handler, null);
  }

  private void withMath(String name, int arguments, CommandHandler handler) {
    commands.addComplexCommandSameArgMode(name, false, arguments, MATH_MODE_ONLY, handler, null);
  }

  private void environment(String name, MatrixHandler handler, String label) {
    commands.addEnvironment(
        name,
        MATH_MODE_ONLY,
        MATH,
        Interpretation.TABULAR,
        AmsHandlers.labelled(handler, label),
        null);
  }
}
