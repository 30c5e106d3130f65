package org.grokcheck.beck;

import java.math.BigDecimal;
import java.math.MathContext;
import org.grokcheck.math.LogDomain;
import org.grokcheck.math.Normal;

/**
 * What the linear classifier f(x) = S·x + b makes of the population x ~ N(0, σ²I), all of whose
 * points belong to the class of negative f (claims {@code beck.eq4}, {@code beck.eq5}, {@code
 * beck.eq6}).
 *
 * <p>Only s = σ‖S‖ and b enter. Every probability comes with its complement and the logarithms of
 * both, because A rounds to 1 long before it is 1.
 *
 * @param scaledNorm s = σ‖S‖, finite and at least 0
 * @param bias b, finite
 */
public record GaussianClassifier(double scaledNorm, double bias) {
  private static final MathContext QUOTIENT = MathContext.DECIMAL128;

  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if s is negative or an argument isn't finite
   */
  public GaussianClassifier {
    Require.atLeast("scaledNorm (sigma*|S|)", scaledNorm, 0);
    Require.finite("b (bias)", bias);
  }

  /**
   * Returns the classifier of a weight vector of norm ‖S‖ on data of scale σ.
   *
   * @param weightNorm ‖S‖ ≥ 0
   * @param sigma σ &gt; 0
   * @param bias b
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static GaussianClassifier of(double weightNorm, double sigma, double bias) {
    Require.atLeast("normS (weight norm)", weightNorm, 0);
    Require.positive("sigma", sigma);
    return new GaussianClassifier(sigma * weightNorm, bias);
  }

  /**
   * Returns {@link #threshold()} for exact decimals, rounded once: Φ(z) multiplies a relative error
   * of z by z².
   *
   * @throws IllegalArgumentException if s is negative
   */
  public static double threshold(BigDecimal scaledNorm, BigDecimal bias) {
    Require.atLeast("scaledNorm (sigma*|S|)", scaledNorm.doubleValue(), 0);
    return scaledNorm.signum() == 0
        ? new GaussianClassifier(0, bias.doubleValue()).threshold()
        : bias.negate().divide(scaledNorm, QUOTIENT).doubleValue();
  }

  /**
   * Returns z = −b/s, which fixes the accuracy: A = Φ(z). Infinite at s = 0 with b ≠ 0, NaN at s =
   * b = 0, where f vanishes everywhere.
   */
  public double threshold() {
    return scaledNorm == 0 && bias == 0 ? Double.NaN : -bias / scaledNorm;
  }

  /** Returns A = ½[1 − erf(b/(√2 s))] = Φ(−b/s), eq. (6); NaN at s = b = 0. */
  public double accuracy() {
    return Normal.cdf(threshold());
  }

  /** Returns 1 − A with all its digits, however small; NaN at s = b = 0. */
  public double error() {
    return Normal.sf(threshold());
  }

  /** Returns log A (natural). */
  public double logAccuracy() {
    return Normal.logCdf(threshold());
  }

  /** Returns log(1 − A) (natural), finite where 1 − A underflows. */
  public double logError() {
    return Normal.logSf(threshold());
  }

  /** Returns the logistic population loss E log(1 + e^{sy+b}), y ~ N(0, 1), eqs. (4), (5). */
  public double logisticLoss() {
    return StrictMath.exp(logLogisticLoss());
  }

  /** Returns log of the logistic population loss, finite where the loss underflows. */
  public double logLogisticLoss() {
    return LogisticPopulationLoss.log(scaledNorm, bias);
  }

  /**
   * Returns log E e^{sy+b} = b + s²/2, the logarithm of the exponential population loss ({@code
   * beck.sec41.lgen}); it exceeds {@link #logLogisticLoss}.
   */
  public double logExponentialLoss() {
    return bias + 0.5 * scaledNorm * scaledNorm;
  }

  /**
   * Returns the larger of two lower bounds of the logistic population loss, log(1 + e^b) and (1 −
   * A) log 2: the loss vanishes only if b → −∞ and b/s → −∞ ({@code
   * beck.sec32.perfect-generalization}).
   */
  public double logisticLossLowerBound() {
    double jensen = LogDomain.softplus(bias);
    return scaledNorm == 0 ? jensen : Math.max(jensen, error() * StrictMath.log(2));
  }
}
