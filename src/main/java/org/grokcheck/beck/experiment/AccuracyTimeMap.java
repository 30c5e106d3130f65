package org.grokcheck.beck.experiment;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.grokcheck.beck.AccuracyThreshold;
import org.grokcheck.beck.StationaryWeightTimes;
import org.grokcheck.beck.TwoPointModel;
import org.grokcheck.beck.TwoPoints;
import org.grokcheck.experiment.FigureData;
import org.grokcheck.experiment.FigureData.Axis;
import org.grokcheck.experiment.FigureData.Panel;
import org.grokcheck.experiment.FigureData.Series;
import org.grokcheck.math.Normal;

/**
 * Time at which the accuracy reaches p, against σ and x = 1 − 2λ (Fig. 3 right).
 *
 * @param accuracy p
 * @param eta η
 * @param logHorizon log t after all crossings
 * @param sigmas values of σ, ascending
 * @param positions values of x, descending
 */
public record AccuracyTimeMap(
    double accuracy, double eta, double logHorizon, List<Double> sigmas, List<Double> positions) {
  private static final int LINE_POINTS = 60;

  /** Accuracy 0.95 as in the paper, whose axis ranges and η aren't stated. */
  public static AccuracyTimeMap ofThePaper() {
    return new AccuracyTimeMap(
        0.95,
        1,
        25,
        List.of(2.0, 5.0, 10.0, 20.0, 100.0),
        List.of(0.5, 0.1, 1e-2, 1e-3, 1e-4, 1e-6));
  }

  /** Copies the lists. */
  public AccuracyTimeMap {
    sigmas = List.copyOf(sigmas);
    positions = List.copyOf(positions);
  }

  /** log t by numerical integration; {@code -∞} where the accuracy is reached at once. */
  public double measured(double sigma, double x) {
    TwoPointModel model = model(sigma, x);
    double z = threshold();
    if (AccuracyThreshold.initialFromOrigin(model.points(), sigma) >= accuracy) {
      return Double.NEGATIVE_INFINITY;
    }
    OptionalDouble fall = new LogTimeFlow(model).lastFall((s, b) -> z * s + b, logHorizon);
    return fall.orElseThrow(
        () ->
            new IllegalArgumentException(
                "logHorizon = %s: the accuracy must reach %s before it; take it later"
                    .formatted(logHorizon, accuracy)));
  }

  /** log t by the closed form; {@code -∞} where the accuracy is reached at once. */
  public double exact(double sigma, double x) {
    return AccuracyThreshold.of(model(sigma, x)).logTime(threshold()).orElseThrow();
  }

  /** log t for σ → ∞, the largest at this x. */
  public double limitOfScale(double x) {
    return StationaryWeightTimes.of(TwoPoints.of(x), eta, 0).logAccuracyTime(threshold());
  }

  /** log t for x → 0, the largest at this σ. */
  public double limitOfPosition(double sigma) {
    return exact(sigma, 0);
  }

  private double threshold() {
    return Normal.quantile(accuracy);
  }

  private TwoPointModel model(double sigma, double x) {
    return TwoPointModel.fromOrigin(TwoPoints.of(x), sigma, eta);
  }

  /**
   * The figure.
   *
   * @param measured log t, [σ][x]
   */
  public FigureData figure(double[][] measured) {
    Panel panel =
        new Panel(
            "time to accuracy 0.95",
            Axis.log("1 − 2λ"),
            Axis.log("t"),
            series(measured),
            "relative error",
            residuals(measured));
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("accuracy", Labels.number(accuracy));
    parameters.put("sigma", sigmas + " (the paper's axis range is not stated)");
    parameters.put("eta", Labels.number(eta) + " (not stated)");
    parameters.put("S0, b0", "0, 0 (not stated)");
    parameters.put("loss", "exponential (not stated)");
    parameters.put("integrator", LogTimeFlow.DESCRIPTION);
    return new FigureData(
        "beck.fig3.right",
        List.of("beck.fig3.right", "beck.ext.acc-time-inf", "beck.ext.acc-time-half"),
        "Time to accuracy 0.95 against σ and 1 − 2λ",
        "Integrated flows agree with the closed form within 1e-6; the time grows with σ and with 1/(1 −"
            + " 2λ), bounded by the limit σ → ∞ at each λ and by the limit λ → ½ at each σ: it is large"
            + " only where both are extreme.",
        "paper",
        parameters,
        List.of(panel));
  }

  private List<Series> series(double[][] measured) {
    double[] line = line();
    Stream<Series> rows =
        IntStream.range(0, sigmas.size())
            .boxed()
            .flatMap(
                i ->
                    Stream.of(
                        Series.theory(name(i), line, times(line, v -> exact(sigmas.get(i), v))),
                        Series.measured(
                            name(i) + ", integrated", points(), exponentials(measured[i]))));
    Series limit = Series.theory("σ → ∞", line, times(line, this::limitOfScale));
    return Stream.concat(rows, Stream.of(limit)).toList();
  }

  private List<Series> residuals(double[][] measured) {
    return IntStream.range(0, sigmas.size())
        .mapToObj(
            i -> {
              double sigma = sigmas.get(i);
              double[] relative =
                  IntStream.range(0, positions.size())
                      .mapToDouble(
                          j -> StrictMath.expm1(measured[i][j] - exact(sigma, positions.get(j))))
                      .toArray();
              return Series.measured(name(i), points(), relative);
            })
        .toList();
  }

  private double[] points() {
    return positions.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private String name(int i) {
    return "σ = " + Labels.number(sigmas.get(i));
  }

  /** Positions for lines: log-uniform over the measured range. */
  private double[] line() {
    double from = StrictMath.log(positions.get(positions.size() - 1));
    double to = StrictMath.log(positions.get(0));
    double[] line = new double[LINE_POINTS];
    Arrays.setAll(line, i -> StrictMath.exp(from + (to - from) * i / (LINE_POINTS - 1)));
    return line;
  }

  private static double[] times(double[] x, DoubleUnaryOperator logTime) {
    return exponentials(Arrays.stream(x).map(logTime).toArray());
  }

  private static double[] exponentials(double[] logs) {
    return Arrays.stream(logs).map(StrictMath::exp).toArray();
  }
}
