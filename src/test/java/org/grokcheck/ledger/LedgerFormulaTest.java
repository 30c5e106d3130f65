package org.grokcheck.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.ac.ed.ph.snuggletex.SnuggleEngine;
import uk.ac.ed.ph.snuggletex.SnuggleInput;
import uk.ac.ed.ph.snuggletex.SnuggleSession;

/** Every formula of the ledger is LaTeX that a page can show. */
class LedgerFormulaTest {
  private static final Ledger LEDGER = Ledger.load();
  private static final SnuggleEngine ENGINE = new SnuggleEngine();

  /** The two-point model, the scalar formulas of the full one, and Wendel's probability. */
  private static final String WITH_FORMULA =
      "beck.eq4,beck.eq5,beck.eq6,beck.eq7,beck.eq12,beck.eq13.*,beck.eq15,beck.sec4.*,"
          + "beck.table1.*,beck.fig3.*,beck.fig4.*,beck.eq16,beck.eq17,beck.eq18,beck.eq19,"
          + "beck.appa.binomial,beck.eq3*,beck.eq40,beck.eq41,beck.eq42,beck.eq43,beck.eq44,"
          + "beck.appe2.*,beck.appe3.*,beck.appe4.*,beck.fig8.*,beck.ext.t-of-S,beck.ext.tstar-*,"
          + "beck.ext.sigma-*,beck.ext.ratio-*,beck.ext.acc-time-*,beck.ext.monotone-accuracy,"
          + "beck.ext.u-*,beck.ext.d1-arbitrary,beck.ext.wendel-*";

  @Test
  void everyFormulaConverts() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Claim claim : LEDGER.claims()) {
      for (String latex : formulas(claim).toList()) {
        List<String> errors = errors(latex);
        if (!errors.isEmpty()) {
          broken.add(claim.source() + " " + claim.id() + ": " + errors + " in " + latex);
        }
      }
    }
    assertEquals(List.of(), broken);
  }

  @Test
  void theConverterRejectsWhatItDoesNotKnow() throws IOException {
    assertFalse(errors("\\binom{N}{k}").isEmpty());
    assertFalse(errors("\\frac{1}").isEmpty());
    assertFalse(errors("x \\to 0").isEmpty());
  }

  @Test
  void theTwoPointModelHasItsFormulas() {
    List<Claim> expected = new ArrayList<>(LEDGER.matching(WITH_FORMULA));
    expected.removeIf(claim -> claim.id().equals("beck.eq3"));
    List<String> without =
        expected.stream().filter(claim -> claim.formula().isEmpty()).map(Claim::id).toList();
    assertEquals(List.of(), without);
    assertTrue(expected.size() >= 70, () -> "only " + expected.size() + " claims matched");
  }

  @Test
  void aContradictedFormulaSaysWhatHolds() {
    List<String> open =
        LEDGER.claims().stream()
            .filter(claim -> claim.asPrinted().contradicted())
            .filter(claim -> claim.formula().map(f -> f.corrected().isEmpty()).orElse(false))
            .map(Claim::id)
            .toList();
    assertEquals(List.of(), open);
  }

  private static Stream<String> formulas(Claim claim) {
    return claim.formula().stream()
        .flatMap(f -> Stream.of(f.printed(), f.corrected()))
        .flatMap(Optional::stream);
  }

  /** What the converter complains about; no MathML at all counts as a complaint. */
  private static List<String> errors(String latex) throws IOException {
    SnuggleSession session = ENGINE.createSession();
    session.getConfiguration().setFailingFast(false);
    session.parseInput(new SnuggleInput("\\[" + latex + "\\]"));
    List<String> errors =
        session.getErrors().stream()
            .map(e -> e.getErrorCode() + " " + List.of(e.getArguments()))
            .collect(Collectors.toCollection(ArrayList::new));
    String mathMl = session.buildXMLString();
    if (errors.isEmpty() && (mathMl == null || !mathMl.startsWith("<math"))) {
      errors.add("no MathML: " + mathMl);
    }
    return errors;
  }
}
