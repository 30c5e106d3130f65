package org.grokcheck.beck.experiment;

import org.grokcheck.beck.TwoPointModel;

/**
 * Threshold times of one flow by numerical integration.
 *
 * @param logTraining log t_tr
 * @param logGeneralization log t_gen, the last crossing
 */
public record ThresholdMeasurement(double logTraining, double logGeneralization) {

  /**
   * Measures both times for inseparable data.
   *
   * @param model the flow
   * @param logEpsilon log ε, below both initial losses
   * @param logHorizon log t after both crossings
   * @throws IllegalArgumentException if a loss doesn't fall through ε before the horizon
   */
  public static ThresholdMeasurement of(TwoPointModel model, double logEpsilon, double logHorizon) {
    LogTimeFlow flow = new LogTimeFlow(model);
    double x = model.points().x();
    double training =
        flow.lastFall((s, b) -> logTrainingLoss(x, s, b) - logEpsilon, logHorizon)
            .orElseThrow(() -> missed("training", logEpsilon, logHorizon));
    double generalization =
        flow.lastFall((s, b) -> logPopulationLoss(s, b) - logEpsilon, logHorizon)
            .orElseThrow(() -> missed("population", logEpsilon, logHorizon));
    return new ThresholdMeasurement(training, generalization);
  }

  /** log(t_gen/t_tr). */
  public double logRatio() {
    return logGeneralization - logTraining;
  }

  /** log ½(e^{−S̃+b} + e^{xS̃+b}), eq. (15). */
  static double logTrainingLoss(double x, double weight, double bias) {
    return bias + StrictMath.log(0.5 * (StrictMath.exp(-weight) + StrictMath.exp(x * weight)));
  }

  /** log E e^{S̃y+b}, y ~ N(0, 1). */
  static double logPopulationLoss(double weight, double bias) {
    return bias + 0.5 * weight * weight;
  }

  private static IllegalArgumentException missed(
      String loss, double logEpsilon, double logHorizon) {
    return new IllegalArgumentException(
        "logHorizon = %s: the %s loss must fall through log epsilon = %s before it; take it later"
            .formatted(logHorizon, loss, logEpsilon));
  }
}
