package org.grokcheck.report.dossier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grokcheck.ledger.Claim;
import org.grokcheck.ledger.Formula;
import org.grokcheck.report.formula.FormulaRenderer;
import org.grokcheck.report.formula.FormulaRenderer.Rendered;

/** The rendered formulas of claims; each is rendered once, and each problem is kept. */
final class Formulas {
  private final FormulaRenderer renderer = new FormulaRenderer();
  private final Map<String, Rendered> rendered = new HashMap<>();
  private final List<String> problems = new ArrayList<>();

  /**
   * A formula on a page.
   *
   * @param role whether it is the printed or the corrected form
   * @param html markup
   */
  record View(String role, String html) {}

  /** The forms of a claim's formula, the printed one first. */
  List<View> of(Claim claim) {
    List<View> views = new ArrayList<>();
    printed(claim).ifPresent(html -> views.add(new View("as printed", html)));
    corrected(claim).ifPresent(html -> views.add(new View("what holds", html)));
    return views;
  }

  Optional<String> printed(Claim claim) {
    return claim.formula().flatMap(Formula::printed).map(latex -> html(claim, latex));
  }

  Optional<String> corrected(Claim claim) {
    return claim.formula().flatMap(Formula::corrected).map(latex -> html(claim, latex));
  }

  private String html(Claim claim, String latex) {
    return rendered.computeIfAbsent(latex, l -> render(claim, l)).html();
  }

  private Rendered render(Claim claim, String latex) {
    Rendered result = renderer.render(latex);
    result.problem().ifPresent(p -> problems.add(claim.id() + ": a formula is not rendered: " + p));
    return result;
  }

  List<String> problems() {
    return problems;
  }
}
