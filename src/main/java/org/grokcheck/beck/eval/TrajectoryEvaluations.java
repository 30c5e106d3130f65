package org.grokcheck.beck.eval;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import org.grokcheck.beck.GaussianClassifier;
import org.grokcheck.beck.LossThresholds;
import org.grokcheck.beck.TwoPointModel;
import org.grokcheck.beck.TwoPointState;
import org.grokcheck.beck.TwoPointTrajectory;
import org.grokcheck.beck.TwoPoints;
import org.grokcheck.ledger.Evaluates;

/** Evaluates the exact flow of the two-point model in real time. */
public final class TrajectoryEvaluations {
  private TrajectoryEvaluations() {}

  /** State and metrics at a time t; the population loss is the exponential one. */
  public record Snapshot(
      double S_tilde,
      double b,
      Number A_gen,
      Number one_minus_A_gen,
      double log10_A_gen,
      double log10_one_minus_A_gen,
      double log_L_train,
      double log_L_gen_exp) {}

  /**
   * Times at which the losses reach ε for good; the ratio is infinite or NaN where t_train is 0,
   * and absent with t_gen.
   */
  public record ThresholdTimes(
      Number t_train,
      Optional<Number> t_gen,
      Optional<Number> ratio,
      OptionalDouble log_ratio,
      double log10_t_train,
      OptionalDouble log10_t_gen) {}

  /** Evaluates {@link TwoPointTrajectory#atLogTime}. */
  @Evaluates("beck.ext.t-of-S")
  public static Snapshot atTime(
      BigDecimal x, double sigma, double eta, BigDecimal t, double S0, double b0) {
    TwoPointModel model = new TwoPointModel(TwoPoints.of(x), sigma, eta, S0, b0);
    TwoPointTrajectory path = model.trajectory();
    TwoPointState state = t.signum() == 0 ? path.atPull(0) : path.atLogTime(Magnitudes.log("t", t));
    double weight = state.weight();
    GaussianClassifier classifier = model.classifier(weight, state.bias());
    return new Snapshot(
        weight,
        state.bias(),
        Magnitudes.of(classifier.accuracy(), classifier.logAccuracy()),
        Magnitudes.of(classifier.error(), classifier.logError()),
        Magnitudes.log10(classifier.logAccuracy()),
        Magnitudes.log10(classifier.logError()),
        model.logTrainingLoss(weight, state.bias()),
        classifier.logExponentialLoss());
  }

  /** Evaluates {@link LossThresholds#times}. */
  @Evaluates("beck.ext.tstar-exact")
  public static ThresholdTimes thresholdTimes(
      BigDecimal x, double sigma, double eta, BigDecimal epsilon, double S0, double b0) {
    TwoPointModel model = new TwoPointModel(TwoPoints.of(x), sigma, eta, S0, b0);
    LossThresholds.Times times = LossThresholds.of(model).times(Magnitudes.log("epsilon", epsilon));
    double training = times.training().logTime();
    Optional<Double> generalization = times.generalization().map(LossThresholds.Crossing::logTime);
    OptionalDouble logRatio = times.logRatio();
    return new ThresholdTimes(
        Magnitudes.exp(training),
        generalization.map(Magnitudes::exp),
        logRatio.stream().mapToObj(Magnitudes::exp).findFirst(),
        logRatio,
        Magnitudes.log10(training),
        generalization.stream().mapToDouble(Magnitudes::log10).findFirst());
  }
}
