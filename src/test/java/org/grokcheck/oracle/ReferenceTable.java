package org.grokcheck.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table of {@code reference-data}: comment lines, a line of names, then rows of decimals. */
public final class ReferenceTable {
  private static final Path FOLDER = Path.of("reference-data");

  private ReferenceTable() {}

  /** One row. */
  public record Row(Map<String, String> cells) {
    /** The nearest double; 0 where the decimal is below the range. */
    public double number(String column) {
      return decimal(column).doubleValue();
    }

    /** The decimal, all of its digits. */
    public BigDecimal decimal(String column) {
      return new BigDecimal(text(column));
    }

    /** The cell as written. */
    public String text(String column) {
      String cell = cells.get(column);
      if (cell == null) {
        throw new IllegalArgumentException(
            "column '" + column + "' is not in the table; it has " + cells.keySet());
      }
      return cell;
    }
  }

  /**
   * All rows of a table.
   *
   * @param name path below {@code reference-data}, such as {@code beck/population-loss.csv}
   */
  public static List<Row> read(String name) {
    List<String> lines = new ArrayList<>(lines(name));
    lines.removeIf(line -> line.isBlank() || line.startsWith("#"));
    String[] names = lines.remove(0).split(",", -1);
    return lines.stream().map(line -> row(name, names, line.split(",", -1))).toList();
  }

  /** The comment lines at the top of a table. */
  public static List<String> header(String name) {
    return lines(name).stream().takeWhile(line -> line.startsWith("#")).toList();
  }

  private static List<String> lines(String name) {
    try {
      return Files.readAllLines(FOLDER.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(FOLDER.resolve(name) + ": the table cannot be read", e);
    }
  }

  private static Row row(String table, String[] names, String[] cells) {
    if (cells.length != names.length) {
      throw new IllegalStateException(
          table + ": a row has " + cells.length + " cells where " + names.length + " are named");
    }
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < names.length; i++) {
      row.put(names[i], cells[i]);
    }
    return new Row(row);
  }
}
