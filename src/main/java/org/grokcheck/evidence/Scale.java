package org.grokcheck.evidence;

import java.util.Locale;

/** How much work stands behind an observation. */
public enum Scale {
  /** Seconds; part of every run. */
  QUICK,
  /** Minutes to an hour on two cores; recorded results are kept with the project. */
  DESK,
  /** The paper's own sizes. */
  PAPER;

  /** The name used in reports. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
