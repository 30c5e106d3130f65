package org.grokcheck.beck.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.grokcheck.beck.experiment.LogTimeFlow.Sample;
import org.grokcheck.experiment.FigureData;
import org.grokcheck.experiment.FigureData.Axis;
import org.grokcheck.experiment.FigureData.Panel;
import org.grokcheck.experiment.FigureData.Series;

/** Fig. 4 (left), its inset and Fig. 8 (left) as data: curves against time. */
public final class LossCurveFigures {
  private static final double LN10 = StrictMath.log(10);
  private static final Axis TIME = Axis.linear("log₁₀ t");
  private static final Axis LOSS = Axis.linear("log₁₀ loss");

  private LossCurveFigures() {}

  /**
   * Fig. 4, left: losses and accuracy at σ = 5.
   *
   * @param runs one a value of λ
   */
  public static FigureData lossesAndAccuracy(List<LossCurveRun> runs) {
    String positions =
        String.join(", ", runs.stream().map(r -> Labels.number(r.curves().x())).toList());
    return new FigureData(
        "beck.fig4.left",
        List.of("beck.fig4.left", "beck.ext.sigma-c", "beck.ext.monotone-accuracy"),
        "Loss and accuracy of the two-point model at σ = 5",
        "The population loss has as many local extrema as σ_c(1−2λ) predicts (two where σ_c < 5, none"
            + " above, one for separable data, whose loss is cut off at 1e20); the accuracy rises"
            + " throughout.",
        "paper",
        parameters(runs.get(0).curves(), "1 − 2λ (only in the paper's legend)", positions),
        List.of(
            losses("population loss", runs, r -> r::logPopulationLoss),
            losses("training loss", runs, r -> r::logTrainingLoss),
            accuracy(runs)));
  }

  private static Panel losses(
      String title,
      List<LossCurveRun> runs,
      Function<LossCurveRun, ToDoubleFunction<Sample>> logLoss) {
    List<Series> series =
        runs.stream()
            .flatMap(
                r ->
                    Stream.of(
                        r.lossLine(r.name(), logLoss.apply(r)),
                        r.lossPoints("integrated, " + r.name(), logLoss.apply(r))))
            .toList();
    List<Series> residuals = runs.stream().map(r -> r.residual(logLoss.apply(r))).toList();
    return new Panel(title, TIME, LOSS, series, "log integrated/exact", residuals);
  }

  private static Panel accuracy(List<LossCurveRun> runs) {
    return new Panel(
        "population accuracy",
        TIME,
        Axis.linear("A_gen"),
        runs.stream().flatMap(r -> Stream.of(r.accuracyLine(), r.accuracyPoints())).toList(),
        "integrated − exact",
        runs.stream().map(r -> r.residual(r::accuracy)).toList());
  }

  /**
   * How the two times are read off: both losses, the level ε and the two crossings.
   *
   * @param run the curves
   * @param times the measured crossings
   * @param logEpsilon log ε
   */
  public static Panel reading(LossCurveRun run, ThresholdMeasurement times, double logEpsilon) {
    double[] level = {logEpsilon / LN10, logEpsilon / LN10};
    double[] crossings = {times.logTraining() / LN10, times.logGeneralization() / LN10};
    return Panel.of(
            "thresholds at " + run.name(),
            TIME,
            LOSS,
            run.lossLine("training", run::logTrainingLoss),
            run.lossLine("population", run::logPopulationLoss),
            Series.theory("ε", run.range(), level),
            run.lossPoints("training, integrated", run::logTrainingLoss),
            run.lossPoints("population, integrated", run::logPopulationLoss),
            Series.measured("t_tr, t_gen", crossings, level))
        .residuals("log integrated/exact", run.residual(run::logPopulationLoss));
  }

  /**
   * Fig. 8, left.
   *
   * @param curves the setting
   * @param reading its panel
   * @param times the measured crossings
   */
  public static FigureData thresholds(
      LossCurves curves, Panel reading, ThresholdMeasurement times) {
    return new FigureData(
            "beck.fig8.left",
            List.of("beck.fig8.left", "beck.sec41.times"),
            "How the two times are read off",
            "Both losses at 1 − 2λ = 0.001 and their crossings of ε; log(t_gen/t_tr) = 24.4961 within"
                + " 1e-3.",
            "paper",
            parameters(curves, "epsilon", "1e-50 (not stated here; Fig. 4 has it)"),
            List.of(reading))
        .with("log t_tr", times.logTraining())
        .with("log t_gen", times.logGeneralization());
  }

  private static Map<String, String> parameters(LossCurves curves, String more, String value) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("sigma", Labels.number(curves.sigma()));
    parameters.put(more, value);
    parameters.put("eta", Labels.number(curves.eta()) + " (not stated)");
    parameters.put("S0, b0", "0, 0 (not stated)");
    parameters.put("population loss", "exponential (not stated)");
    parameters.put("integrator", LogTimeFlow.DESCRIPTION);
    return parameters;
  }
}
