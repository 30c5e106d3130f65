package org.grokcheck.report.figure;

import java.util.List;
import java.util.Map;
import org.grokcheck.experiment.FigureData.Division;
import org.grokcheck.experiment.FigureData.Series;
import org.grokcheck.experiment.FigureData.SeriesKind;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/**
 * All series of one kind in a plot.
 *
 * @param colors index of the colour by the name of a series
 * @param across how the x axis is divided
 * @param up how the y axis is divided
 */
record Layer(
    SeriesKind kind,
    List<Series> series,
    Map<String, Integer> colors,
    Division across,
    Division up) {
  Layer {
    series = List.copyOf(series);
    colors = Map.copyOf(colors);
  }

  XYDataset dataset() {
    XYIntervalSeriesCollection all = new XYIntervalSeriesCollection();
    double lowest = lowest();
    for (Series s : series) {
      XYIntervalSeries points = new XYIntervalSeries(all.getSeriesCount(), false, true);
      for (int i : Thinning.kept(s, across, up)) {
        double x = s.x().get(i);
        double y = Double.isInfinite(s.y().get(i)) ? Double.NaN : s.y().get(i);
        double error = s.error().isEmpty() ? 0 : s.error().get(i);
        points.add(x, x, x, y, Math.max(y - error, Math.min(y, lowest)), y + error);
      }
      all.addSeries(points);
    }
    return all;
  }

  /** Where error bars end on a logarithmic axis, which has no place for 0. */
  private double lowest() {
    return up == Division.LINEAR
        ? Double.NEGATIVE_INFINITY
        : series.stream()
            .flatMap(s -> s.y().stream())
            .mapToDouble(Double::doubleValue)
            .filter(v -> v > 0)
            .min()
            .orElse(1);
  }

  XYLineAndShapeRenderer renderer() {
    XYLineAndShapeRenderer renderer = kind == SeriesKind.MEASURED ? points() : lines();
    for (int i = 0; i < series.size(); i++) {
      int color = colors.getOrDefault(series.get(i).name(), i);
      renderer.setSeriesPaint(
          i, kind == SeriesKind.PRINTED ? Palette.PRINTED : Palette.color(color));
      renderer.setSeriesShape(i, Palette.mark(color));
    }
    renderer.setDrawSeriesLineAsPath(true);
    return renderer;
  }

  private XYLineAndShapeRenderer points() {
    XYErrorRenderer renderer = new XYErrorRenderer();
    boolean errors = series.stream().anyMatch(s -> !s.error().isEmpty());
    renderer.setDrawYError(errors);
    renderer.setDrawXError(false);
    renderer.setErrorStroke(Palette.ERROR_BAR);
    renderer.setCapLength(0);
    renderer.setDrawOutlines(false);
    return renderer;
  }

  private XYLineAndShapeRenderer lines() {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    renderer.setDefaultStroke(
        kind == SeriesKind.PRINTED ? Palette.PRINTED_LINE : Palette.THEORY_LINE);
    renderer.setAutoPopulateSeriesStroke(false);
    return renderer;
  }
}
