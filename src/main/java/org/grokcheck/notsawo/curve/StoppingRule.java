package org.grokcheck.notsawo.curve;

/**
 * How long a run is given before it counts as one that doesn't generalise, and what an early
 * prediction saves (claims {@code notsawo.sec2.stopping}, {@code notsawo.sec1.low_cost}).
 */
public final class StoppingRule {
  /** Steps granted beyond the fitted t₄. */
  public static final int SLACK = 1000;

  /** Steps whose losses the paper's prediction takes. */
  public static final int WINDOW = 400;

  private StoppingRule() {}

  /** Returns t₄(r) + {@value #SLACK}. */
  public static double budget(double t4) {
    Require.that(t4 > 0, "t4: need a number above 0, got " + t4);
    return t4 + SLACK;
  }

  /**
   * Returns window/T, the share of the training that a prediction takes; a prediction only where it
   * is below 1.
   *
   * @param window steps looked at
   * @param training T, steps otherwise trained
   */
  public static double share(double window, double training) {
    Require.that(
        window > 0 && training > 0,
        "window, training: need numbers above 0, got " + window + " and " + training);
    return window / training;
  }
}
