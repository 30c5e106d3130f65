package org.grokcheck.evidence;

import java.util.Locale;

/**
 * The size of what was looked at, beside the paper's. It is no measure of time: the curve of a
 * closed form, drawn over the paper's range at the paper's parameters, is of the paper's own size.
 */
public enum Scale {
  /** Smaller than the paper's, in seconds; part of every run. */
  QUICK,
  /**
   * Smaller than the paper's, in minutes to an hour on two cores; recorded results are kept with
   * the project.
   */
  DESK,
  /** The paper's own sizes. */
  PAPER;

  /** The name used in reports. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
