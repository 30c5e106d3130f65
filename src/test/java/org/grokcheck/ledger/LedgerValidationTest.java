package org.grokcheck.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.grokcheck.ledger.LedgerException.Problem;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A broken ledger is refused with one line for each problem: file, line, field, what to do. */
class LedgerValidationTest {
  /** A valid record; every case below changes one of its lines. */
  private static final List<String> RECORD =
      List.of(
          "- id: beck.a",
          "  locator: Sec. 1",
          "  title: One",
          "  kind: identity",
          "  statement: x = x",
          "  inputs: x real",
          "  as_printed: holds",
          "  background: trivial");

  private static final String FIELDS =
      "id, locator, title, kind, statement, inputs, as_printed, correction, formula, background,"
          + " parts, refuted_parts, edge_cases, properties, reproduction, links, not_checked";

  private record Case(String name, String text, String message) {}

  private static String record() {
    return String.join("\n", RECORD) + "\n";
  }

  /** The record with one line replaced; an empty replacement removes the line. */
  private static String with(int line, String... replacement) {
    List<String> lines = new ArrayList<>(RECORD);
    lines.remove(line - 1);
    lines.addAll(line - 1, Arrays.asList(replacement));
    return String.join("\n", lines) + "\n";
  }

  private static String plus(String... more) {
    return record() + String.join("\n", more) + "\n";
  }

  private static String message(String text) {
    return assertThrows(LedgerException.class, () -> Ledger.parse(Map.of("beck.yaml", text)))
        .getMessage();
  }

  @TestFactory
  Stream<DynamicTest> theShapeOfTheFile() {
    return run(
        new Case("empty file", "", "beck.yaml:1: the file is empty; expected a list of claims"),
        new Case(
            "root is a mapping",
            "# a comment\nid: beck.a\n",
            "beck.yaml:2: expected a list of claims, found a mapping"),
        new Case("root is text", "hello\n", "beck.yaml:1: expected a list of claims, found text"),
        new Case(
            "an entry is text",
            record() + "- hello\n",
            "beck.yaml:9: expected a claim, found text"),
        new Case(
            "tab as indentation",
            with(3, "\ttitle: One"),
            "beck.yaml:3: YAML: found character '\\t(TAB)' that cannot start any token. (Do not use"
                + " \\t(TAB) for indentation)"),
        new Case(
            "unclosed quote",
            with(5, "  statement: 'x = x"),
            "beck.yaml:9: YAML: found unexpected end of stream"),
        new Case(
            "colon in a plain text",
            with(5, "  statement: x: y"),
            "beck.yaml:5: YAML: mapping values are not allowed here"),
        new Case(
            "two documents",
            record() + "---\n" + record(),
            "beck.yaml:9: YAML: but found another document"),
        new Case(
            "anchor",
            with(5, "  statement: &s x = x"),
            "beck.yaml:5: anchor or alias 's'; write the text out instead"),
        new Case(
            "tag",
            with(5, "  statement: !!str x"),
            "beck.yaml:5: tag 'tag:yaml.org,2002:str'; tags are not accepted"),
        new Case("deep nesting", "[".repeat(100_000), "beck.yaml:1: nested more than 8 deep"),
        new Case(
            "control character",
            with(5, "  statement: x\u0007"),
            "beck.yaml:5: character U+0007 is not accepted"));
  }

