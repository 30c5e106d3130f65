package org.grokcheck.notsawo.dimension;

import java.math.BigDecimal;
import org.grokcheck.math.Decimals;

/**
 * The large-n variance of the fit d* to independent ratios, of which the lowest fraction q enters
 * (claim {@code notsawo.ext.twonn_variance}): n Var(d*)/d² → V(q) = Var(min(E, c)²)/(4D²), E a
 * standard exponential, c = −log(1 − q), D = 2 − e^{−c}(c² + 2c + 2). The estimate of largest
 * likelihood from all ratios has n Var/d² → 1.
 */
public final class FitEfficiency {
  /** Above, lower incomplete gamma functions are taken from their complements. */
  private static final double LARGE = 30;

  /** Below, Var(min(E, c)²) is that of c² − min(E, c)², whose moments don't cancel there. */
  private static final double SMALL = 2;

  private final double variance;

  /**
   * The fit to the lowest fraction.
   *
   * @param kept q in (0, 1]
   * @throws IllegalArgumentException if q is out of range
   */
  public FitEfficiency(BigDecimal kept) {
    if (kept.signum() <= 0 || kept.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException("kept_fraction: need a number in (0, 1], got " + kept);
    }
    variance =
        kept.compareTo(BigDecimal.ONE) == 0
            ? 1.25
            : at(Decimals.logRatio(BigDecimal.ONE, BigDecimal.ONE.subtract(kept)));
  }

  private static double at(double c) {
    double denominator = lowerGamma(3, c);
    double variance = c < SMALL ? varianceOfGap(c) : varianceOfSquare(c);
    return variance / (4 * denominator * denominator);
  }

  /** E M² − (E M)² for M = min(E, c)², E Mⁿ = ∫_0^c 2n x^{2n−1} e^{−x} dx. */
  private static double varianceOfSquare(double c) {
    double mean = 2 * lowerGamma(2, c);
    return 4 * lowerGamma(4, c) - mean * mean;
  }

  /** The same from c² − M, which is 0 with probability e^{−c}. */
  private static double varianceOfGap(double c) {
    double square = c * c;
    double mean = square * lowerGamma(1, c) - lowerGamma(3, c);
    double meanSquare =
        square * square * lowerGamma(1, c) - 2 * square * lowerGamma(3, c) + lowerGamma(5, c);
    return meanSquare - mean * mean;
  }

  /** γ(a, c) = ∫_0^c x^{a−1} e^{−x} dx = c^a e^{−c} Σ c^n/(a(a + 1)...(a + n)). */
  private static double lowerGamma(int a, double c) {
    double term = 1.0 / a;
    if (c > LARGE) {
      return gamma(a) - upperGamma(a, c);
    }
    double sum = term;
    for (int n = 1; term > 1e-18 * sum; n++) {
      term *= c / (a + n);
      sum += term;
    }
    return StrictMath.pow(c, a) * StrictMath.exp(-c) * sum;
  }

  private static double upperGamma(int a, double c) {
    double term = 1;
    double sum = 1;
    for (int n = 1; n < a; n++) {
      term *= c / n;
      sum += term;
    }
    return gamma(a) * StrictMath.exp(-c) * sum;
  }

  private static double gamma(int a) {
    double product = 1;
    for (int n = 2; n < a; n++) {
      product *= n;
    }
    return product;
  }

  /** V(q): 5/4 at q = 1, least 1.102 near q = 0.97. */
  public double variance() {
    return variance;
  }

  /** The limit 1/√V of the correlation with the estimate of largest likelihood from all ratios. */
  public double correlation() {
    return 1 / StrictMath.sqrt(variance);
  }
}
