package org.grokcheck.evidence;

/** Where the expected value of a comparison comes from, best first, and what that can establish. */
public enum Oracle {
  /** Exact arithmetic or exhaustive enumeration. */
  EXACT(Verdict.PROVED, "exact arithmetic"),
  /** A table or an arbitrary-precision evaluation with at least 30 digits. */
  TABLE(Verdict.VERIFIED, "30+ digit values"),
  /** Another algorithm without shared code. */
  SECOND_ALGORITHM(Verdict.VERIFIED, "second algorithm"),
  /** A conservation law, symmetry, monotonicity or a defining equation. */
  INVARIANT(Verdict.VERIFIED, "invariant"),
  /** Finite differences with their truncation order. */
  FINITE_DIFFERENCE(Verdict.VERIFIED, "finite differences"),
  /** The limit or rate of an asymptotic statement, with its remainder. */
  LIMIT(Verdict.LIMIT_VERIFIED, "limit with remainder"),
  /** Independent random draws and an interval. */
  STATISTICAL(Verdict.CONSISTENT, "random draws"),
  /** A figure or table made again and compared with its criterion. */
  REPRODUCTION(Verdict.REPRODUCED, "reproduction");

  private final Verdict establishes;
  private final String label;

  Oracle(Verdict establishes, String label) {
    this.establishes = establishes;
    this.label = label;
  }

  /** The verdict which agreement with this oracle supports. */
  public Verdict establishes() {
    return establishes;
  }

  /** The name used in reports. */
  public String label() {
    return label;
  }
}
