package org.grokcheck.report.figure;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * @param laws names of the lines of the plot
 * @param lowest the smallest value that an error bar may reach
 */
record Layer(
    SeriesKind kind,
    List<Series> series,
    Map<String, Integer> colors,
    Set<String> laws,
    double lowest) {
  Layer {
    series = List.copyOf(series);
    colors = Map.copyOf(colors);
    laws = Set.copyOf(laws);
  }

  XYDataset dataset() {
    XYIntervalSeriesCollection all = new XYIntervalSeriesCollection();
    Set<String> names = new HashSet<>();
    for (Series s : series) {
      String name = names.add(label(s)) ? label(s) : label(s) + " (" + names.size() + ")";
      XYIntervalSeries points = new XYIntervalSeries(name, false, true);
      for (int i : Thinning.kept(s)) {
        double x = s.x().get(i);
        double y = Double.isInfinite(s.y().get(i)) ? Double.NaN : s.y().get(i);
        double error = s.error().isEmpty() ? 0 : s.error().get(i);
        points.add(x, x, x, y, Math.max(y - error, Math.min(y, lowest)), y + error);
      }
      all.addSeries(points);
    }
    return all;
  }

  /** A law and its data may share a name, and then a colour; the legend tells them apart. */
  private String label(Series s) {
    boolean shared = kind == SeriesKind.MEASURED && laws.contains(s.name());
    return shared ? s.name() + " (measured)" : s.name();
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
