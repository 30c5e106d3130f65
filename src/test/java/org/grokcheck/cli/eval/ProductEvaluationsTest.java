package org.grokcheck.cli.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.grokcheck.ledger.Ledger;
import org.junit.jupiter.api.Test;

/** Every evaluation that the product offers is well formed and can be chosen by its inputs. */
class ProductEvaluationsTest {
  private static final EvalIndex INDEX = EvalIndex.ofProduct();

  @Test
  void everyOneBelongsToAClaimAndTakesWhatJsonHolds() {
    Ledger ledger = Ledger.load();
    assertFalse(INDEX.claims().isEmpty());
    for (String claim : INDEX.claims()) {
      assertTrue(ledger.find(claim).isPresent(), claim);
      assertFalse(INDEX.of(claim).isEmpty(), claim);
    }
  }

  @Test
  void noTwoOfAClaimTakeTheSameInputs() {
    for (String claim : INDEX.claims()) {
      List<Set<String>> names =
          INDEX.of(claim).stream().map(way -> Set.copyOf(way.inputs())).toList();
      assertEquals(names.size(), new HashSet<>(names).size(), claim + ": " + names);
    }
  }
}
