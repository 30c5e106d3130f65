package org.grokcheck.beck;

import java.math.BigDecimal;
import java.math.MathContext;
import org.grokcheck.math.Erf;
import org.grokcheck.math.Normal;

/**
 * Approximations of Wendel's probability for N points in d dimensions: the Gaussian one, its next
 * order, and a tail bound (claims {@code beck.eq18}, {@code beck.ext.wendel-edgeworth}, {@code
 * beck.ext.wendel-tail}).
 *
 * @param points N ≥ 1
 * @param dimension d ≥ 1
 */
public record WendelApproximation(int points, int dimension) {
  private static final MathContext DIGITS = new MathContext(50);

  /** Beyond it Φ is below 1e-15 (or its complement), so that p − Φ doesn't cancel harmfully. */
  private static final double FAR = 8;

  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if an argument is out of range
   */
  public WendelApproximation {
    Require.atLeast("N (points)", points, 1);
    Require.atLeast("d (dimension)", dimension, 1);
  }

  /** Returns Φ((2d − N)/√N), eq. (18) in a form that keeps its digits in the lower tail. */
  public double gaussian() {
    return Normal.cdf(deviation(points));
  }

  /** Returns the logarithm of {@link #gaussian}, finite where that underflows. */
  public double logGaussian() {
    return Normal.logCdf(deviation(points));
  }

  /**
   * Returns ½[1 + erf(√d(√(2λ) − 1/√(2λ)))], λ = d/N: eq. (18) as it stands, equal to {@link
   * #gaussian}.
   */
  public double asPrintedEq18() {
    double root = Math.sqrt(2.0 * dimension / points);
    return 0.5 * (1 + Erf.erf(Math.sqrt(dimension) * (root - 1 / root)));
  }

  /**
   * Returns p minus eq. (18), formed at 50 digits where the two are close: it is of order 1/N.
   *
   * @param exact the probability for the same N and d
   */
  public double errorOfGaussian(Wendel exact) {
    double x = deviation(points);
    if (Math.abs(x) > FAR) {
      return x < 0 ? exact.probability() - gaussian() : Normal.sf(x) - exact.complement();
    }
    long excess = 2L * dimension - points;
    BigDecimal halfSquare =
        BigDecimal.valueOf(excess * excess).divide(BigDecimal.valueOf(2L * points), DIGITS);
    BigDecimal gaussian = PreciseNormal.cdf(Long.signum(excess), halfSquare);
    return exact.probability(DIGITS).subtract(gaussian).doubleValue();
  }

  /**
   * Returns Φ(x) + φ(x)(x³ − x)/(12n) with n = N − 1, x = (2d − N)/√n; the error is O(N⁻²).
   *
   * @throws IllegalArgumentException for N = 1
   */
  public double edgeworth() {
    Require.atLeast("N (points)", points, 2);
    double x = deviation(points - 1);
    return Normal.cdf(x) + Normal.pdf(x) * (x * x - 1) * x / (12.0 * (points - 1));
  }

  /**
   * Returns eq. (18) + φ(x)(x³ + 5x)/(12N), x = (2d − N)/√N: the same order, expanded about (18).
   */
  public double edgeworthAboutGaussian() {
    return gaussian() + leadingError();
  }

  /** Returns φ(x)(x³ + 5x)/(12N), x = (2d − N)/√N, the leading term of p − (18). */
  public double leadingError() {
    double x = deviation(points);
    return Normal.pdf(x) * (x * x + 5) * x / (12.0 * points);
  }

  /**
   * Returns −(N−1−2(d−1))²/(2(N−1)), the logarithm of an upper bound of p (Hoeffding).
   *
   * @throws IllegalArgumentException if d − 1 exceeds (N−1)/2, where the bound doesn't hold
   */
  public double logTailBound() {
    long shortfall = points - 1 - 2L * (dimension - 1);
    if (shortfall < 0) {
      throw new IllegalArgumentException(
          "dimension: need d - 1 <= (N-1)/2 = %s, got d = %d; bound 1 - p through d' = N - d"
              .formatted((points - 1) / 2.0, dimension));
    }
    return -0.5 * shortfall * shortfall / (points - 1);
  }

  private double deviation(int variance) {
    return (2L * dimension - points) / Math.sqrt(variance);
  }
}
