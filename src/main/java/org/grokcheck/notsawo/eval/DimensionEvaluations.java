package org.grokcheck.notsawo.eval;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.grokcheck.ledger.Evaluates;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.notsawo.dimension.BallVolume;
import org.grokcheck.notsawo.dimension.EstimateLaw;
import org.grokcheck.notsawo.dimension.FitConstant;
import org.grokcheck.notsawo.dimension.FitEfficiency;
import org.grokcheck.notsawo.dimension.GlobalEstimate;
import org.grokcheck.notsawo.dimension.LocalEstimate;
import org.grokcheck.notsawo.dimension.LogRatioMean;
import org.grokcheck.notsawo.dimension.NeighbourRatio;
import org.grokcheck.notsawo.dimension.PearsonTest;
import org.grokcheck.notsawo.dimension.PlottingPosition;
import org.grokcheck.notsawo.dimension.RatioFit;
import org.grokcheck.notsawo.dimension.ShellRatio;

/** Evaluates the estimates of intrinsic dimension of App. H and their laws. */
public final class DimensionEvaluations {
  private DimensionEvaluations() {}

  /** Estimates at one point. */
  public record Local(double m_hat, double m_hat_k_minus_2) {}

  /** Evaluates {@link LocalEstimate}. */
  @Evaluates("notsawo.apph.mle_local")
  public static Local local(List<BigDecimal> distances) {
    LocalEstimate estimate = new LocalEstimate(distances);
    return new Local(estimate.mostLikely(), estimate.unbiased());
  }

  /** Estimates over all points. */
  public record Global(double levina_bickel, double mackay) {}

  /** Evaluates {@link GlobalEstimate}. */
  @Evaluates("notsawo.apph.mackay")
  public static Global global(List<Double> local_estimates) {
    GlobalEstimate estimate = new GlobalEstimate(local_estimates);
    return new Global(estimate.levinaBickel(), estimate.mackay());
  }

  /** Moments of the estimate at one point. */
  public record LocalLaw(double mean_of_inverse, double mean, double variance) {}

  /** Evaluates {@link EstimateLaw} for one point. */
  @Evaluates("notsawo.ext.mle_law")
  public static LocalLaw localLaw(BigDecimal m, int k) {
    EstimateLaw law = EstimateLaw.local(Rational.of(m), k);
    return new LocalLaw(law.meanOfInverse().toDouble(), mean(law), variance(law));
  }

  /** Moments of the estimate over all points. */
  public record GlobalLaw(double mean, double variance) {}

  /** Evaluates {@link EstimateLaw} for independent neighbourhoods. */
  @Evaluates("notsawo.ext.mackay_law")
  public static GlobalLaw globalLaw(int n, int k, BigDecimal m) {
    EstimateLaw law = EstimateLaw.pooled(Rational.of(m), n, k);
    return new GlobalLaw(mean(law), variance(law));
  }

  private static double mean(EstimateLaw law) {
    return law.hasMean() ? law.mean().toDouble() : Double.POSITIVE_INFINITY;
  }

  private static double variance(EstimateLaw law) {
    return law.hasVariance() ? law.variance().toDouble() : Double.POSITIVE_INFINITY;
  }

  /** A mean logarithm. */
  public record MeanLog(double mean_log_ratio) {}

  /** Evaluates {@link LogRatioMean}. */
  @Evaluates("notsawo.ext.harmonic")
  public static MeanLog meanLog(long j, long k, double m) {
    return new MeanLog(LogRatioMean.of(j, k, m));
  }

  /** A volume. */
  public record Volume(BigDecimal omega, double log_omega) {}

  /** Evaluates {@link BallVolume}. */
  @Evaluates("notsawo.apph.ball_volume")
  public static Volume volume(BigDecimal d) {
    BallVolume ball = new BallVolume(d.doubleValue());
    return new Volume(ball.unit(), ball.logUnit());
  }

  /** The law of a ratio of distances. */
  public record Ratio(BigDecimal pdf, double cdf, double log_survival) {}

  /** Evaluates {@link NeighbourRatio}. */
  @Evaluates("notsawo.apph.cdf")
  public static Ratio ratio(BigDecimal mu, double d) {
    NeighbourRatio law = new NeighbourRatio(d);
    return new Ratio(law.density(mu), law.distribution(mu), law.logSurvival(mu));
  }

  /** A dimension. */
  public record Dimension(double d) {}

  /** Evaluates {@link NeighbourRatio#dimensionAt}. */
  @Evaluates("notsawo.apph.cdf")
  public static Dimension dimension(BigDecimal mu, BigDecimal F) {
    return new Dimension(NeighbourRatio.dimensionAt(mu, F));
  }

  /** The law of a ratio of shells. */
  public record Shells(BigDecimal pdf, BigDecimal cdf) {}

  /** Evaluates {@link ShellRatio}. */
  @Evaluates("notsawo.apph.g_of_r")
  public static Shells shells(BigDecimal R) {
    return new Shells(ShellRatio.density(R), ShellRatio.distribution(R));
  }

  /** A fit; its residual and the other estimate where all ratios enter. */
  public record Fit(double d, Optional<Double> residual, Optional<Double> mle_k2) {}

  /** Evaluates {@link RatioFit}. */
  @Evaluates("notsawo.apph.least_squares")
  public static Fit fit(List<BigDecimal> mu, String rule) {
    PlottingPosition position = PlottingPosition.of(rule);
    RatioFit fit = RatioFit.of(mu, position);
    return position == PlottingPosition.LARGEST_DROPPED
        ? new Fit(fit.dimension(), Optional.empty(), Optional.empty())
        : new Fit(fit.dimension(), Optional.of(fit.residual()), Optional.of(fit.mostLikely()));
  }

  /** Constants of both rules. */
  public record Constants(double c_n_plus_1, double c_n_dropped) {}

  /** Evaluates {@link FitConstant}. */
  @Evaluates("notsawo.ext.cn")
  public static Constants constants(long n) {
    return new Constants(FitConstant.overOneMore(n), FitConstant.largestDropped(n));
  }

  /** Variance of a fit and its correlation with the most likely value. */
  public record Efficiency(double asymptotic_n_var_over_d2, double corr_with_mle) {}

  /** Evaluates {@link FitEfficiency}. */
  @Evaluates("notsawo.ext.twonn_variance")
  public static Efficiency efficiency(BigDecimal kept_fraction) {
    FitEfficiency fit = new FitEfficiency(kept_fraction);
    return new Efficiency(fit.variance(), fit.correlation());
  }

  /** A test of a correlation. */
  public record Significance(double t, double p_two_sided) {}

  /** Evaluates {@link PearsonTest}. */
  @Evaluates("notsawo.apph.pearson")
  public static Significance significance(int n, BigDecimal r) {
    PearsonTest test = new PearsonTest(n, r);
    return new Significance(test.statistic(), test.twoSided());
  }
}
