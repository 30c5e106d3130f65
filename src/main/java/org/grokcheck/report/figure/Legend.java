package org.grokcheck.report.figure;

import java.awt.Paint;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.grokcheck.experiment.FigureData.Series;
import org.grokcheck.experiment.FigureData.SeriesKind;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;

/** Names the series of a panel; a law and its data under one name share an entry. */
final class Legend {
  private static final Shape LINE = new Line2D.Double(-9, 0, 9, 0);

  private Legend() {}

  static LegendItemCollection of(List<Series> series, Map<String, Integer> colors) {
    Set<String> laws = names(series, SeriesKind.THEORY);
    Set<String> data = names(series, SeriesKind.MEASURED);
    LegendItemCollection items = new LegendItemCollection();
    for (SeriesKind kind : List.of(SeriesKind.THEORY, SeriesKind.MEASURED, SeriesKind.PRINTED)) {
      for (Series s : series) {
        boolean named = kind == SeriesKind.MEASURED && laws.contains(s.name());
        if (s.kind() == kind && !named) {
          items.add(item(s, colors.getOrDefault(s.name(), 0), data.contains(s.name())));
        }
      }
    }
    return items;
  }

  /** About how many rows the entries of a panel take at a width. */
  static int rows(List<Series> series, int width) {
    Set<String> names = series.stream().map(Series::name).collect(Collectors.toSet());
    int pixels = names.stream().mapToInt(name -> 45 + 6 * name.length()).sum();
    return (pixels + width - 1) / width;
  }

  private static LegendItem item(Series s, int color, boolean points) {
    boolean printed = s.kind() == SeriesKind.PRINTED;
    Paint paint = printed ? Palette.PRINTED : Palette.color(color);
    Stroke stroke = printed ? Palette.PRINTED_LINE : Palette.THEORY_LINE;
    return new LegendItem(
        s.name(),
        null,
        null,
        null,
        points && !printed,
        Palette.mark(color),
        true,
        paint,
        false,
        paint,
        stroke,
        s.kind() != SeriesKind.MEASURED,
        LINE,
        stroke,
        paint);
  }

  private static Set<String> names(List<Series> series, SeriesKind kind) {
    return series.stream()
        .filter(s -> s.kind() == kind)
        .map(Series::name)
        .collect(Collectors.toSet());
  }
}
