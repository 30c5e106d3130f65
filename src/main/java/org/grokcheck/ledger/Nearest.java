package org.grokcheck.ledger;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Suggests known ids for one that is unknown. */
final class Nearest {
  private static final int SHOWN = 3;

  private Nearest() {}

  /** Words to append to a message, such as {@code "; did you mean beck.eq6, beck.eq16?"}. */
  static String didYouMean(String id, Collection<String> known) {
    List<String> nearest = of(id, known);
    return nearest.isEmpty() ? "" : "; did you mean " + String.join(", ", nearest) + "?";
  }

  /** Up to three known ids within an edit distance of half the length of the one asked for. */
  static List<String> of(String id, Collection<String> known) {
    return known.stream()
        .filter(other -> distance(id, other) <= Math.max(2, id.length() / 2))
        .sorted(
            Comparator.<String>comparingInt(other -> distance(id, other))
                .thenComparing(Comparator.naturalOrder()))
        .limit(SHOWN)
        .toList();
  }

  /** Levenshtein's distance: the fewest insertions, deletions and replacements of a character. */
  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
