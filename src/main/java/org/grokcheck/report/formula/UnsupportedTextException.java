package org.grokcheck.report.formula;

/** Text inside a formula has a command that text cannot show. */
final class UnsupportedTextException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnsupportedTextException(String message) {
    super(message);
  }
}
