package org.grokcheck.math;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A table under {@code reference-data/math}: comment lines, a line of column names, rows. */
record ReferenceTable(List<String> columns, List<Row> rows) {
  static final Path FOLDER = Path.of("reference-data", "math");

  static ReferenceTable read(String name) {
    List<String> lines = lines(name + ".csv").filter(line -> !line.startsWith("#")).toList();
    List<String> columns = List.of(lines.get(0).split(","));
    return new ReferenceTable(
        columns, lines.stream().skip(1).map(line -> new Row(columns, line.split(","))).toList());
  }

  static Stream<String> lines(String file) {
    try {
      return Files.readAllLines(FOLDER.resolve(file)).stream();
    } catch (IOException e) {
      throw new UncheckedIOException("run the tests from the project's root", e);
    }
  }

  /** One row; numbers stay text until asked for. */
  record Row(List<String> columns, String[] cells) {
    String text(String column) {
      int index = columns.indexOf(column);
      if (index < 0) {
        throw new IllegalArgumentException("no column " + column + " among " + columns);
      }
      return cells[index];
    }

    double input(String column) {
      return Double.parseDouble(text(column));
    }

    BigDecimal expected(String column) {
      return new BigDecimal(text(column));
    }

    @Override
    public String toString() {
      return String.join(",", cells);
    }
  }
}
