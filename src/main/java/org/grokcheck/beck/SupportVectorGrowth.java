package org.grokcheck.beck;

/**
 * The late growth of separable data with only the support vectors kept, App. G (claims {@code
 * beck.eq51} to {@code beck.eq57}), exact for one point: with k = ηD/(NE²), ‖S‖ = Ef(τ), f = log(kτ
 * + C₁), e^b = C₂(kτ + C₁)^{−E²}.
 *
 * @param inverseMargin E = 1/M &gt; 0
 * @param share D/N in (0, 1]
 * @param eta η &gt; 0
 * @param c1 C₁ = e^{f(0)} &gt; 0
 * @param c2 C₂ &gt; 0, which fixes b(0)
 */
public record SupportVectorGrowth(
    double inverseMargin, double share, double eta, double c1, double c2) {
  /** Checks the domain. */
  public SupportVectorGrowth {
    Require.positive("E (inverse margin)", inverseMargin);
    Require.positive("D/N (share)", share);
    Require.positive("eta", eta);
    Require.positive("C1", c1);
    Require.positive("C2", c2);
  }

  private double square() {
    return inverseMargin * inverseMargin;
  }

  private double rate() {
    return eta * share / square();
  }

  /** Returns f(τ) = log(η(D/N)τ/E² + C₁), eq. (52). */
  public double growth(double conformal) {
    return StrictMath.log(rate() * conformal + c1);
  }

  /** Returns f′ = η(D/N) e^{−f}/E², eq. (51). */
  public double growthRate(double growth) {
    return rate() * StrictMath.exp(-growth);
  }

  /** Returns db/dτ = −η(D/N)/(η(D/N)τ/E² + C₁), eq. (53). */
  public double biasRate(double conformal) {
    return -eta * share / (rate() * conformal + c1);
  }

  /** Returns b = log C₂ − E² log(η(D/N)τ/E² + C₁), eq. (54). */
  public double bias(double conformal) {
    return StrictMath.log(c2) - square() * growth(conformal);
  }

  /**
   * Returns τ(t), eq. (55), with C₃ such that τ(0) = 0: (kτ + C₁)^{E²+1} = C₁^{E²+1} + k(E² +
   * 1)C₂t.
   *
   * @param time t ≥ 0
   */
  public double conformalTime(double time) {
    double power = square() + 1;
    double grown = rate() * power * c2 * time * StrictMath.pow(c1, -power);
    return c1 * StrictMath.expm1(StrictMath.log1p(grown) / power) / rate();
  }

  /** Returns C₃ = C₁^{E²+1}/(k(E² + 1)), the constant of eq. (55) with τ(0) = 0. */
  public double c3() {
    double power = square() + 1;
    return StrictMath.pow(c1, power) / (rate() * power);
  }

  /** Returns −E²/(E² + 1) = −1/(1 + M²), the slope of b in log t, eq. (56). */
  public double biasSlope() {
    return -square() / (square() + 1);
  }

  /** Returns E/(E² + 1) = M/(1 + M²), the slope of ‖S‖ in log t, eq. (57). */
  public double normSlope() {
    return inverseMargin / (square() + 1);
  }
}
