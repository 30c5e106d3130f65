package org.grokcheck.beck.experiment;

import java.util.ArrayList;
import java.util.List;
import org.grokcheck.beck.LossMonotonicity;
import org.grokcheck.beck.TwoPointModel;
import org.grokcheck.beck.TwoPointState;
import org.grokcheck.beck.TwoPointTrajectory;
import org.grokcheck.beck.TwoPoints;
import org.grokcheck.beck.experiment.LogTimeFlow.Sample;

/**
 * Losses and accuracy of one flow from S̃ = b = 0 against time (Fig. 4 left and inset, Fig. 8
 * left): the specification, and its two ways to the states.
 *
 * @param x 1 − 2λ
 * @param sigma σ
 * @param eta η
 * @param logTimes log t of the samples, ascending
 */
public record LossCurves(double x, double sigma, double eta, List<Double> logTimes) {
  private static final double LN10 = StrictMath.log(10);

  /** Copies the times. */
  public LossCurves {
    logTimes = List.copyOf(logTimes);
  }

  /**
   * Curves with samples at equal steps of log₁₀ t.
   *
   * @param x 1 − 2λ
   * @param sigma σ
   * @param eta η
   * @param from first log₁₀ t
   * @param to last log₁₀ t
   * @param samples their number, at least 2
   */
  public static LossCurves overDecades(
      double x, double sigma, double eta, double from, double to, int samples) {
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < samples; i++) {
      times.add(LN10 * (from + (to - from) * i / (samples - 1)));
    }
    return new LossCurves(x, sigma, eta, times);
  }

  /** The states, integrated and exact. */
  public LossCurveRun run() {
    return new LossCurveRun(this, exact(), integrated());
  }

  /** The flow. */
  public TwoPointModel model() {
    return TwoPointModel.fromOrigin(TwoPoints.of(x), sigma, eta);
  }

  /**
   * The number of local extrema of the population loss that σ_c predicts: 2 above it and 0 below
   * for x ≥ 0; 1 for x &lt; 0, where the loss falls at first and ends up rising.
   */
  public int predictedExtrema() {
    TwoPoints points = TwoPoints.of(x);
    if (points.isSeparable()) {
      return 1;
    }
    return sigma > LossMonotonicity.of(points).criticalScale() ? 2 : 0;
  }

  private List<Sample> integrated() {
    return new LogTimeFlow(model())
        .at(logTimes.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private List<Sample> exact() {
    TwoPointTrajectory path = model().trajectory();
    return logTimes.stream().map(logTime -> sample(path, logTime)).toList();
  }

  private static Sample sample(TwoPointTrajectory path, double logTime) {
    TwoPointState state = path.atLogTime(logTime);
    return new Sample(logTime, state.weight(), state.bias());
  }
}
