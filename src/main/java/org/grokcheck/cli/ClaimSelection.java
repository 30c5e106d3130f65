package org.grokcheck.cli;

import java.util.List;
import org.grokcheck.ledger.Claim;
import org.grokcheck.ledger.Ledger;

/** Picks claims by what the command line says, and refuses what picks none. */
final class ClaimSelection {
  private ClaimSelection() {}

  /**
   * The claims that a comma-separated list of patterns names; all for a blank list.
   *
   * @throws IllegalArgumentException if a pattern matches nothing; it suggests the nearest ids
   */
  static List<Claim> matching(Ledger ledger, String patterns) {
    if (patterns.isBlank()) {
      return ledger.claims();
    }
    for (String pattern : patterns.split(",", -1)) {
      if (ledger.matching(pattern).isEmpty()) {
        throw new IllegalArgumentException(nothing(ledger, pattern.strip()));
      }
    }
    return ledger.matching(patterns);
  }

  /**
   * The claims of a paper.
   *
   * @throws IllegalArgumentException for an unknown paper; it lists the known ones
   */
  static List<Claim> ofPaper(Ledger ledger, String paper) {
    List<Claim> claims = ledger.ofPaper(paper);
    if (claims.isEmpty()) {
      List<String> known = ledger.claims().stream().map(Claim::paperGroup).distinct().toList();
      throw new IllegalArgumentException(
          "no paper '" + paper + "'; accepted: " + String.join(", ", known));
    }
    return claims;
  }

  private static String nothing(Ledger ledger, String pattern) {
    List<String> nearest = ledger.nearest(pattern);
    return "no claim matches '"
        + pattern
        + "'"
        + (nearest.isEmpty() ? "" : "; did you mean " + String.join(", ", nearest) + "?");
  }
}
