package org.grokcheck.evidence;

/** What one comparison is for. */
public enum Role {
  /** The checked form must agree with its oracle. */
  HOLDS,
  /** A wrong variant of the formula must be told apart by the same comparison. */
  REJECTS,
  /** The form as printed must disagree with the oracle; its worst input is the witness. */
  REFUTES
}
