package org.grokcheck.beck.eval;

import java.math.BigDecimal;
import org.grokcheck.beck.DelayLaws;
import org.grokcheck.beck.LossMonotonicity;
import org.grokcheck.beck.StationaryWeightTimes;
import org.grokcheck.beck.TwoPoints;
import org.grokcheck.ledger.Evaluates;

/** Evaluates the stationary weight, the delay laws and their limit of large σ, Sec. 4.1. */
public final class DelayEvaluations {
  private DelayEvaluations() {}

  /** Stationary weight in unscaled units. */
  public record Stationary(double S_inf, double relaxation_exponent, double minus_log_x) {}

  /** The delay's limit for ε → 0, exact and as the paper has it. */
  public record Ratio(
      double S_tilde_inf,
      double Z_inf,
      double log_ratio_limit,
      double log_ratio_printed_eq16,
      double log_ratio_eq40_41) {}

  /** The scale beyond which the population loss is non-monotone. */
  public record CriticalScale(double sigma_c, double S_at_max) {}

  /** Threshold times with the weight at S̃_∞ from the start. */
  public record LimitTimes(
      Number t_train,
      Number t_gen,
      double tau_train,
      double tau_gen,
      double log10_t_train,
      double log10_t_gen) {}

  /** Evaluates {@link TwoPoints#stationaryWeight}. */
  @Evaluates("beck.sec4.sinf")
  public static Stationary stationary(BigDecimal lambda, double sigma) {
    TwoPoints points = TwoPoints.ofLambda(lambda);
    return new Stationary(
        points.stationaryWeight() / sigma, points.relaxationExponent(sigma), points.minusLogX());
  }

  /** Evaluates {@link DelayLaws}; the loss is the exponential one. */
  @Evaluates("beck.ext.ratio-limit")
  public static Ratio ratio(BigDecimal x, String loss) {
    Choices.require("loss", loss, "exponential");
    TwoPoints points = TwoPoints.of(x);
    DelayLaws laws = new DelayLaws(points);
    return new Ratio(
        points.stationaryWeight(),
        points.stationaryLoss(),
        laws.logRatio(),
        laws.asPrintedLogRatioEq16(),
        laws.logRatioNearCritical());
  }

  /** Evaluates {@link LossMonotonicity}; the loss is the exponential one. */
  @Evaluates("beck.ext.sigma-c")
  public static CriticalScale criticalScale(BigDecimal x, String loss) {
    Choices.require("loss", loss, "exponential");
    LossMonotonicity monotonicity = LossMonotonicity.of(TwoPoints.of(x));
    return new CriticalScale(monotonicity.criticalScale(), monotonicity.weightAtMaximum());
  }

  /** Evaluates {@link StationaryWeightTimes}, in which σ drops out. */
  @Evaluates("beck.ext.tstar-inf")
  public static LimitTimes limitTimes(
      BigDecimal x, double eta, BigDecimal epsilon, double sigma, double b0) {
    Choices.requireScale(sigma);
    StationaryWeightTimes times = StationaryWeightTimes.of(TwoPoints.of(x), eta, b0);
    double logEpsilon = Magnitudes.log("epsilon", epsilon);
    double training = times.logTrainingTime(logEpsilon);
    double generalization = times.logGeneralizationTime(logEpsilon);
    return new LimitTimes(
        Magnitudes.exp(training),
        Magnitudes.exp(generalization),
        times.trainingConformalTime(logEpsilon),
        times.generalizationConformalTime(logEpsilon),
        Magnitudes.log10(training),
        Magnitudes.log10(generalization));
  }
}
