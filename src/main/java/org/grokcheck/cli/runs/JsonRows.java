package org.grokcheck.cli.runs;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.grokcheck.cli.eval.StrictJson;

/** Reads a JSON object a line, all with the names of the first. */
final class JsonRows {
  private JsonRows() {}

  static RunTable read(String text, String name) {
    String[] lines = text.split("\\R", -1);
    Map<String, List<String>> columns = new LinkedHashMap<>();
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < lines.length; i++) {
      if (lines[i].isBlank()) {
        continue;
      }
      String place = name + ":" + (i + 1);
      Map<String, String> row = row(lines[i], place);
      if (numbers.isEmpty()) {
        row.keySet().forEach(key -> columns.put(key, new ArrayList<>()));
      }
      if (!row.keySet().equals(columns.keySet())) {
        throw new IllegalArgumentException(
            "%s: has the names %s, the first line %s"
                .formatted(place, new TreeSet<>(row.keySet()), new TreeSet<>(columns.keySet())));
      }
      row.forEach((key, value) -> columns.getOrDefault(key, new ArrayList<>()).add(value));
      numbers.add(i + 1);
    }
    return new RunTable(name, numbers, columns);
  }

  private static Map<String, String> row(String line, String place) {
    JsonNode node = StrictJson.read(line.getBytes(StandardCharsets.UTF_8), place);
    if (!node.isObject()) {
      throw new IllegalArgumentException(
          place + ": need an object such as {\"step\":0,\"loss\":1}");
    }
    Map<String, String> row = new LinkedHashMap<>();
    node.properties()
        .forEach(
            entry -> {
              String key = RunTable.key(entry.getKey());
              if (!entry.getValue().isValueNode()) {
                throw new IllegalArgumentException(
                    place + ": " + key + " must be a number, found an array or object");
              }
              String value = entry.getValue().isNull() ? "" : entry.getValue().asText();
              if (row.put(key, value) != null) {
                throw new IllegalArgumentException(place + ": the name '" + key + "' comes twice");
              }
            });
    return row;
  }
}
