package org.grokcheck.report.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/**
 * A logarithmic axis with plain text at powers of ten, or between where it shows fewer than two;
 * the library's own labels are outlines.
 */
final class DecadeAxis extends LogAxis {
  private static final long serialVersionUID = 1L;

  DecadeAxis(String label) {
    super(label);
    setBase(10);
    setStandardTickUnits(NumberAxis.createIntegerTickUnits());
    setNumberFormatOverride(new TickFormat(true));
    setMinorTickMarksVisible(true);
    setMinorTickCount(9);
  }

  @Override
  public List<NumberTick> refreshTicks(
      Graphics2D g, AxisState state, Rectangle2D area, RectangleEdge edge) {
    TextAnchor anchor =
        RectangleEdge.isLeftOrRight(edge) ? TextAnchor.CENTER_RIGHT : TextAnchor.TOP_CENTER;
    List<?> all = super.refreshTicks(g, state, area, edge);
    List<NumberTick> ticks = all.stream().map(t -> plain((ValueTick) t, anchor)).toList();
    return ticks.stream().filter(DecadeAxis::major).count() > 1 ? ticks : narrow(anchor);
  }

  /** A reader needs two labels to tell the scale. */
  private List<NumberTick> narrow(TextAnchor anchor) {
    return NarrowTicks.between(getLowerBound(), getUpperBound()).stream()
        .map(v -> plain(new NumberTick(v, "", anchor, TextAnchor.CENTER, 0), anchor))
        .toList();
  }

  private static boolean major(ValueTick tick) {
    return tick.getTickType().equals(TickType.MAJOR);
  }

  private NumberTick plain(ValueTick tick, TextAnchor anchor) {
    String label = major(tick) ? getNumberFormatOverride().format(tick.getValue()) : "";
    return new NumberTick(tick.getTickType(), tick.getValue(), label, anchor, TextAnchor.CENTER, 0);
  }
}
