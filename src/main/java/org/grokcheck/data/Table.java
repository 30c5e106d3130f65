package org.grokcheck.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * Values separated by commas, under a row of names. A field in double quotes may hold commas, line
 * breaks and doubled quotes.
 *
 * @param set for the remedy in messages
 * @param file for messages
 * @param names of the columns
 * @param rows below the names, each with as many fields
 */
record Table(DataSet set, Path file, List<String> names, List<List<String>> rows) {
  private static final int SHOWN = 20;

  /**
   * Reads a table.
   *
   * @throws DataFault if the file is missing, a quote is not closed, or a row has another length
   */
  static Table read(DataSet set, Path file) {
    List<List<String>> rows = new Reader(set, file, DataFiles.text(set, file)).rows();
    List<String> names = rows.get(0);
    for (int i = 1; i < rows.size(); i++) {
      if (rows.get(i).size() != names.size()) {
        throw set.fault(
            file,
            "row %d has %d fields, the first has %d"
                .formatted(i + 1, rows.get(i).size(), names.size()));
      }
    }
    if (rows.size() < 2 || new HashSet<>(names).size() < names.size()) {
      throw set.fault(file, "not a table: no rows below the names, or a name twice");
    }
    return new Table(set, file, names, rows.subList(1, rows.size()));
  }

  /**
   * Index of the column with the first of these names that there is.
   *
   * @throws DataFault if there is none
   */
  int column(String... accepted) {
    for (String name : accepted) {
      if (names.contains(name)) {
        return names.indexOf(name);
      }
    }
    throw set.fault(
        file,
        "no column %s, only %s"
            .formatted(String.join(" or ", accepted), shortened(String.join(", ", names))));
  }

  /** A field as a finite number. */
  double number(int row, int column) {
    String text = rows.get(row).get(column);
    try {
      double value = Double.parseDouble(text);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw set.fault(file, notNumber(row, column, text), e);
    }
    throw set.fault(file, notNumber(row, column, text));
  }

  private String notNumber(int row, int column, String text) {
    return "row %d: %s '%s' is not a finite number"
        .formatted(row + 2, names.get(column), shortened(text));
  }

  /** The beginning of a text that may be long or have several lines. */
  static String shortened(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
  }

  /** Goes through the characters once. */
  private static final class Reader {
    private final DataSet set;
    private final Path file;
    private final String text;
    private final List<List<String>> rows = new ArrayList<>();
    private List<String> row = new ArrayList<>();
    private int at;

    Reader(DataSet set, Path file, String text) {
      this.set = set;
      this.file = file;
      this.text = text;
    }

    List<List<String>> rows() {
      while (at < text.length()) {
        row.add(text.charAt(at) == '"' ? quoted() : plain());
        if (at >= text.length() || text.charAt(at) != ',') {
          endRow();
        } else if (++at == text.length()) {
          row.add("");
          endRow();
        }
      }
      return rows;
    }

    private void endRow() {
      if (at < text.length() && text.charAt(at) == '\r') {
        at++;
      }
      if (at < text.length() && text.charAt(at) != '\n') {
        throw set.fault(file, "row %d: text after a closing quote".formatted(rows.size() + 1));
      }
      at++;
      rows.add(row);
      row = new ArrayList<>();
    }

    private String plain() {
      int from = at;
      while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      return text.substring(from, at);
    }

    private String quoted() {
      StringBuilder field = new StringBuilder();
      for (at++; ; at++) {
        int quote = text.indexOf('"', at);
        if (quote < 0) {
          throw set.fault(file, "row %d: a quote is not closed".formatted(rows.size() + 1));
        }
        field.append(text, at, quote);
        at = quote + 1;
        if (at >= text.length() || text.charAt(at) != '"') {
          return field.toString();
        }
        field.append('"');
      }
    }
  }
}