  @TestFactory
  Stream<DynamicTest> theFieldsOfAClaim() {
    return run(
        new Case("missing field", with(3), "beck.yaml:1: title: missing; every claim needs it"),
        new Case(
            "blank statement",
            with(5, "  statement: ''"),
            "beck.yaml:5: statement: blank; write the text or leave the field out"),
        new Case(
            "unknown field",
            with(3, "  titel: One", "  title: One"),
            "beck.yaml:3: titel: unknown field; accepted: " + FIELDS),
        new Case(
            "field twice",
            with(4, "  title: Two", "  kind: identity"),
            "beck.yaml:4: title: given twice; first on line 3"),
        new Case(
            "list where text belongs",
            with(6, "  inputs: [x, y]"),
            "beck.yaml:6: inputs: expected text, found a list"),
        new Case(
            "number where text belongs",
            with(3, "  title: 12"),
            "beck.yaml:3: title: expected text, found the value 12 (quote it to make it text)"),
        new Case(
            "unquoted false",
            with(7, "  as_printed: false"),
            "beck.yaml:7: as_printed: expected text, found the value false (quote it to make it"
                + " text)"),
        new Case(
            "text where a list belongs",
            plus("  edge_cases: x = 0"),
            "beck.yaml:9: edge_cases: expected a list, found text"),
        new Case(
            "mapping in a list",
            plus("  properties:", "    - fine", "    - limit: x"),
            "beck.yaml:11: properties: expected text, found a mapping"),
        new Case(
            "blank list item",
            plus("  properties:", "    - ''"),
            "beck.yaml:10: properties: blank; write the text or leave the field out"),
        new Case(
            "unknown kind",
            with(4, "  kind: identiy"),
            "beck.yaml:4: kind: unknown kind 'identiy'; accepted: definition, identity, inequality,"
                + " theorem, asymptotic, scaling-law, algorithm, empirical, qualitative,"
                + " extension"),
        new Case(
            "unknown status",
            with(7, "  as_printed: true-ish"),
            "beck.yaml:7: as_printed: unknown status 'true-ish'; accepted: holds,"
                + " holds-under-convention, misprint, too-strong, false, not-checkable"),
        new Case(
            "illegal character in an id",
            with(1, "- id: beck.a b"),
            "beck.yaml:1: id: 'beck.a b' is no id; accepted: beck.name or beck.part.name of"
                + " letters, digits, '-' and '_'"),
        new Case(
            "id of another paper",
            with(1, "- id: kumar.a"),
            "beck.yaml:1: id: 'kumar.a' must begin with 'beck.', like the file's name"),
        new Case(
            "reproduction without a verdict",
            plus("  reproduction:", "    setting: a", "    small: b", "    full: c"),
            "beck.yaml:10: reproduction.verdict: missing; every reproduction.* needs it"),
        new Case(
            "reproduction as text",
            plus("  reproduction: later"),
            "beck.yaml:9: reproduction: expected the fields setting, small, full, verdict, found"
                + " text"),
        new Case(
            "blank reason",
            plus("  not_checked: ' '"),
            "beck.yaml:9: not_checked: blank; write the text or leave the field out"));
  }

  @TestFactory
  Stream<DynamicTest> partsOfAClaim() {
    String misprint =
        with(7, "  as_printed: misprint", "  correction: y = y", "  parts: [weight, bias]");
    return run(
        new Case(
            "parts as text",
            plus("  parts: weight"),
            "beck.yaml:9: parts: expected a list, found text"),
        new Case(
            "blank part",
            plus("  parts: [weight, '']"),
            "beck.yaml:9: parts: blank; write the text or leave the field out"),
        new Case(
            "part twice",
            plus("  parts:", "    - weight", "    - weight"),
            "beck.yaml:11: parts: 'weight' is listed twice"),
        new Case(
            "refuted part of what holds",
            plus("  parts: [weight]", "  refuted_parts: [weight]"),
            "beck.yaml:10: refuted_parts: given, although the claim is holds"),
        new Case(
            "refuted parts without parts",
            with(7, "  as_printed: misprint", "  correction: y = y", "  refuted_parts: [weight]"),
            "beck.yaml:9: refuted_parts: given, but the claim has no parts"),
        new Case(
            "misprint in an unnamed part",
            misprint,
            "beck.yaml:1: refuted_parts: missing; a claim that is misprint must say which of its"
                + " parts the printed form gets wrong"),
        new Case(
            "refuted part that is none",
            misprint + "  refuted_parts:\n    - bias\n    - wait\n",
            "beck.yaml:13: refuted_parts: no part 'wait'; accepted: weight, bias"),
        new Case(
            "refuted part twice",
            misprint + "  refuted_parts: [bias, bias]\n",
            "beck.yaml:11: refuted_parts: 'bias' is listed twice"));
  }

