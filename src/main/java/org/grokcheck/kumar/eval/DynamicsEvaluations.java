package org.grokcheck.kumar.eval;

import java.math.BigDecimal;
import java.util.List;
import org.grokcheck.kumar.BuresEndpoint;
import org.grokcheck.kumar.CommitteeMachine;
import org.grokcheck.kumar.LazyRisk;
import org.grokcheck.kumar.LinearisedTraining;
import org.grokcheck.kumar.LogisticGrowth;
import org.grokcheck.kumar.MomentDescent;
import org.grokcheck.kumar.RelaxationRates;
import org.grokcheck.kumar.SpeciesFlow;
import org.grokcheck.kumar.TargetDecomposition;
import org.grokcheck.kumar.UncentredDecay;
import org.grokcheck.kumar.WeightMoments;
import org.grokcheck.ledger.Evaluates;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalMatrix;
import org.grokcheck.math.exact.RationalVector;

/** Evaluates training of the moments, on samples and on the population. */
public final class DynamicsEvaluations {
  private DynamicsEvaluations() {}

  /** The state after the last step. */
  public record Descent(BigDecimal train_loss, List<BigDecimal> wbar, List<List<BigDecimal>> M) {}

  /** The end of the population flow. */
  public record Endpoint(double relative_parameter_change, double weight_norm_ratio) {}

  /** Evaluates {@link MomentDescent#after}. */
  @Evaluates("kumar.ext.closed-gd")
  public static Descent descent(
      List<List<BigDecimal>> W0,
      List<List<BigDecimal>> X,
      List<BigDecimal> beta,
      BigDecimal alpha,
      BigDecimal eps,
      BigDecimal eta,
      int steps,
      boolean centred,
      String loss) {
    Choices.require("loss", loss, "mean over samples of (y-f)^2, no 1/2");
    RationalMatrix samples = RationalMatrix.ofDecimals(X);
    RationalVector direction = RationalVector.ofDecimals(beta);
    WeightMoments start = WeightMoments.of(RationalMatrix.ofDecimals(W0));
    RationalVector targets =
        RationalVector.of(
            samples.height(), i -> CommitteeMachine.target(direction, samples.row(i)));
    MomentDescent descent =
        new MomentDescent(
            Exact.of(alpha),
            Exact.of(eps),
            samples,
            targets,
            centred ? start : MomentDescent.nothing(start.dimension()));
    WeightMoments end = descent.after(steps, start, Exact.of(eta), W0.size());
    return new Descent(Exact.out(descent.loss(end)), out(end.mean()), out(end.second()));
  }

  private static List<BigDecimal> out(RationalVector vector) {
    return vector.entries().stream().map(Exact::out).toList();
  }

  private static List<List<BigDecimal>> out(RationalMatrix matrix) {
    return matrix.rows().stream().map(DynamicsEvaluations::out).toList();
  }

  /** Evaluates {@link BuresEndpoint}. */
  @Evaluates("kumar.ext.bures-endpoint")
  public static Endpoint endpoint(
      long D, BigDecimal beta_norm_sq, BigDecimal alpha, BigDecimal eps, BigDecimal sigma) {
    Rational norm = Exact.of(beta_norm_sq);
    BuresEndpoint end = BuresEndpoint.of(D, norm, Exact.of(alpha), Exact.of(eps), Exact.of(sigma));
    return new Endpoint(end.relativeChange(), end.normRatio());
  }

  /** The state of the two species. */
  public record Species(double m1, double m2, double loss_over_alpha2eps2) {}

  /** Logistic growth. */
  public record Growth(double m, BigDecimal m_minus_1) {}

  /** Rates at the end. */
  public record Rates(BigDecimal rate_fast, BigDecimal rate_slow) {}

  /** Leading terms of the power law. */
  public record Decay(BigDecimal loss_leading, BigDecimal m2_leading) {}

  /** A loss. */
  public record Loss(BigDecimal loss) {}

  /** The linear model at a time. */
  public record Linearised(BigDecimal displacement_sq, BigDecimal train_loss_sum_sq) {}

  /** Evaluates {@link SpeciesFlow#at}. */
  @Evaluates("kumar.ext.lotka-volterra")
  public static Species species(
      long D, double kappa, double tau_prime, double m1_0, double m2_0, boolean centred) {
    SpeciesFlow.Point point = new SpeciesFlow(D, kappa, centred).at(m1_0, m2_0, tau_prime);
    return new Species(point.along(), point.across(), point.loss());
  }

  /** Evaluates {@link LogisticGrowth}. */
  @Evaluates("kumar.ext.d1-logistic")
  public static Growth logistic(double kappa, double tau_prime) {
    LogisticGrowth growth = new LogisticGrowth(kappa, tau_prime);
    double above = growth.growth();
    BigDecimal exact = above < Double.MIN_NORMAL ? growth.leadingGrowth() : new BigDecimal(above);
    return new Growth(growth.value(), exact);
  }

  /** Evaluates {@link RelaxationRates}. */
  @Evaluates("kumar.ext.lv-rates")
  public static Rates rates(long D, BigDecimal kappa) {
    RelaxationRates rates = new RelaxationRates(D, Exact.of(kappa));
    return new Rates(rates.fast(), rates.slow());
  }

  /** Evaluates {@link UncentredDecay}. */
  @Evaluates("kumar.ext.uncentred-power-law")
  public static Decay decay(long D, BigDecimal alpha, BigDecimal eps, BigDecimal tau_prime) {
    UncentredDecay decay = new UncentredDecay(D);
    Rational time = Exact.of(tau_prime);
    Rational product = Exact.of(alpha).times(Exact.of(eps));
    return new Decay(Exact.out(decay.loss(product, time)), Exact.out(decay.across(time)));
  }

  /** Evaluates {@link LazyRisk}. */
  @Evaluates("kumar.ext.lazy-pop-loss")
  public static Loss lazyLoss(long D, BigDecimal beta_norm_sq, BigDecimal tau_prime) {
    TargetDecomposition target = new TargetDecomposition(D, Exact.of(beta_norm_sq));
    return new Loss(new LazyRisk(target).at(Exact.of(tau_prime)));
  }

  /** Evaluates {@link LinearisedTraining#at}. */
  @Evaluates("kumar.ext.lazy-finite-time")
  public static Linearised linearised(
      List<List<BigDecimal>> K_eq2, List<BigDecimal> y, BigDecimal theta, String note) {
    Choices.require(
        "note", note, "theta = 2 eta t / P; gradient flow on the mean squared error, centred");
    LinearisedTraining.Point point =
        new LinearisedTraining(RationalMatrix.ofDecimals(K_eq2), RationalVector.ofDecimals(y))
            .at(Exact.of(theta));
    return new Linearised(point.displacementSquared(), point.residualSquared());
  }
}
