package org.grokcheck.compute.agreement;

/**
 * How far two parties differ in one quantity of one case, at the entry that comes nearest to its
 * bound or exceeds it most.
 *
 * @param of name of the case
 * @param parties their names
 * @param quantity what was compared
 * @param entry index of the entry
 * @param first value of the first party
 * @param second value of the second
 * @param error their distance
 * @param bound the largest distance that rounding explains
 * @param largest size of the largest entry, against which the bound can be judged
 */
public record Finding(
    String of,
    String parties,
    String quantity,
    int entry,
    double first,
    double second,
    double error,
    double bound,
    double largest) {

  /** error/bound; 0 for equal values, infinite for NaN and where nothing is bounded. */
  public double slack() {
    return slack(error, bound);
  }

  static double slack(double error, double bound) {
    if (Double.isNaN(error) || !(bound < Double.POSITIVE_INFINITY)) {
      return Double.POSITIVE_INFINITY;
    }
    return error == 0 ? 0 : error / bound;
  }

  /** Whether there is a bound and it is met. */
  public boolean holds() {
    return slack() <= 1;
  }

  @Override
  public String toString() {
    return "%s, %s: %s[%d] = %s and %s, error %.3g, bound %.3g"
        .formatted(of, parties, quantity, entry, first, second, error, bound);
  }
}
