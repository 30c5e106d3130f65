package org.grokcheck.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The ledger that the project ships: it loads, it is complete, and it can be searched. */
class LedgerTest {
  private static final Ledger LEDGER = Ledger.load();

  @Test
  void everyPaperHasItsClaims() {
    Map<String, Integer> counts = new TreeMap<>();
    LEDGER.claims().forEach(claim -> counts.merge(claim.paper(), 1, Integer::sum));
    assertEquals(
        Map.of("beck", 199, "beck-summary", 17, "kumar", 164, "notsawo", 216, "omnigrok", 129),
        counts);
    assertEquals(725, LEDGER.claims().size());
    assertEquals(216, LEDGER.ofPaper("beck").size());
  }

  @Test
  void recordsKnowTheirOrigin() {
    Claim claim = LEDGER.get("beck.eq13.ratio");
    assertEquals("beck", claim.paper());
    assertTrue(claim.source().matches("beck\\.yaml:[0-9]+"), claim.source());
    assertEquals("beck-summary", LEDGER.get("beck-summary.iff").paper());
    assertEquals("beck", LEDGER.get("beck-summary.iff").paperGroup());
  }

  @Test
  void anUnknownIdIsAnsweredWithTheNearest() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> LEDGER.get("beck.eq13.acuracy"));
    assertTrue(
        e.getMessage().startsWith("no claim 'beck.eq13.acuracy'; did you mean beck.eq13.accuracy"),
        e.getMessage());
  }

  @Test
  void patternsSelectInLedgerOrder() {
    assertEquals(7, LEDGER.matching("beck.table1*").size());
    assertEquals(
        "beck.eq6,kumar.eq5",
        String.join(
            ",", LEDGER.matching("kumar.eq5, beck.eq6").stream().map(Claim::id).toList()));
    assertEquals(725, LEDGER.matching("*").size());
    assertEquals(0, LEDGER.matching("beck.eq").size());
    assertEquals(0, LEDGER.matching("").size());
  }
}
