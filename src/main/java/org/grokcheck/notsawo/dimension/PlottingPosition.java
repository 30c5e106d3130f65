package org.grokcheck.notsawo.dimension;

/**
 * What stands for F at the i-th of n sorted ratios. Printed is i/n, which is 1 at i = n, where
 * log(1 − F) is −∞ (claim {@code notsawo.apph.step4}); each rule here keeps the fit finite.
 */
public enum PlottingPosition {
  /** F_i = i/(n + 1). */
  OVER_ONE_MORE("i/(n+1)") {
    @Override
    public double logSurvival(int i, int n) {
      return log(n + 1.0 - i, n + 1.0);
    }
  },
  /** F_i = (i − ½)/n. */
  MIDPOINT("(i-1/2)/n") {
    @Override
    public double logSurvival(int i, int n) {
      return log(n - i + 0.5, n);
    }
  },
  /** F_i = i/n without the largest ratio; n still counts it. */
  LARGEST_DROPPED("i/n, largest dropped") {
    @Override
    public double logSurvival(int i, int n) {
      return log(n - (double) i, n);
    }

    @Override
    public int kept(int n) {
      return n - 1;
    }
  };

  private final String label;

  PlottingPosition(String label) {
    this.label = label;
  }

  /** The rule in a formula. */
  public String label() {
    return label;
  }

  /**
   * The rule with a label.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static PlottingPosition of(String label) {
    for (PlottingPosition rule : values()) {
      if (rule.label.equals(label)) {
        return rule;
      }
    }
    throw new IllegalArgumentException(
        "rule: need one of \"%s\", \"%s\", \"%s\", got \"%s\""
            .formatted(OVER_ONE_MORE.label, MIDPOINT.label, LARGEST_DROPPED.label, label));
  }

  /** log(1 − F_i). */
  public abstract double logSurvival(int i, int n);

  /** Number of ratios that enter, from below. */
  public int kept(int n) {
    return n;
  }

  private static double log(double part, double whole) {
    return part > whole / 2
        ? StrictMath.log1p((part - whole) / whole)
        : StrictMath.log(part / whole);
  }
}
