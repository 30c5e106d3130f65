package org.grokcheck.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grokcheck.ledger.LedgerException.Problem;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Collects what is wrong with one file, so that a reader sees all of it at once. */
final class Problems {
  private final String file;
  private final List<Problem> found = new ArrayList<>();

  Problems(String file) {
    this.file = file;
  }

  String file() {
    return file;
  }

  void add(int line, String field, String message) {
    found.add(new Problem(file, line, field, message));
  }

  List<Problem> found() {
    return found;
  }

  /** The parser counts lines from 0. */
  static int line(Optional<Mark> mark) {
    return mark.map(Mark::getLine).orElse(0) + 1;
  }
}
