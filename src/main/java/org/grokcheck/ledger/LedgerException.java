package org.grokcheck.ledger;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A ledger breaks its rules. The message has one line for each problem, in the order of the files.
 */
public final class LedgerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /**
   * One broken rule.
   *
   * @param file name of the file
   * @param line line number from 1
   * @param field name of the field, {@code links} or {@code formula.printed}; empty where the
   *     problem isn't in a field
   * @param message what is wrong and what is accepted, in one line
   */
  public record Problem(String file, int line, String field, String message) {
    @Override
    public String toString() {
      return file + ":" + line + ": " + (field.isEmpty() ? "" : field + ": ") + message;
    }
  }

  private LedgerException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = problems;
  }

  /** The exception that lists these problems by file and line. */
  static LedgerException of(List<Problem> problems) {
    Comparator<Problem> byPlace =
        Comparator.comparing(Problem::file).thenComparingInt(Problem::line);
    return new LedgerException(problems.stream().sorted(byPlace).toList());
  }

  /** Every problem found, by file and line. */
  public List<Problem> problems() {
    return problems;
  }
}
