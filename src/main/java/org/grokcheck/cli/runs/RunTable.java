package org.grokcheck.cli.runs;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A table of a run, a row a recorded step: CSV with a header, or JSON lines. Columns are known by
 * name, whatever their case.
 */
public final class RunTable {
  private final String name;
  private final List<Integer> lines;
  private final Map<String, List<String>> columns;

  RunTable(String name, List<Integer> lines, Map<String, List<String>> columns) {
    this.name = name;
    this.lines = List.copyOf(lines);
    this.columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
  }

  /**
   * Reads a table. A first character <code>&#123;</code> says JSON lines.
   *
   * @param bytes the text in UTF-8
   * @param name of the file, for messages
   * @throws IllegalArgumentException naming the line of the first fault
   */
  public static RunTable read(byte[] bytes, String name) {
    String text = decode(bytes, name);
    if (text.isBlank()) {
      throw new IllegalArgumentException(name + ": empty; need a header and rows, or JSON lines");
    }
    return text.stripLeading().startsWith("{")
        ? JsonRows.read(text, name)
        : CsvRows.read(text, name);
  }

  private static String decode(byte[] bytes, String name) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(name + ": not UTF-8 text; save it as CSV in UTF-8", e);
    }
  }

  /** How names of columns are compared: lower case, blanks and hyphens as underscores. */
  static String key(String header) {
    return header.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
  }

  /** Returns the number of rows. */
  public int rows() {
    return lines.size();
  }

  /**
   * Returns the steps: whole, not negative, strictly rising.
   *
   * @throws IllegalArgumentException naming the line of the first that isn't
   */
  public long[] steps() {
    List<String> texts = column("steps", List.of("step", "steps", "epoch", "iteration"));
    long[] steps = new long[texts.size()];
    for (int i = 0; i < steps.length; i++) {
      double value = number(i, "step", texts.get(i));
      if (value < 0 || value != Math.rint(value) || value > 1e15) {
        throw at(i, "step must be a whole number from 0 to 1e15, got " + texts.get(i));
      }
      steps[i] = (long) value;
      if (i > 0 && steps[i] == steps[i - 1]) {
        throw at(i, "step " + steps[i] + " comes twice; keep one row a step");
      }
      if (i > 0 && steps[i] < steps[i - 1]) {
        throw at(i, "step " + steps[i] + " after " + steps[i - 1] + "; sort the rows by step");
      }
    }
    return steps;
  }

  /**
   * Returns the steps, all equally far apart.
   *
   * @throws IllegalArgumentException naming the line before which one is missing
   */
  public long[] evenSteps() {
    long[] steps = steps();
    for (int i = 2; i < steps.length; i++) {
      long distance = steps[1] - steps[0];
      if (steps[i] - steps[i - 1] != distance) {
        throw at(
            i,
            "a gap: step %d follows %d, but steps are %d apart; record evenly or cut the run there"
                .formatted(steps[i], steps[i - 1], distance));
      }
    }
    return steps;
  }

  /**
   * Returns a column of losses, finite and not negative.
   *
   * @param what the column, in words
   * @param names accepted names
   */
  public double[] losses(String what, List<String> names) {
    List<String> texts = column(what, names);
    double[] values = new double[texts.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = number(i, what, texts.get(i));
      if (values[i] < 0) {
        throw at(i, what + " must not be negative, got " + texts.get(i));
      }
    }
    return values;
  }

  /**
   * Returns a column of accuracies as fractions.
   *
   * @param what the column, in words
   * @param names accepted names
   * @param percent whether the column is in percent
   */
  public double[] accuracies(String what, List<String> names, boolean percent) {
    double most = percent ? 100 : 1;
    double[] values = losses(what, names);
    for (int i = 0; i < values.length; i++) {
      if (values[i] > most) {
        String advice =
            percent || values[i] > 100 ? "" : "; if it is in percent, say --unit percent";
        throw at(i, "%s must be from 0 to %.0f, got %s%s".formatted(what, most, values[i], advice));
      }
      values[i] /= most;
    }
    return values;
  }

  private List<String> column(String what, List<String> names) {
    List<String> found = names.stream().filter(columns::containsKey).toList();
    if (found.size() > 1) {
      throw new IllegalArgumentException(
          "%s: several columns of %s: %s; keep one"
              .formatted(name, what, String.join(", ", found)));
    }
    return found.stream()
        .findFirst()
        .map(columns::get)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s: no column of %s (%s); it has %s"
                        .formatted(
                            name,
                            what,
                            String.join(", ", names),
                            String.join(", ", columns.keySet()))));
  }

  private double number(int row, String what, String text) {
    if (text.isBlank()) {
      throw at(row, what + " is missing");
    }
    double value;
    try {
      value = Double.parseDouble(text.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          name
              + ":"
              + lines.get(row)
              + ": "
              + what
              + " must be a number, got '"
              + text.strip()
              + "'",
          e);
    }
    if (!Double.isFinite(value)) {
      throw at(row, what + " is " + text.strip() + "; the run diverged: cut it before this row");
    }
    return value;
  }

  private IllegalArgumentException at(int row, String message) {
    return new IllegalArgumentException(name + ":" + lines.get(row) + ": " + message);
  }
}
