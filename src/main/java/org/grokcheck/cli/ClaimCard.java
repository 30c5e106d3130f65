package org.grokcheck.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.grokcheck.cli.eval.StrictJson;
import org.grokcheck.ledger.Claim;
import org.grokcheck.ledger.Formula;
import org.grokcheck.ledger.Reproduction;
import org.grokcheck.report.ClaimRecord;

/**
 * A claim with all that belongs to it.
 *
 * @param claim the ledger's record
 * @param tests the tests that check it
 * @param inputs for each way of evaluating it, the names of the inputs
 * @param last its verdict in the last full run
 */
record ClaimCard(
    Claim claim, List<String> tests, List<List<String>> inputs, Optional<ClaimRecord> last) {
  private static final int MARGIN = 14;
  private static final int WIDTH = 100;

  /** For reading. */
  String text() {
    StringBuilder out = new StringBuilder(claim.id() + ": " + claim.title() + "\n\n");
    field(out, "where", claim.locator());
    field(out, "kind", claim.kind().label());
    field(out, "as printed", claim.asPrinted().label());
    field(out, "statement", claim.statement());
    claim.formula().flatMap(Formula::printed).ifPresent(f -> field(out, "formula", f));
    claim.correction().ifPresent(c -> field(out, "correction", c));
    claim.formula().flatMap(Formula::corrected).ifPresent(f -> field(out, "corrected", f));
    field(out, "inputs", claim.inputs());
    claim.edgeCases().forEach(c -> field(out, "edge case", c));
    claim.properties().forEach(p -> field(out, "property", p));
    claim.reproduction().map(Reproduction::setting).ifPresent(s -> field(out, "experiment", s));
    field(out, "background", claim.background());
    claim.notChecked().ifPresent(reason -> field(out, "not checked", reason));
    field(out, "links", String.join(", ", claim.links()));
    field(out, "record", claim.source());
    tests.forEach(test -> field(out, "test", test));
    inputs.forEach(names -> field(out, "evaluate", evaluation(names)));
    last.ifPresent(r -> field(out, "last verdict", r.verdict() + ": " + r.reason()));
    last.map(ClaimRecord::replay).ifPresent(r -> field(out, "replay", r));
    return out.toString().stripTrailing();
  }

  private String evaluation(Collection<String> names) {
    return "grokcheck eval "
        + claim.id()
        + names.stream().map(name -> " --in " + name + "=…").collect(Collectors.joining());
  }

  /** A heading and its text, wrapped between the margins; nothing for a blank text. */
  private static void field(StringBuilder out, String heading, String text) {
    String label = heading;
    for (String line : wrapped(text)) {
      out.append(("%-" + MARGIN + "s%s\n").formatted(label, line));
      label = "";
    }
  }

  private static List<String> wrapped(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > WIDTH - MARGIN) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    if (!line.isEmpty()) {
      lines.add(line.toString());
    }
    return lines;
  }

  /** For programs. */
  ObjectNode json() {
    ObjectNode node = StrictJson.MAPPER.createObjectNode();
    node.put("id", claim.id());
    node.put("paper", claim.paperGroup());
    node.put("locator", claim.locator());
    node.put("title", claim.title());
    node.put("kind", claim.kind().label());
    node.put("asPrinted", claim.asPrinted().label());
    node.put("statement", claim.statement());
    claim.correction().ifPresent(text -> node.put("correction", text));
    claim.formula().flatMap(Formula::printed).ifPresent(f -> node.put("formulaPrinted", f));
    claim.formula().flatMap(Formula::corrected).ifPresent(f -> node.put("formulaCorrected", f));
    node.put("inputs", claim.inputs());
    node.put("background", claim.background());
    claim.notChecked().ifPresent(reason -> node.put("notChecked", reason));
    node.set("edgeCases", StrictJson.MAPPER.valueToTree(claim.edgeCases()));
    node.set("properties", StrictJson.MAPPER.valueToTree(claim.properties()));
    node.set("links", StrictJson.MAPPER.valueToTree(claim.links()));
    node.set("tests", StrictJson.MAPPER.valueToTree(tests));
    node.set("evaluations", StrictJson.MAPPER.valueToTree(inputs));
    node.put("source", claim.source());
    last.ifPresent(r -> node.put("verdict", r.verdict().name()).put("reason", r.reason()));
    last.ifPresent(r -> node.put("replay", r.replay()));
    return node;
  }
}
