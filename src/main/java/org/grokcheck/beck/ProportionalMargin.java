package org.grokcheck.beck;

import java.math.BigDecimal;
import java.math.MathContext;
import org.grokcheck.math.Erf;
import org.grokcheck.math.Normal;
import org.grokcheck.math.Roots;

/**
 * The margin of N Gaussian points in d = λN dimensions as N → ∞, λ &gt; ½: M → σκ with λ = (1 +
 * κ²)Φ(κ) + κφ(κ) (claims {@code beck.ext.gardner}, {@code beck.ext.lambda-star}).
 */
public final class ProportionalMargin {
  private static final BigDecimal HALF = new BigDecimal("0.5");

  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final MathContext WORK = new MathContext(60);

  /** From it on Φ(−κ) and φ(κ) lie below 1e-22, and doubles of them give 38 digits. */
  private static final double FAR = 10;

  /** Each doubles the digits of a double. */
  private static final int NEWTON_STEPS = 2;

  private ProportionalMargin() {}

  /**
   * Returns κ for an exact λ &gt; ½; √(2π)(2λ − 1)/4 to leading order near ½, √(λ − 1) for large λ.
   *
   * @throws IllegalArgumentException if λ ≤ ½, where there is no margin
   */
  public static double ofLambda(BigDecimal lambda) {
    double gap = lambda.subtract(HALF).doubleValue();
    Require.positive("lambda - 1/2", gap);
    // κ² < 2λ, and λ − ½ > κφ(0) at first order: both ends lie outside.
    return Roots.increasing(kappa -> excessOverHalf(kappa) - gap, 0, 2 * Math.sqrt(gap) + 4 * gap);
  }

  /**
   * Returns κ to some 40 digits behind its first: the limiting error 1 − Φ(1/(σ²κ)) multiplies a
   * relative error of κ by 1/(σ²κ)².
   *
   * @throws IllegalArgumentException if λ ≤ ½, where there is no margin
   */
  public static BigDecimal preciseOfLambda(BigDecimal lambda) {
    BigDecimal kappa = new BigDecimal(ofLambda(lambda));
    for (int k = 0; k < NEWTON_STEPS; k++) {
      BigDecimal halfSquare = kappa.multiply(kappa).multiply(HALF);
      BigDecimal above = overHalf(kappa, halfSquare);
      BigDecimal density = density(kappa, halfSquare);
      BigDecimal cdf = HALF.add(above);
      BigDecimal excess =
          above.add(kappa.multiply(kappa.multiply(cdf).add(density))).add(HALF).subtract(lambda);
      BigDecimal slope = kappa.multiply(cdf).add(density).multiply(TWO);
      kappa = kappa.subtract(excess.divide(slope, WORK), WORK);
    }
    return kappa;
  }

  private static BigDecimal overHalf(BigDecimal kappa, BigDecimal halfSquare) {
    double x = kappa.doubleValue();
    return x < FAR ? PreciseNormal.overHalf(halfSquare) : HALF.subtract(decimal(Normal.sf(x)));
  }

  private static BigDecimal density(BigDecimal kappa, BigDecimal halfSquare) {
    double x = kappa.doubleValue();
    return x < FAR ? PreciseNormal.density(halfSquare) : decimal(Normal.pdf(x));
  }

  private static BigDecimal decimal(double value) {
    return new BigDecimal(value).round(WORK);
  }

  /**
   * Returns λ = (1 + κ²)Φ(κ) + κφ(κ), the inverse of {@link #ofLambda}.
   *
   * @param kappa κ ≥ 0
   */
  public static double lambda(double kappa) {
    Require.atLeast("kappa", kappa, 0);
    return 0.5 + excessOverHalf(kappa);
  }

  /**
   * Returns κ* = 1/(σ²z) at which the limiting accuracy Φ(1/(σ²κ)) is Φ(z); with {@link #lambda}
   * the end λ* of the range of λ where that accuracy is reached in finite time.
   *
   * @param z quantile of the accuracy, above 0
   * @param sigma σ &gt; 0
   */
  public static double atAccuracy(double z, double sigma) {
    Require.positive("z = quantile of p", z);
    Require.positive("sigma", sigma);
    return 1 / (sigma * sigma * z);
  }

  /**
   * Returns z = 1/(σ²κ), the quantile of the limiting accuracy.
   *
   * @param kappa κ &gt; 0
   * @param sigma σ &gt; 0
   */
  public static double limitThreshold(double kappa, double sigma) {
    return atAccuracy(kappa, sigma);
  }

  /**
   * Returns z² of {@link #limitThreshold} to some 40 digits.
   *
   * @param lambda λ &gt; ½
   * @param sigma σ &gt; 0
   */
  public static BigDecimal squaredLimitThreshold(BigDecimal lambda, BigDecimal sigma) {
    Require.positive("sigma", sigma.doubleValue());
    BigDecimal inverse = sigma.multiply(sigma).multiply(preciseOfLambda(lambda), WORK);
    return BigDecimal.ONE.divide(inverse.multiply(inverse, WORK), WORK);
  }

  /** λ − ½, a sum of positive terms. */
  private static double excessOverHalf(double kappa) {
    return 0.5 * Erf.erf(kappa / Math.sqrt(2))
        + kappa * (kappa * Normal.cdf(kappa) + Normal.pdf(kappa));
  }
}
