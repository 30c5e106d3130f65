package org.grokcheck.evidence;

/** What the recorded observations say about one claim; computed by {@link Judge}, never typed. */
public enum Verdict {
  /** Exact arithmetic or an enclosure settles it. */
  PROVED(4, "settled by exact arithmetic"),
  /** Agrees with an independent oracle within a derived tolerance. */
  VERIFIED(4, "agrees with an independent oracle"),
  /** The limit or rate agrees within the remainder. */
  LIMIT_VERIFIED(4, "the limit or rate agrees within its remainder"),
  /** An interval from many draws contains it, with stated power. */
  CONSISTENT(4, "statistically consistent, with stated power"),
  /** A figure or table meets its criterion. */
  REPRODUCED(4, "the figure or table meets its criterion"),
  /** The printed form is refuted and the corrected form holds. */
  CORRECTED(4, "printed form refuted, corrected form holds"),
  /** A witness contradicts it and no correction saves it. */
  REFUTED(4, "a witness contradicts it"),
  /** Part of it, or a smaller scale only. */
  PARTIAL(3, "holds in part or at a smaller scale"),
  /** The check has too little power, or its interval holds both hypotheses. */
  INCONCLUSIVE(2, "the check cannot tell"),
  /** Not checked, with a reason. */
  NOT_CHECKED(1, "not checked"),
  /** A check that should hold failed, or an expected test left no evidence. */
  BROKEN(0, "a check failed or left no evidence");

  private final int rank;
  private final String meaning;

  Verdict(int rank, String meaning) {
    this.rank = rank;
    this.meaning = meaning;
  }

  /** Order for the gate: a lower rank is weaker; verdicts of equal rank differ in kind. */
  public int rank() {
    return rank;
  }

  /** One line for readers. */
  public String meaning() {
    return meaning;
  }

  /** Whether this verdict settles the claim one way or the other. */
  public boolean settled() {
    return rank == 4;
  }
}
