package org.grokcheck.omnigrok.eval;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.grokcheck.ledger.Evaluates;
import org.grokcheck.math.Real;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.omnigrok.AffineLaw;
import org.grokcheck.omnigrok.ChainCollapse;
import org.grokcheck.omnigrok.CriticalSize;
import org.grokcheck.omnigrok.CrossEntropyNorm;
import org.grokcheck.omnigrok.LabelScores;
import org.grokcheck.omnigrok.LeastSquaresRisk;
import org.grokcheck.omnigrok.LogLogFit;
import org.grokcheck.omnigrok.SaddleEscape;

/** Evaluates small models, and laws of data size and of times. */
public final class ModelEvaluations {
  private ModelEvaluations() {}

  /** Thresholds of weight decay. */
  public record Thresholds(BigDecimal s_c, BigDecimal gamma_c, BigDecimal gamma_spinodal) {}

  /** A time. */
  public record Time(Number time) {}

  /** Norms at balance. */
  public record Balance(BigDecimal w_L1, BigDecimal w_sq_L2) {}

  /** A law of data size. */
  public record Size(BigDecimal probability, BigDecimal mean, BigDecimal variance) {}

  /** A time and its exponent. */
  public record Law(BigDecimal t, BigDecimal local_exponent) {}

  /** A slope. */
  public record Slope(BigDecimal ols_slope) {}

  /** A slope and its interval. */
  public record Interval(
      BigDecimal ols_slope,
      Number standard_error,
      Number t_quantile_975_df3,
      Number ci_half_width) {}

  /** Risk and squared norm. */
  public record Risk(Number risk, Number norm_sq) {}

  /** Scores and accuracy. */
  public record Scores(
      Optional<BigDecimal> score_k0_x9, Optional<BigDecimal> score_k9_x9, BigDecimal accuracy) {}

  /** Evaluates {@link ChainCollapse}. */
  @Evaluates("omnigrok.ext.collapse")
  public static Thresholds collapse(int depth, BigDecimal y) {
    ChainCollapse chain = new ChainCollapse(depth, Numbers.of(y));
    return new Thresholds(
        Numbers.out(chain.criticalWeight()),
        Numbers.out(chain.criticalDecay()),
        Numbers.out(chain.spinodalDecay()));
  }

  /** Evaluates {@link SaddleEscape#time}. */
  @Evaluates("omnigrok.fn4.w-small")
  public static Time escape(BigDecimal s0, BigDecimal s1, BigDecimal y, BigDecimal gamma) {
    SaddleEscape escape =
        new SaddleEscape(Numbers.of(s0), Numbers.of(s1), Numbers.of(y), Numbers.of(gamma));
    return new Time(Numbers.never(escape.time()));
  }

  /** Evaluates {@link CrossEntropyNorm}. */
  @Evaluates("omnigrok.ext.ce-norm")
  public static Balance balance(BigDecimal gamma) {
    CrossEntropyNorm norm = new CrossEntropyNorm(Numbers.of(gamma));
    return new Balance(Numbers.out(norm.linear()), Numbers.out(norm.squareForProduct()));
  }

  /** Evaluates {@link CriticalSize}. */
  @Evaluates("omnigrok.ext.beta-critical")
  public static Size size(int n, int d, BigDecimal eps) {
    CriticalSize law = new CriticalSize(n, d);
    return new Size(
        Numbers.out(law.probability(Numbers.of(eps))),
        Numbers.out(law.mean()),
        Numbers.out(law.variance()));
  }

  /** Evaluates {@link AffineLaw}. */
  @Evaluates("omnigrok.ext.affine-law")
  public static Law law(BigDecimal gamma, BigDecimal t0, BigDecimal c, BigDecimal gamma0) {
    AffineLaw law = new AffineLaw(Numbers.of(t0), Numbers.of(c), Numbers.of(gamma0));
    Real at = Numbers.of(gamma);
    return new Law(Numbers.out(law.time(at)), Numbers.out(law.localExponent(at)));
  }

  /** Evaluates {@link LogLogFit#slope} on times of the affine law with γ₀ = 0. */
  @Evaluates("omnigrok.ext.affine-law")
  public static Slope slope(List<BigDecimal> gammas, BigDecimal t0, BigDecimal c) {
    AffineLaw law = new AffineLaw(Numbers.of(t0), Numbers.of(c), Real.ZERO);
    List<Real> at = Numbers.of(gammas);
    LogLogFit fit = new LogLogFit(at, at.stream().map(law::time).toList());
    return new Slope(Numbers.out(fit.slope()));
  }

  /** Evaluates {@link LogLogFit}; the quantile is that of n − 2 degrees of freedom. */
  @Evaluates("omnigrok.ext.affine-law")
  public static Interval interval(List<BigDecimal> gammas, List<BigDecimal> t) {
    LogLogFit fit = new LogLogFit(Numbers.of(gammas), Numbers.of(t));
    return new Interval(
        Numbers.out(fit.slope()),
        Numbers.orUndefined(fit.standardError()),
        Numbers.orUndefined(fit.quantile()),
        Numbers.never(fit.halfWidth()));
  }

  /** Evaluates {@link LeastSquaresRisk}. */
  @Evaluates("omnigrok.sec2.dd-to-U")
  public static Risk risk(int n, int d, BigDecimal sigma, BigDecimal signal_norm) {
    LeastSquaresRisk risk =
        new LeastSquaresRisk(
            n, d, Numbers.exact(sigma).square(), Numbers.exact(signal_norm).square());
    return new Risk(
        Numbers.never(risk.risk().map(Real::of)), Numbers.never(risk.squaredNorm().map(Real::of)));
  }

  /** Evaluates {@link LabelScores#leastSquares}; scores of classes that there are. */
  @Evaluates("omnigrok.sec52.linsep")
  public static Scores scores(int classes) {
    LabelScores scores = new LabelScores(classes);
    Optional<Rational> first = Optional.of(scores.leastSquares(0, 9));
    Optional<Rational> last = Optional.of(scores.leastSquares(9, 9));
    return new Scores(
        first.filter(s -> classes > 9).map(s -> Numbers.out(s)),
        last.filter(s -> classes > 9).map(s -> Numbers.out(s)),
        Numbers.out(scores.accuracy(scores::leastSquares)));
  }
}
