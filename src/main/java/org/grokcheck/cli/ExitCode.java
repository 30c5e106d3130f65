package org.grokcheck.cli;

/** What the exit status of every command means. */
final class ExitCode {
  static final int OK = 0;

  /** A check failed: a broken claim, a red gate, an error in a batch under {@code --strict}. */
  static final int CHECK_FAILED = 1;

  /** Bad usage or bad input; one line on standard error says which. */
  static final int BAD_INPUT = 2;

  /** A fault of this program. */
  static final int INTERNAL = 70;

  private ExitCode() {}
}
