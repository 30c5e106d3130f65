package org.grokcheck.report.gate;

/**
 * One line of the gate's answer.
 *
 * @param level whether it fails the build
 * @param subject the claim, test or capability that it speaks of
 * @param what what happened, and why
 * @param replay the command that shows it; empty where there is none
 */
public record Finding(Level level, String subject, String what, String replay) {
  /** What a finding means for the build. */
  public enum Level {
    /** Fails the build. */
    RED,
    /** Better than recorded: worth recording. */
    STRONGER,
    /** For information. */
    NOTE
  }

  static Finding red(String subject, String what, String replay) {
    return new Finding(Level.RED, subject, what, replay);
  }

  static Finding red(String subject, String what) {
    return red(subject, what, "");
  }

  static Finding stronger(String subject, String what) {
    return new Finding(Level.STRONGER, subject, what + ": re-record", "");
  }

  static Finding note(String subject, String what) {
    return new Finding(Level.NOTE, subject, what, "");
  }

  /** Such as {@code beck.eq6: weaker: VERIFIED -> PARTIAL; replay: java -jar ...}. */
  public String line() {
    return subject + ": " + what + (replay.isEmpty() ? "" : "; replay: " + replay);
  }
}
