package org.grokcheck.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
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
        String.join(",", LEDGER.matching("kumar.eq5, beck.eq6").stream().map(Claim::id).toList()));
    assertEquals(725, LEDGER.matching("*").size());
    assertEquals(0, LEDGER.matching("beck.eq").size());
    assertEquals(0, LEDGER.matching("").size());
  }

  @Test
  void locatorsGiveSections() {
    assertEquals("Sec. 3.2", Section.of("Eq. (6), Sec. 3.2"));
    assertEquals("App. E.2", Section.of("Eq. (31), first line, App. E.2"));
    assertEquals("Sec. 1", Section.of("Abstract; Sec. 1, fourth contribution"));
    assertEquals("Sec. 16.1", Section.of("Secs. 16.1, 16.3, 16.4"));
    assertEquals("Fig. 3", Section.of("Figure 3a"));
    assertEquals("Table 1", Section.of("Table 1, row b"));
    assertEquals("Extensions", Section.of("extension of Sec. 2"));
    assertEquals("Whole paper", Section.of("whole paper"));
  }

  @Test
  void extensionsAreThoseThatThePapersLack() {
    LEDGER
        .claims()
        .forEach(
            claim ->
                assertEquals(
                    claim.kind() == Kind.EXTENSION,
                    claim.section().equals("Extensions"),
                    claim.source()));
  }

  @Test
  void textsNameOnlyClaimsThatExist() {
    Pattern id =
        Pattern.compile(
            "(?<![\\w.-])(?:beck|beck-summary|kumar|notsawo|omnigrok)\\.[\\w.*-]*[\\w*]");
    for (Claim claim : LEDGER.claims()) {
      id.matcher(claim.toString().replace(claim.source(), ""))
          .results()
          .map(MatchResult::group)
          .filter(name -> LEDGER.matching(name).isEmpty())
          .findFirst()
          .ifPresent(name -> fail(claim.source() + " names the unknown claim " + name));
    }
  }

  @Test
  void labelsReadBack() {
    for (Kind kind : Kind.values()) {
      assertEquals(kind, Kind.of(kind.label()));
    }
    for (AsPrinted status : AsPrinted.values()) {
      assertEquals(status, AsPrinted.of(status.label()));
    }
    assertThrows(IllegalArgumentException.class, () -> Kind.of("Identity"));
    assertThrows(IllegalArgumentException.class, () -> AsPrinted.of("true"));
  }
}
