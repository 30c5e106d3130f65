package org.grokcheck.compute;

/** Shape checks of arrays of rows. */
final class Matrices {
  private Matrices() {}

  static void requireFinite(String name, double[][] rows) {
    Require.that(
        rows.length > 0 && rows[0].length > 0, name + ": need at least one row and one column");
    for (int i = 0; i < rows.length; i++) {
      Require.that(
          rows[i].length == rows[0].length,
          "%s: row %d has %d entries, row 0 has %d; all must have as many"
              .formatted(name, i, rows[i].length, rows[0].length));
      for (int j = 0; j < rows[i].length; j++) {
        // The message is made for the entry that needs it: there are millions.
        if (!Double.isFinite(rows[i][j])) {
          throw new IllegalArgumentException(
              "%s[%d][%d] = %s must be finite".formatted(name, i, j, rows[i][j]));
        }
      }
    }
  }
}
