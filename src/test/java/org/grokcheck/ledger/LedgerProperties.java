package org.grokcheck.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.ledger.LedgerLines.Line;

/** What is written is read back; what is broken is found where it is. */
class LedgerProperties {
  private static final List<String> REQUIRED =
      List.of("id", "locator", "title", "kind", "statement", "inputs", "as_printed", "background");

  /** How one field is broken; the names of the fields that it can break. */
  private enum Fault {
    REMOVED(REQUIRED),
    BLANK(List.of("title", "statement", "inputs", "background", "as_printed", "kind")),
    LIST(REQUIRED),
    NUMBER(REQUIRED),
    TEXT(List.of("parts", "edge_cases", "properties", "links", "reproduction", "formula")),
    UNKNOWN_WORD(List.of("kind", "as_printed")),
    DANGLING(List.of("links")),
    OPEN_BRACE(List.of("formula")),
    FOREIGN(List.of("id")),
    MISSPELT(List.of("locator", "properties", "links", "statement"));

    private final List<String> fields;

    Fault(List<String> fields) {
      this.fields = fields;
    }
  }

  @Provide
  Arbitrary<List<Claim>> claims() {
    return RandomClaims.lists();
  }

  @Provide
  Arbitrary<Fault> faults() {
    return Arbitraries.of(Fault.values());
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void writtenClaimsAreReadBack(@ForAll("claims") List<Claim> claims) {
    List<Line> lines = LedgerLines.of(claims);
    List<Claim> read = parse(lines);
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < claims.size(); i++) {
      expected.add(claims.get(i).toString().replaceFirst("source=beck.yaml:1]$", at(lines, i)));
    }
    assertEquals(expected, read.stream().map(Claim::toString).toList());
  }

  private static String at(List<Line> lines, int claim) {
    return "source=beck.yaml:" + (1 + index(lines, claim, "id")) + "]";
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void oneBrokenFieldIsFoundOnItsLine(
      @ForAll("claims") List<Claim> claims, @ForAll("faults") Fault fault, @ForAll int which) {
    List<Line> lines = LedgerLines.of(claims);
    List<Line> candidates =
        lines.stream().filter(line -> fault.fields.contains(line.field())).toList();
    Optional<Line> chosen =
        candidates.isEmpty()
            ? Optional.empty()
            : Optional.of(candidates.get(Math.floorMod(which, candidates.size())));
    chosen.ifPresent(line -> assertFound(lines, line, fault));
  }

  private static void assertFound(List<Line> lines, Line target, Fault fault) {
    int at = lines.indexOf(target);
    List<Line> broken = new ArrayList<>(lines);
    broken.remove(at);
    broken(target, fault).ifPresent(line -> broken.add(at, line));
    LedgerException e = assertThrows(LedgerException.class, () -> parse(broken));
    int expected = fault == Fault.REMOVED ? 1 + index(broken, target.claim(), "") : 1 + at;
    assertTrue(
        e.problems().stream()
            .anyMatch(
                p ->
                    p.file().equals("beck.yaml")
                        && p.line() == expected
                        && p.field().startsWith(field(target, fault))),
        () -> "line " + expected + ", field " + target.field() + ", got: " + e.getMessage());
  }

  private static String field(Line target, Fault fault) {
    return fault == Fault.MISSPELT ? target.field() + "_" : target.field();
  }

  private static Optional<Line> broken(Line line, Fault fault) {
    return switch (fault) {
      case REMOVED -> Optional.empty();
      case BLANK -> Optional.of(new Line(line.claim(), line.field(), "'  '"));
      case LIST -> Optional.of(new Line(line.claim(), line.field(), "[a]"));
      case NUMBER -> Optional.of(new Line(line.claim(), line.field(), "1.5"));
      case TEXT -> Optional.of(new Line(line.claim(), line.field(), "'words'"));
      case UNKNOWN_WORD -> Optional.of(new Line(line.claim(), line.field(), "'hold'"));
      case DANGLING -> Optional.of(new Line(line.claim(), line.field(), "[beck.nowhere]"));
      case OPEN_BRACE -> Optional.of(new Line(line.claim(), line.field(), "{printed: '{'}"));
      case FOREIGN -> Optional.of(new Line(line.claim(), line.field(), "kumar.x"));
      case MISSPELT -> Optional.of(new Line(line.claim(), line.field() + "_", line.value()));
    };
  }

  /** Where a claim's field stands; any field of it where none is named. */
  private static int index(List<Line> lines, int claim, String field) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).claim() == claim
          && (field.isEmpty() || lines.get(i).field().equals(field))) {
        return i;
      }
    }
    throw new IllegalArgumentException("claim " + claim + " has no field " + field);
  }

  private static List<Claim> parse(List<Line> lines) {
    return Ledger.parse(Map.of("beck.yaml", LedgerLines.text(lines))).claims();
  }
}
