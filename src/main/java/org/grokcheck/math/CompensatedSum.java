package org.grokcheck.math;

/**
 * A running sum with Neumaier's compensation: error 2⁻⁵³ of the result plus n·2⁻¹⁰⁶ of Σ|terms|.
 */
final class CompensatedSum {
  private double sum;
  private double compensation;

  void add(double term) {
    double next = sum + term;
    compensation += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
    sum = next;
  }

  double value() {
    return sum + compensation;
  }
}
