package org.grokcheck.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes claims as YAML with one field a line, so that a test knows where each field stands. */
final class LedgerLines {
  /** One line of the file: the claim, the field, and the text after the field's name. */
  record Line(int claim, String field, String value) {}

  private LedgerLines() {}

  static List<Line> of(List<Claim> claims) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < claims.size(); i++) {
      int claim = i;
      fields(claims.get(i)).forEach((field, value) -> lines.add(new Line(claim, field, value)));
    }
    return lines;
  }

  static String text(List<Line> lines) {
    StringBuilder text = new StringBuilder();
    int last = -1;
    for (Line line : lines) {
      text.append(line.claim() == last ? "  " : "- ").append(line.field()).append(": ");
      text.append(line.value()).append('\n');
      last = line.claim();
    }
    return text.toString();
  }

  private static Map<String, String> fields(Claim claim) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("id", quoted(claim.id()));
    fields.put("locator", quoted(claim.locator()));
    fields.put("title", quoted(claim.title()));
    fields.put("kind", quoted(claim.kind().label()));
    fields.put("statement", quoted(claim.statement()));
    fields.put("inputs", quoted(claim.inputs()));
    fields.put("as_printed", quoted(claim.asPrinted().label()));
    claim.correction().ifPresent(c -> fields.put("correction", quoted(c)));
    claim.formula().ifPresent(f -> fields.put("formula", formula(f)));
    fields.put("background", quoted(claim.background()));
    fields.put("parts", list(claim.parts()));
    if (!claim.refutedParts().isEmpty()) {
      fields.put("refuted_parts", list(claim.refutedParts()));
    }
    fields.put("edge_cases", list(claim.edgeCases()));
    fields.put("properties", list(claim.properties()));
    claim.reproduction().ifPresent(r -> fields.put("reproduction", reproduction(r)));
    fields.put("links", list(claim.links()));
    claim.notChecked().ifPresent(r -> fields.put("not_checked", quoted(r)));
    return fields;
  }

  private static String formula(Formula formula) {
    List<String> parts = new ArrayList<>();
    formula.printed().ifPresent(f -> parts.add("printed: " + quoted(f)));
    formula.corrected().ifPresent(f -> parts.add("corrected: " + quoted(f)));
    return "{" + String.join(", ", parts) + "}";
  }

  private static String reproduction(Reproduction r) {
    return String.format(
        "{setting: %s, small: %s, full: %s, verdict: %s}",
        quoted(r.setting()), quoted(r.small()), quoted(r.full()), quoted(r.verdict()));
  }

  private static String list(List<String> texts) {
    return texts.stream().map(LedgerLines::quoted).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String quoted(String text) {
    String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    return '"' + escaped + '"';
  }
}
