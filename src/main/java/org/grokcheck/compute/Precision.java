package org.grokcheck.compute;

/** The floating-point type in which an engine holds θ and computes. */
public enum Precision {
  /** IEEE single. */
  FLOAT32(0x1p-24),
  /** IEEE double. */
  FLOAT64(0x1p-53);

  private final double unitRoundoff;

  Precision(double unitRoundoff) {
    this.unitRoundoff = unitRoundoff;
  }

  /** u, the largest relative error of one rounding. */
  public double unitRoundoff() {
    return unitRoundoff;
  }
}
