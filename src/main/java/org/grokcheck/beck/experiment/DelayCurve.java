package org.grokcheck.beck.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.grokcheck.beck.DelayLaws;
import org.grokcheck.beck.LossThresholds;
import org.grokcheck.beck.TwoPointModel;
import org.grokcheck.beck.TwoPoints;

/**
 * The delay between the two loss thresholds against x = 1 − 2λ, at one scale and threshold (Fig. 4
 * right, Fig. 8 right): numerically integrated flows beside the exact flow and the laws.
 *
 * @param sigma σ
 * @param logEpsilon log ε
 * @param eta η, which drops out of the ratio
 * @param logHorizon log t after all crossings
 * @param positions values of x, in (0, 1)
 */
public record DelayCurve(
    double sigma, double logEpsilon, double eta, double logHorizon, List<Double> positions) {
  private static final int LINE_POINTS = 120;

  /**
   * The paper's setting of Fig. 4: σ = 20, ε = 1e-50; η = 1 is taken, as the paper leaves it out.
   */
  public static DelayCurve ofThePaper() {
    double fifty = 50 * StrictMath.log(10);
    return new DelayCurve(
        20, -fifty, 1, 190, List.of(0.5, 0.2, 0.1, 3e-2, 1e-2, 3e-3, 1e-3, 3e-4, 1e-4, 3e-5, 1e-5));
  }

  /** Copies the positions. */
  public DelayCurve {
    positions = List.copyOf(positions);
  }

  /** The flow at a position. */
  public TwoPointModel model(double x) {
    return TwoPointModel.fromOrigin(TwoPoints.of(x), sigma, eta);
  }

  /** log(t_gen/t_tr) at each position, by numerical integration. */
  public double[] measuredLogRatios() {
    return positions.stream()
        .mapToDouble(x -> ThresholdMeasurement.of(model(x), logEpsilon, logHorizon).logRatio())
        .toArray();
  }

  /** log(t_gen/t_tr) at this σ and ε, by the exact solution. */
  public double exactLogRatio(double x) {
    OptionalDouble ratio = LossThresholds.of(model(x)).times(logEpsilon).logRatio();
    return ratio.orElseThrow();
  }

  /** The law S̃_∞²/2 − log Z for ε → 0. */
  public static double law(double x) {
    return laws(x).logRatio();
  }

  /** The laws as printed and corrected. */
  public static DelayLaws laws(double x) {
    return new DelayLaws(TwoPoints.of(x));
  }

  /** Positions for lines: log-uniform over the measured range. */
  public double[] line() {
    double from = StrictMath.log(positions.get(positions.size() - 1));
    double to = StrictMath.log(positions.get(0));
    double[] line = new double[LINE_POINTS];
    Arrays.setAll(line, i -> StrictMath.exp(from + (to - from) * i / (LINE_POINTS - 1)));
    return line;
  }

  /** The measured positions as an array. */
  public double[] points() {
    return positions.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
