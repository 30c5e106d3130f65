package org.grokcheck.laws;

/**
 * The order of a method from its errors Eₖ at steps h, h/2, h/4 and h/8: pₖ = log₂(Eₖ/Eₖ₊₁) tends
 * to the order p, and its deviation is a2⁻ᵏ + b4⁻ᵏ + … For the two leading terms, whatever their
 * signs, |p₂ − p₁| + |p₁ − p₀| exceeds |p₂ − p|. Should three terms cancel in both differences,
 * 1/20 is allowed, a twentieth of what separates two orders.
 *
 * @param order p₂
 * @param band what it may differ from p, rounding included
 */
public record OrderFit(double order, double band) {
  /** Beyond this the leading term of the error doesn't lead yet, and nothing can be said. */
  private static final double TELLING = 0.4;

  private static final double LEAST = 0.05;

  /**
   * A fit.
   *
   * @param errors Eₖ, four
   * @param rounding what rounding may add to each
   */
  public static OrderFit of(double[] errors, double rounding) {
    double[] p = new double[3];
    for (int k = 0; k < p.length; k++) {
      p[k] = StrictMath.log(errors[k] / errors[k + 1]) / StrictMath.log(2);
    }
    double trend = Math.max(LEAST, Math.abs(p[2] - p[1]) + Math.abs(p[1] - p[0]));
    // d log₂ E = dE/(E log 2), for two errors, of which the last is the smallest.
    double blur = 2 * rounding / (Math.min(errors[2], errors[3]) * StrictMath.log(2));
    return new OrderFit(p[2], trend + blur);
  }

  /** Whether the fit tells an order from the next. */
  public boolean tells() {
    return band < TELLING;
  }

  /** Whether it is compatible with an order. */
  public boolean allows(int p) {
    return Math.abs(order - p) <= band;
  }
}
