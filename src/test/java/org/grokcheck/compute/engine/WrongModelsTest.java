package org.grokcheck.compute.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.grokcheck.compute.agreement.Case;
import org.grokcheck.compute.agreement.Evaluation;
import org.grokcheck.compute.agreement.Finding;
import org.grokcheck.compute.agreement.Party;
import org.junit.jupiter.api.Test;

/** The bounds that right models meet are exceeded by wrong ones. */
class WrongModelsTest {
  @Test
  void wrongModelsAreNoticed() {
    int noticed = 0;
    for (Case right : Parties.CASES) {
      Evaluation expected = Parties.evaluated(Parties.DOUBLE, right);
      for (Case wrong : WrongModels.of(right)) {
        assertEveryQuantityTells(compare(right, Parties.DOUBLE, wrong, expected));
        List<Finding> single = compare(right, Parties.SINGLE, wrong, expected);
        assertTrue(single.stream().anyMatch(f -> !f.holds()), () -> "not noticed: " + single);
        noticed++;
      }
    }
    assertTrue(noticed > 100, "wrong models: " + noticed);
  }

  private static List<Finding> compare(Case right, Party party, Case wrong, Evaluation expected) {
    return Parties.on(right).between(party, party.evaluate(wrong), Parties.DOUBLE, expected);
  }

  private static void assertEveryQuantityTells(List<Finding> findings) {
    findings.forEach(f -> assertTrue(!f.holds(), () -> "not noticed: " + f));
  }
}
