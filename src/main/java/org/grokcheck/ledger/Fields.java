package org.grokcheck.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * The named fields of one YAML mapping. A broken field is recorded as a problem and read as if it
 * were absent or blank, so that the remaining fields are checked too. {@code null} means absent.
 */
final class Fields {
  private record Entry(int line, Node value) {}

  /** A text and the line that it stands on. */
  record Item(String text, int line) {}

  private final String prefix;
  private final int line;
  private final Problems problems;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  Fields(String prefix, MappingNode node, Set<String> accepted, Problems problems) {
    this.prefix = prefix;
    this.line = Problems.line(node.getStartMark());
    this.problems = problems;
    for (NodeTuple tuple : node.getValue()) {
      add(tuple, accepted);
    }
  }

  private void add(NodeTuple tuple, Set<String> accepted) {
    int at = Problems.line(tuple.getKeyNode().getStartMark());
    if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
      problems.add(at, prefix, "a field name must be text");
      return;
    }
    String name = key.getValue();
    if (!accepted.contains(name)) {
      problems.add(at, prefix + name, "unknown field; accepted: " + String.join(", ", accepted));
    } else if (entries.containsKey(name)) {
      problems.add(at, prefix + name, "given twice; first on line " + line(name));
    } else {
      entries.put(name, new Entry(at, tuple.getValueNode()));
    }
  }

  /** The field's entry, unless it is absent or {@code null}. */
  private Optional<Entry> present(String name) {
    return Optional.ofNullable(entries.get(name))
        .filter(entry -> !entry.value().getTag().equals(Tag.NULL));
  }

  boolean absent(String name) {
    return present(name).isEmpty();
  }

  /** The line of a field, or of the whole mapping where the field is absent. */
  int line(String name) {
    return Optional.ofNullable(entries.get(name)).map(Entry::line).orElse(line);
  }

  /** Where the mapping begins. */
  int line() {
    return line;
  }

  void problem(String name, String message) {
    problem(line(name), name, message);
  }

  void problem(int at, String name, String message) {
    problems.add(at, prefix + name, message);
  }

  /** The text of a field that must be there; blank with a problem recorded where it isn't. */
  String required(String name) {
    if (absent(name)) {
      problem(name, "missing; every " + (prefix.isEmpty() ? "claim" : prefix + "*") + " needs it");
    }
    return optional(name).orElse("");
  }

  /** The text of a field that may be absent, but not blank. */
  Optional<String> optional(String name) {
    return present(name).flatMap(entry -> text(entry.value(), entry.line(), name)).map(Item::text);
  }

  /** The texts of a list that may be absent. */
  List<Item> list(String name) {
    return present(name).map(entry -> items(entry.value(), name)).orElse(List.of());
  }

  private List<Item> items(Node node, String name) {
    List<Item> items = new ArrayList<>();
    if (node instanceof SequenceNode sequence) {
      for (Node item : sequence.getValue()) {
        text(item, Problems.line(item.getStartMark()), name).ifPresent(items::add);
      }
    } else {
      problem(name, "expected a list, found " + describe(node));
    }
    return items;
  }

  /** The fields of a mapping inside this one, which may be absent. */
  Optional<Fields> nested(String name, Set<String> accepted) {
    return present(name).flatMap(entry -> fields(entry.value(), name, accepted));
  }

  private Optional<Fields> fields(Node node, String name, Set<String> accepted) {
    if (node instanceof MappingNode mapping) {
      return Optional.of(new Fields(prefix + name + ".", mapping, accepted, problems));
    }
    String names = String.join(", ", accepted);
    problem(name, "expected the fields " + names + ", found " + describe(node));
    return Optional.empty();
  }

  private Optional<Item> text(Node node, int at, String name) {
    if (!(node instanceof ScalarNode scalar) || !scalar.getTag().equals(Tag.STR)) {
      problem(at, name, "expected text, found " + describe(node));
      return Optional.empty();
    }
    if (scalar.getValue().isBlank()) {
      problem(at, name, "blank; write the text or leave the field out");
      return Optional.empty();
    }
    if (scalar.getValue().chars().anyMatch(c -> c < ' ' && c != '\n')) {
      problem(at, name, "control character; use single quotes where backslashes must stay");
      return Optional.empty();
    }
    return Optional.of(new Item(scalar.getValue().strip(), at));
  }

  static String describe(Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getTag().equals(Tag.STR)
          ? "text"
          : "the value " + scalar.getValue() + " (quote it to make it text)";
    }
    return node instanceof SequenceNode ? "a list" : "a mapping";
  }
}
