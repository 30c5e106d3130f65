package org.grokcheck.notsawo.signal;

/**
 * The spectral moments of e^{−t²/2} on the whole line, whose unitary angular transform is itself
 * (claims {@code notsawo.sec3.moment}, {@code notsawo.sec3.parseval}): m_n = ∫ω^n e^{−ω²} dω.
 */
public final class GaussianPulse {
  private GaussianPulse() {}

  /**
   * Returns m_n of the transform with the prefactor 1/√(2π): (n−1)!!/2^{n/2} √π, 0 for odd n.
   *
   * @param order n, from 0
   */
  public static double unitaryMoment(int order) {
    Require.that(order >= 0, "n (order): need at least 0, got " + order);
    if (order % 2 == 1) {
      return 0;
    }
    double moment = StrictMath.sqrt(Math.PI);
    for (int k = 1; k < order; k += 2) {
      moment *= k / 2.0;
    }
    return moment;
  }

  /** Returns 2π times the unitary moment, that of the transform without a prefactor. */
  public static double nonUnitaryMoment(int order) {
    return 2 * Math.PI * unitaryMoment(order);
  }

  /** Returns ∫L² dt = √π. */
  public static double energy() {
    return StrictMath.sqrt(Math.PI);
  }
}
