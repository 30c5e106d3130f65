package org.grokcheck.notsawo.experiment;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.grokcheck.experiment.FigureData;
import org.grokcheck.experiment.FigureData.Axis;
import org.grokcheck.experiment.FigureData.Panel;
import org.grokcheck.experiment.FigureData.Series;
import org.grokcheck.notsawo.curve.PowerLawFit;
import org.grokcheck.notsawo.signal.RocArea.Interval;

/** Figures of the recorded grids. */
public final class GridFigures {
  private GridFigures() {}

  /**
   * Areas under the ROC curve of scores of early losses and of settings, and the scores themselves.
   *
   * @param runs the grid
   * @param areas one a predictor
   */
  public static FigureData forecast(List<GridRun> runs, Map<Predictor, Interval> areas) {
    Map<Predictor, Interval> sorted = new EnumMap<>(areas);
    double[] x = sorted.keySet().stream().mapToDouble(Predictor::ordinal).toArray();
    double[] y = sorted.values().stream().mapToDouble(Interval::estimate).toArray();
    double[] error = sorted.values().stream().mapToDouble(i -> (i.high() - i.low()) / 2).toArray();
    double[] ends = {x[0], x[x.length - 1]};
    FigureData figure =
        new FigureData(
            "notsawo.sec3.forecast",
            List.of("notsawo.sec3.forecast", "notsawo.ext.spectral_baseline"),
            "Areas under ROC curves of forecasts",
            sentence(sorted),
            "desk",
            Map.of("runs", String.valueOf(runs.size())),
            List.of(
                Panel.of(
                    "area by score, in the order of the parameters below",
                    Axis.linear("score"),
                    Axis.linear("area"),
                    Series.theory("guessing", ends, new double[] {0.5, 0.5}),
                    Series.measured("area", x, y, error)),
                Panel.of(
                    "energy and oscillation of the first losses",
                    Axis.log("m0"),
                    Axis.log("oscillation"),
                    scatter("generalised", runs, GridRun::generalisedLater),
                    scatter("did not", runs, r -> !r.generalisedLater()))));
    for (Map.Entry<Predictor, Interval> entry : sorted.entrySet()) {
      figure = figure.with(entry.getKey().label(), words(entry.getValue()));
    }
    return figure;
  }

  private static Series scatter(String name, List<GridRun> runs, Predicate<GridRun> which) {
    return Series.measured(
        name,
        values(runs, which, r -> r.signature().energy()),
        values(runs, which, r -> r.signature().oscillation()));
  }

  private static double[] values(
      List<GridRun> runs, Predicate<GridRun> which, ToDoubleFunction<GridRun> value) {
    return runs.stream().filter(which).mapToDouble(value).toArray();
  }

  /** The result in a sentence, its numbers from the areas. */
  public static String sentence(Map<Predictor, Interval> areas) {
    StringBuilder text = new StringBuilder("Area and 95 % interval: ");
    areas.forEach(
        (predictor, interval) ->
            text.append(predictor.label()).append(' ').append(words(interval)).append("; "));
    return text.append("0.5 is guessing.").toString();
  }

  private static String words(Interval i) {
    return String.format(Locale.ROOT, "%.2f [%.2f, %.2f]", i.estimate(), i.low(), i.high());
  }

  /**
   * Steps of memorisation and generalisation against the training fraction, with the fitted law.
   *
   * @param runs those of {@link DataSizeRuns}
   * @param fit of the finite t₄
   */
  public static FigureData dataSizes(List<GridRun> runs, PowerLawFit fit) {
    ToDoubleFunction<GridRun> fraction = r -> r.number(SmallRunExperiment.FRACTION);
    Predicate<GridRun> reached = r -> Double.isFinite(r.t4());
    double[] grid = {0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9};
    double[] fitted = new double[grid.length];
    for (int i = 0; i < grid.length; i++) {
      fitted[i] = fit.law().at(new BigDecimal(grid[i])).doubleValue();
    }
    return new FigureData(
            "notsawo.fig5",
            List.of("notsawo.fig5", "notsawo.sec2.more_data", "notsawo.appe.t2_decreasing"),
            "When runs generalise, against the training fraction",
            "More data, earlier generalisation: t4 falls with r, while t2, by which the training"
                + " set is fitted, doesn't.",
            "desk",
            Map.of("gamma", String.format(Locale.ROOT, "%.3g", fit.gamma())),
            List.of(
                Panel.of(
                    "t4 and t2",
                    Axis.linear("r"),
                    Axis.log("steps"),
                    Series.theory("a r^-gamma + b", grid, fitted),
                    Series.measured(
                        "t4", values(runs, reached, fraction), values(runs, reached, GridRun::t4)),
                    Series.measured(
                        "t2",
                        values(runs, r -> true, fraction),
                        values(runs, r -> true, GridRun::t2)))))
        .with("b", fit.b());
  }
}
