package org.grokcheck.data;

/**
 * A data file that is missing or damaged. The message is one line: the file, what is wrong with it,
 * and the command that mends it.
 */
public final class DataFault extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  DataFault(String where, String problem, String remedy) {
    super(where + ": " + problem + "; " + remedy);
  }

  DataFault(String where, String problem, String remedy, Throwable cause) {
    super(where + ": " + problem + "; " + remedy, cause);
  }
}
