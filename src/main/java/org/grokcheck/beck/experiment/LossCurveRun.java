package org.grokcheck.beck.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.grokcheck.beck.experiment.LogTimeFlow.Sample;
import org.grokcheck.experiment.FigureData.Series;

/**
 * The states of one flow by the exact solution and by numerical integration, at the same times.
 *
 * @param curves the specification
 * @param exact states by the exact solution
 * @param integrated states by numerical integration
 */
public record LossCurveRun(LossCurves curves, List<Sample> exact, List<Sample> integrated) {
  private static final double LN10 = StrictMath.log(10);

  /** Losses above 1e20, as separable data have them, are cut off in figures. */
  private static final double HIGHEST = 20;

  /** One in so many integrated states is drawn. */
  private static final int DRAWN = 5;

  /** Copies the lists. */
  public LossCurveRun {
    exact = List.copyOf(exact);
    integrated = List.copyOf(integrated);
  }

  /** log L_train of a state. */
  public double logTrainingLoss(Sample s) {
    return ThresholdMeasurement.logTrainingLoss(curves.x(), s.weight(), s.bias());
  }

  /** log L_gen of a state, for the exponential population loss. */
  public double logPopulationLoss(Sample s) {
    return ThresholdMeasurement.logPopulationLoss(s.weight(), s.bias());
  }

  /** A_gen of a state. */
  public double accuracy(Sample s) {
    return curves.model().classifier(s.weight(), s.bias()).accuracy();
  }

  /**
   * The number of local extrema of the integrated population loss: changes of direction, where
   * differences within the integrator's error don't count.
   *
   * @param error largest error of a logarithm of the loss
   */
  public int extrema(double error) {
    int changes = 0;
    int direction = 0;
    for (int i = 1; i < integrated.size(); i++) {
      double rise = logPopulationLoss(integrated.get(i)) - logPopulationLoss(integrated.get(i - 1));
      int now = Math.abs(rise) <= 2 * error ? direction : (int) Math.signum(rise);
      changes += direction != 0 && now != direction ? 1 : 0;
      direction = now;
    }
    return changes;
  }

  /** "1 − 2λ = …", for legends. */
  String name() {
    return "1 − 2λ = " + Labels.number(curves.x());
  }

  /** The exact curve of a loss, as decimal logarithm. */
  Series lossLine(String name, ToDoubleFunction<Sample> logLoss) {
    return Series.theory(name, times(1), values(exact, 1, s -> drawn(logLoss.applyAsDouble(s))));
  }

  /** Integrated points of a loss, as decimal logarithm. */
  Series lossPoints(String name, ToDoubleFunction<Sample> logLoss) {
    return Series.measured(
        name, times(DRAWN), values(integrated, DRAWN, s -> drawn(logLoss.applyAsDouble(s))));
  }

  private static double drawn(double log) {
    return log / LN10 > HIGHEST ? Double.NaN : log / LN10;
  }

  /** The exact curve of the accuracy. */
  Series accuracyLine() {
    return Series.theory(name(), times(1), values(exact, 1, this::accuracy));
  }

  /** Integrated points of the accuracy. */
  Series accuracyPoints() {
    return Series.measured(
        "integrated, " + name(), times(DRAWN), values(integrated, DRAWN, this::accuracy));
  }

  /** Integrated minus exact value of a quantity. */
  Series residual(ToDoubleFunction<Sample> quantity) {
    double[] measured = values(integrated, DRAWN, quantity);
    double[] expected = values(exact, DRAWN, quantity);
    Arrays.setAll(measured, i -> measured[i] - expected[i]);
    return Series.measured(name(), times(DRAWN), measured);
  }

  /** First and last log₁₀ t. */
  double[] range() {
    double[] all = times(1);
    return new double[] {all[0], all[all.length - 1]};
  }

  private double[] times(int every) {
    return values(exact, every, s -> s.logTime() / LN10);
  }

  private static double[] values(List<Sample> samples, int every, ToDoubleFunction<Sample> f) {
    return IntStream.range(0, samples.size())
        .filter(i -> i % every == 0)
        .mapToDouble(i -> f.applyAsDouble(samples.get(i)))
        .toArray();
  }
}
