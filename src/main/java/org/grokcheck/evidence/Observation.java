package org.grokcheck.evidence;

/**
 * The worst case of one comparison over all tries of one test.
 *
 * @param claim the claim's id
 * @param part which part of the claim this speaks about; empty where there is only one
 * @param quantity what was compared
 * @param variant name of the wrong or printed variant; empty when {@code role} is HOLDS
 * @param role what the comparison is for
 * @param oracle where the expected value comes from
 * @param tolerance the tolerance at the worst try, with its derivation
 * @param derived whether the tolerance follows from an argument
 * @param oneSided whether an upper bound was checked instead of a value
 * @param value the value at the worst try
 * @param expected the oracle's value there
 * @param error |value - expected| there, or the excess over an upper bound
 * @param bound the accepted error there
 * @param meanLogBound mean over all tries of the natural logarithm of the accepted error, a bound
 *     of 0 counted as the smallest double: what a looser tolerance moves wherever it is looser
 * @param slack error / bound there: at most 1 where the comparison holds
 * @param worst the inputs of the worst try
 * @param tries number of comparisons made
 * @param resolution smallest relative change of the value that some try would notice; NaN if
 *     one-sided or not a number
 * @param falseAlarm probability that any of the tries fails although the claim holds
 * @param power probability of rejecting the named rival; 1 for deterministic comparisons
 * @param passed whether the comparison served its role
 */
public record Observation(
    String claim,
    String part,
    String quantity,
    String variant,
    Role role,
    Oracle oracle,
    String tolerance,
    boolean derived,
    boolean oneSided,
    double value,
    double expected,
    double error,
    double bound,
    double meanLogBound,
    double slack,
    String worst,
    long tries,
    double resolution,
    double falseAlarm,
    double power,
    boolean passed) {

  /** Geometric mean of the accepted errors over all tries. */
  public double typicalBound() {
    return StrictMath.exp(meanLogBound);
  }
}
