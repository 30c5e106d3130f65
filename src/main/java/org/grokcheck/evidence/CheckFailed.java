package org.grokcheck.evidence;

/** A comparison that should hold did not, or a wrong variant passed for the right one. */
public final class CheckFailed extends AssertionError {
  private static final long serialVersionUID = 1L;

  public CheckFailed(String message) {
    super(message);
  }
}
