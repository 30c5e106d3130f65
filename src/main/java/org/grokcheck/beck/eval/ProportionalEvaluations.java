package org.grokcheck.beck.eval;

import java.math.BigDecimal;
import org.grokcheck.beck.AccuracyThreshold;
import org.grokcheck.beck.CriticalNormLaw;
import org.grokcheck.beck.ProportionalMargin;
import org.grokcheck.beck.ProportionalMinimum;
import org.grokcheck.beck.SeparableLossGrowth;
import org.grokcheck.ledger.Evaluates;
import org.grokcheck.math.Normal;

/** Evaluates scalar laws of the full model in the proportional limit. */
public final class ProportionalEvaluations {
  private ProportionalEvaluations() {}

  /** Margin and limiting accuracy. */
  public record Margin(
      double kappa,
      Number A_limit,
      Number one_minus_A_limit,
      double support_vector_fraction,
      double log10_one_minus_A_limit) {}

  /** End of the range of λ in which an accuracy is reached. */
  public record LastLambda(double kappa_star, double lambda_star) {}

  /** Growth of the logistic population loss. */
  public record Slope(Number slope, double log10_slope) {}

  /** Minimiser below λ = ½. */
  public record Minimum(
      double norm_S_inf,
      double minus_log_mu,
      double Z_inf,
      double fraction_positive,
      double log_ratio_limit) {}

  /** Constants of the limit λ → ½ from below. */
  public record Critical(
      double A_coefficient, double Z_limit, double fraction_positive_limit, double c_limit) {}

  /** Evaluates {@link ProportionalMargin#ofLambda}. */
  @Evaluates("beck.ext.gardner")
  public static Margin margin(BigDecimal lambda, BigDecimal sigma) {
    double kappa = ProportionalMargin.ofLambda(lambda);
    double z = ProportionalMargin.limitThreshold(kappa, sigma.doubleValue());
    return new Margin(
        kappa,
        Magnitudes.of(Normal.cdf(z), Normal.logCdf(z)),
        Magnitudes.upperTail(z, () -> ProportionalMargin.squaredLimitThreshold(lambda, sigma)),
        Normal.cdf(kappa),
        Magnitudes.log10(Normal.logSf(z)));
  }

  /** Evaluates {@link ProportionalMargin#atAccuracy}. */
  @Evaluates("beck.ext.lambda-star")
  public static LastLambda lastLambda(BigDecimal p, double sigma) {
    double z = AccuracyThreshold.quantile(p);
    if (z <= 0) {
      throw new IllegalArgumentException("p: need an accuracy above 1/2, got " + p);
    }
    double kappa = ProportionalMargin.atAccuracy(z, sigma);
    return new LastLambda(kappa, ProportionalMargin.lambda(kappa));
  }

  /** Evaluates {@link SeparableLossGrowth#logSlope}. */
  @Evaluates("beck.ext.lgen-slope")
  public static Slope slope(double M, double sigma) {
    double log = SeparableLossGrowth.logSlope(M, sigma);
    return new Slope(Magnitudes.exp(log), Magnitudes.log10(log));
  }

  /** Evaluates {@link ProportionalMinimum}. */
  @Evaluates("beck.ext.cgmt")
  public static Minimum minimum(BigDecimal lambda, double sigma) {
    if (!(sigma > 0 && sigma < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("sigma: need a finite number above 0, got " + sigma);
    }
    ProportionalMinimum limit = ProportionalMinimum.ofLambda(lambda);
    return new Minimum(
        limit.norm() / sigma,
        limit.offset(),
        StrictMath.exp(limit.logMeanExponential()),
        limit.positiveShare(),
        limit.logTimeRatio());
  }

  /** Evaluates {@link CriticalNormLaw}. */
  @Evaluates("beck.ext.cgmt-critical")
  public static Critical critical(String lambda, double sigma) {
    Choices.require("lambda", lambda, "limit to 1/2 from below");
    return new Critical(
        CriticalNormLaw.normCoefficient(sigma),
        CriticalNormLaw.meanExponential(),
        CriticalNormLaw.positiveShare(),
        CriticalNormLaw.offset());
  }
}