  @TestFactory
  Stream<DynamicTest> correctionsAndFormulas() {
    return run(
        new Case(
            "misprint without a correction",
            with(7, "  as_printed: misprint"),
            "beck.yaml:1: correction: missing; a claim that is misprint must say what holds"),
        new Case(
            "false without a correction",
            with(7, "  as_printed: 'false'", "  correction: null"),
            "beck.yaml:8: correction: missing; a claim that is false must say what holds"),
        new Case(
            "too strong with a blank correction",
            with(7, "  as_printed: too-strong", "  correction: ''"),
            "beck.yaml:8: correction: blank; write the text or leave the field out"),
        new Case(
            "correction of what holds",
            plus("  correction: y = y"),
            "beck.yaml:9: correction: given, although the claim holds as printed"),
        new Case(
            "corrected formula without a correction",
            plus("  formula:", "    printed: x", "    corrected: y"),
            "beck.yaml:11: formula.corrected: given, but the claim has no correction in words"),
        new Case(
            "empty formula",
            plus("  formula: {}"),
            "beck.yaml:9: formula.printed: missing; give printed, corrected or both"),
        new Case(
            "brace left open",
            plus("  formula:", "    printed: '\\frac{1}{2'"),
            "beck.yaml:10: formula.printed: unbalanced braces: 1 not closed"),
        new Case(
            "brace closed twice",
            plus("  formula:", "    printed: 'x}{'"),
            "beck.yaml:10: formula.printed: unbalanced braces: '}' without '{' at character 2"),
        new Case(
            "left without right",
            plus("  formula:", "    printed: '\\left( x \\leftarrow y )'"),
            "beck.yaml:10: formula.printed: \\left and \\right don't pair up"),
        new Case(
            "escape in double quotes",
            plus("  formula:", "    printed: \"\\tilde S\""),
            "beck.yaml:10: formula.printed: control character; use single quotes where"
                + " backslashes must stay"),
        new Case(
            "dollar signs",
            plus("  formula:", "    printed: $x$"),
            "beck.yaml:10: formula.printed: dollar sign; write the formula without delimiters"));
  }

  @TestFactory
  Stream<DynamicTest> relationsBetweenClaims() {
    return run(
        new Case(
            "duplicate id",
            record() + record(),
            "beck.yaml:9: id: 'beck.a' is already at beck.yaml:1"),
        new Case(
            "dangling link",
            plus("  links:", "    - beck.bb").replace("beck.a\n", "beck.b\n"),
            "beck.yaml:10: links: no claim 'beck.bb'; did you mean beck.b?"),
        new Case(
            "link to itself",
            plus("  links: [beck.a]"),
            "beck.yaml:9: links: the claim links to itself"),
        new Case(
            "link twice",
            record() + with(1, "- id: beck.b") + "  links:\n    - beck.a\n    - beck.a\n",
            "beck.yaml:19: links: 'beck.a' is listed twice"));
  }

  @Test
  void invalidUtf8NamesItsLine() {
    byte[] bytes = with(5, "  statement: \u00e9").getBytes(StandardCharsets.ISO_8859_1);
    LedgerException e =
        assertThrows(LedgerException.class, () -> Ledger.read(Map.of("beck.yaml", bytes)));
    assertEquals("beck.yaml:5: not valid UTF-8; save the file as UTF-8", e.getMessage());
  }

  @Test
  void aliasBombsAreRefusedAtOnce() {
    StringBuilder bomb = new StringBuilder("- &a [lol, lol]\n");
    for (char c = 'b'; c <= 'z'; c++) {
      bomb.append(String.format("- &%c [*%c, *%c, *%c]%n", c, c - 1, c - 1, c - 1));
    }
    assertTrue(message(bomb.toString()).startsWith("beck.yaml:1: anchor or alias 'a'; write"));
  }

  @Test
  void everyProblemIsReportedInOrder() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("kumar.yaml", record());
    files.put("beck.yaml", with(4, "  kind: identiy") + with(3).replace("beck.a", "beck.b"));
    LedgerException e = assertThrows(LedgerException.class, () -> Ledger.parse(files));
    List<String> places =
        e.problems().stream().map(p -> p.file() + ":" + p.line() + ":" + p.field()).toList();
    assertEquals(
        List.of("beck.yaml:1:id", "beck.yaml:4:kind", "beck.yaml:9:title", "kumar.yaml:1:id"),
        places);
    assertEquals(
        e.problems().stream().map(Problem::toString).toList(), e.getMessage().lines().toList());
  }

  @Test
  void aByteOrderMarkAndExplicitNullsAreAccepted() {
    String text = "\uFEFF" + plus("  correction: null", "  reproduction: null", "  links: []");
    assertEquals(1, Ledger.parse(Map.of("beck.yaml", text)).claims().size());
  }

  private static Stream<DynamicTest> run(Case... cases) {
    return Arrays.stream(cases)
        .map(
            c ->
                DynamicTest.dynamicTest(
                    c.name(), () -> assertEquals(c.message(), message(c.text()))));
  }
}
