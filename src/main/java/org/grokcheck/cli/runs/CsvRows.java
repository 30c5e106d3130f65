package org.grokcheck.cli.runs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads comma-separated rows under a header; blank lines and lines from # on are passed over. */
final class CsvRows {
  private CsvRows() {}

  static RunTable read(String text, String name) {
    String[] lines = text.split("\\R", -1);
    List<String> header = List.of();
    Map<String, List<String>> columns = new LinkedHashMap<>();
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < lines.length; i++) {
      if (lines[i].isBlank() || lines[i].startsWith("#")) {
        continue;
      }
      List<String> cells = List.of(lines[i].split(",", -1));
      if (header.isEmpty()) {
        header = header(cells, name + ":" + (i + 1));
        header.forEach(column -> columns.put(column, new ArrayList<>()));
        continue;
      }
      if (cells.size() != header.size()) {
        throw new IllegalArgumentException(
            "%s:%d: %d cells, the header has %d; separate them by commas, decimals by points"
                .formatted(name, i + 1, cells.size(), header.size()));
      }
      for (int j = 0; j < cells.size(); j++) {
        columns.getOrDefault(header.get(j), new ArrayList<>()).add(cells.get(j));
      }
      numbers.add(i + 1);
    }
    if (numbers.isEmpty()) {
      throw new IllegalArgumentException(name + ": a header and no rows");
    }
    return new RunTable(name, numbers, columns);
  }

  private static List<String> header(List<String> cells, String place) {
    List<String> names = cells.stream().map(cell -> RunTable.key(unquoted(cell))).toList();
    if (names.stream().allMatch(n -> n.matches("[-+]?[0-9.]+(e[-+]?[0-9]+)?"))) {
      throw new IllegalArgumentException(
          place + ": numbers where the header should be; begin with a line such as step,loss");
    }
    if (names.size() == 1) {
      throw new IllegalArgumentException(
          place + ": one column, '" + names.get(0) + "'; separate columns by commas");
    }
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).isEmpty() && i > 0) {
        throw new IllegalArgumentException(place + ": column " + (i + 1) + " has no name");
      }
      if (names.indexOf(names.get(i)) < i) {
        throw new IllegalArgumentException(
            place + ": the column '" + names.get(i) + "' comes twice");
      }
    }
    return names;
  }

  private static String unquoted(String cell) {
    String text = cell.strip();
    boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
    return quoted ? text.substring(1, text.length() - 1) : text;
  }
}
