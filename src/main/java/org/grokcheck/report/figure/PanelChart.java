package org.grokcheck.report.figure;

import java.awt.Color;
import java.awt.Font;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.grokcheck.experiment.FigureData.Division;
import org.grokcheck.experiment.FigureData.Panel;
import org.grokcheck.experiment.FigureData.Series;
import org.grokcheck.experiment.FigureData.SeriesKind;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** One panel as a chart: data under, laws over them, residuals below. */
final class PanelChart {
  private static final Font TITLE = new Font(Axes.FAMILY, Font.BOLD, 12);

  private final Panel panel;
  private final Map<String, Integer> colors = new LinkedHashMap<>();

  private PanelChart(Panel panel) {
    this.panel = panel;
    for (SeriesKind kind : List.of(SeriesKind.THEORY, SeriesKind.MEASURED)) {
      int index = 0;
      for (Series s : panel.series()) {
        if (s.kind() == kind) {
          colors.putIfAbsent(s.name(), index++);
        }
      }
    }
  }

  static JFreeChart of(Panel panel) {
    return new PanelChart(panel).chart();
  }

  private JFreeChart chart() {
    ValueAxis range = Axes.of(panel.y(), values(panel.series(), Series::y));
    XYPlot main = plot(panel.series(), range, panel.y().division());
    main.setFixedLegendItems(Legend.of(panel.series(), colors));
    XYPlot whole = panel.residuals().isEmpty() ? main : withResiduals(main);
    whole.setDomainAxis(Axes.of(panel.x(), values(panel.series(), Series::x)));
    JFreeChart chart = new JFreeChart(null, null, whole, false);
    chart.setBackgroundPaint(Color.WHITE);
    chart.setPadding(new RectangleInsets(6, 4, 4, 10));
    if (!panel.title().isEmpty()) {
      TextTitle title = new TextTitle(panel.title(), TITLE);
      title.setPaint(Palette.TEXT);
      chart.setTitle(title);
    }
    LegendTitle legend = new LegendTitle(main);
    legend.setPosition(RectangleEdge.BOTTOM);
    legend.setFrame(BlockBorder.NONE);
    legend.setItemFont(Axes.TICK);
    legend.setItemPaint(Palette.TEXT);
    chart.addLegend(legend);
    return chart;
  }

  private static List<Double> values(
      List<Series> series, Function<Series, List<Double>> coordinate) {
    return series.stream().flatMap(s -> coordinate.apply(s).stream()).toList();
  }

  private XYPlot withResiduals(XYPlot main) {
    ValueAxis axis = Axes.linear(panel.residualLabel(), values(panel.residuals(), Series::y));
    axis.setLabelFont(fitting(panel.residualLabel()));
    XYPlot lower = plot(panel.residuals(), axis, Division.LINEAR);
    ValueMarker zero = new ValueMarker(0, Palette.AXIS, Palette.ERROR_BAR);
    lower.addRangeMarker(zero);
    CombinedDomainXYPlot both = new CombinedDomainXYPlot();
    both.setGap(8);
    both.add(main, 5);
    both.add(lower, 2);
    return both;
  }

  /** A smaller font for a label that is longer than its axis. */
  private static Font fitting(String label) {
    float size = Math.min(11f, Math.max(7.5f, 11f * 18 / label.length()));
    return Axes.TICK.deriveFont(size);
  }

  private XYPlot plot(List<Series> series, ValueAxis range, Division up) {
    XYPlot plot = new XYPlot();
    plot.setRangeAxis(range);
    plot.setBackgroundPaint(Color.WHITE);
    plot.setOutlinePaint(Palette.AXIS);
    plot.setDomainGridlinePaint(Palette.GRID);
    plot.setRangeGridlinePaint(Palette.GRID);
    plot.setDomainGridlineStroke(Palette.ERROR_BAR);
    plot.setRangeGridlineStroke(Palette.ERROR_BAR);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    int layer = 0;
    for (SeriesKind kind : List.of(SeriesKind.MEASURED, SeriesKind.PRINTED, SeriesKind.THEORY)) {
      List<Series> chosen = series.stream().filter(s -> s.kind() == kind).toList();
      if (!chosen.isEmpty()) {
        Layer drawn = new Layer(kind, chosen, colors, panel.x().division(), up);
        plot.setDataset(layer, drawn.dataset());
        plot.setRenderer(layer++, drawn.renderer());
      }
    }
    return plot;
  }
}
