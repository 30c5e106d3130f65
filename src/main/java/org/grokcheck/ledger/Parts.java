package org.grokcheck.ledger;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The parts that a claim falls into.
 *
 * @param names what must be checked, each by itself
 * @param refuted those that the printed form gets wrong
 */
record Parts(List<String> names, List<String> refuted) {
  private static final String NAMES = "parts";
  private static final String REFUTED = "refuted_parts";

  Parts {
    names = List.copyOf(names);
    refuted = List.copyOf(refuted);
  }

  static Parts read(Fields fields, AsPrinted asPrinted) {
    List<String> names = distinct(fields, NAMES, fields.list(NAMES));
    List<Fields.Item> refuted = fields.list(REFUTED);
    if (fields.absent(REFUTED)) {
      requireAbsent(fields, asPrinted, names);
    } else {
      requirePresent(fields, asPrinted, names, refuted);
    }
    return new Parts(names, distinct(fields, REFUTED, refuted));
  }

  private static void requireAbsent(Fields fields, AsPrinted asPrinted, List<String> names) {
    if (asPrinted.contradicted() && !names.isEmpty()) {
      fields.problem(
          REFUTED,
          "missing; a claim that is "
              + asPrinted.label()
              + " must say which of its parts the printed form gets wrong");
    }
  }

  private static void requirePresent(
      Fields fields, AsPrinted asPrinted, List<String> names, List<Fields.Item> refuted) {
    if (!asPrinted.contradicted()) {
      fields.problem(REFUTED, "given, although the claim is " + asPrinted.label());
      return;
    }
    if (names.isEmpty()) {
      fields.problem(REFUTED, "given, but the claim has no parts");
      return;
    }
    for (Fields.Item item : refuted) {
      if (!names.contains(item.text())) {
        fields.problem(
            item.line(),
            REFUTED,
            "no part '" + item.text() + "'; accepted: " + String.join(", ", names));
      }
    }
  }

  private static List<String> distinct(Fields fields, String field, List<Fields.Item> items) {
    Set<String> names = new LinkedHashSet<>();
    for (Fields.Item item : items) {
      if (!names.add(item.text())) {
        fields.problem(item.line(), field, "'" + item.text() + "' is listed twice");
      }
    }
    return List.copyOf(names);
  }
}
