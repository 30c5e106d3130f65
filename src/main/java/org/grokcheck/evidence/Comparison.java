package org.grokcheck.evidence;

/**
 * One expected value with its tolerance, and three things to hold against it: the checked form,
 * wrong variants, and the form as printed.
 */
public final class Comparison {
  private final Check check;
  private final double expected;
  private final Tolerance tolerance;
  private final boolean oneSided;
  private final double bound;
  private final double power;

  Comparison(Check check, double expected, Tolerance tolerance, boolean oneSided) {
    this(check, expected, tolerance, oneSided, 1);
  }

  private Comparison(
      Check check, double expected, Tolerance tolerance, boolean oneSided, double power) {
    this.check = check;
    this.expected = expected;
    this.tolerance = tolerance;
    this.oneSided = oneSided;
    this.bound = tolerance.bound(expected);
    this.power = power;
    if (!(bound >= 0)) {
      throw new IllegalArgumentException(
          "bound = " + bound + " of " + tolerance.describe() + " must be >= 0 at " + check.at());
    }
  }

  /**
   * States the power of a statistical comparison against a named rival.
   *
   * @param probability that the comparison fails when the rival is true, in [0, 1]
   */
  public Comparison power(double probability) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("power = " + probability + " must lie in [0, 1]");
    }
    return new Comparison(check, expected, tolerance, oneSided, probability);
  }

  /**
   * The checked form must agree. A try whose bound is infinite tells nothing and isn't counted.
   *
   * @throws CheckFailed if the error exceeds the bound, or if the value is NaN
   */
  public Comparison holds(double actual) {
    double error = error(actual);
    if (isInformative() || Double.isNaN(actual)) {
      Recorder.current().observe(entry(Role.HOLDS, "", actual, error));
    }
    if (!(error <= bound) || Double.isNaN(actual)) {
      throw new CheckFailed(failure(actual, error));
    }
    return this;
  }

  /**
   * A wrong variant: over all tries of the test, its error must exceed the bound at least once.
   * Where it is NaN or infinite the try doesn't count: any finite formula would be told from that.
   */
  public Comparison rejects(String variant, double wrong) {
    if (isInformative() && Double.isFinite(wrong)) {
      Recorder.current().observe(entry(Role.REJECTS, variant, wrong, error(wrong)));
    }
    return this;
  }

  /**
   * The printed form: as {@link #rejects}, but its worst try is the witness against the paper. An
   * infinite value counts, since a statement that something diverges is refuted by a finite one.
   */
  public Comparison refutes(String variant, double printed) {
    if (isInformative() && !Double.isNaN(printed)) {
      Recorder.current().observe(entry(Role.REFUTES, variant, printed, error(printed)));
    }
    return this;
  }

  private boolean isInformative() {
    return bound < Double.POSITIVE_INFINITY;
  }

  private double error(double actual) {
    if (Double.isNaN(actual)) {
      return Double.POSITIVE_INFINITY;
    }
    if (actual == expected) {
      return 0;
    }
    return oneSided ? Math.max(0, actual - expected) : Math.abs(actual - expected);
  }

  private double slack(double error) {
    return error == 0 ? 0 : error / bound;
  }

  private Observation entry(Role role, String variant, double actual, double error) {
    double size = Math.abs(expected);
    double noticed = Math.max(bound + error, Math.ulp(expected) / 2);
    double resolution = oneSided || size == 0 ? Double.NaN : noticed / size;
    boolean passed = role == Role.HOLDS ? error <= bound : error > bound;
    return new Observation(
        check.claim(),
        check.part(),
        check.quantity(),
        variant,
        role,
        check.oracle(),
        tolerance.describe(),
        tolerance.derived(),
        oneSided,
        actual,
        expected,
        error,
        bound,
        StrictMath.log(Math.max(bound, Double.MIN_VALUE)),
        slack(error),
        check.at(),
        1,
        resolution,
        role == Role.HOLDS ? tolerance.falseAlarm() : 0,
        power,
        passed);
  }

  private String failure(double actual, double error) {
    return "%s: %s = %s, expected %s%s, error %.3g > bound %.3g (%s) at %s"
        .formatted(
            check.claim(),
            check.quantity(),
            actual,
            oneSided ? "at most " : "",
            expected,
            error,
            bound,
            tolerance.describe(),
            check.at());
  }
}
