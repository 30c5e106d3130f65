package org.grokcheck.report.figure;

import java.awt.Font;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import org.grokcheck.experiment.FigureData.Axis;
import org.grokcheck.experiment.FigureData.Division;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;

/** Axes of one look. */
final class Axes {
  static final String FAMILY = "SansSerif";
  static final Font TICK = new Font(FAMILY, Font.PLAIN, 11);
  private static final Font LABEL = new Font(FAMILY, Font.PLAIN, 12);

  private Axes() {}

  /** An axis for these values. */
  static ValueAxis of(Axis axis, List<Double> values) {
    return axis.division() == Division.LINEAR
        ? linear(axis.label(), values)
        : styled(new DecadeAxis(axis.label()));
  }

  /**
   * A linear axis as wide as its values, however close they lie; the library's own axes are never
   * narrower than 1e-8.
   */
  static ValueAxis linear(String label, List<Double> values) {
    NumberAxis axis = new NumberAxis(label);
    axis.setAutoRangeIncludesZero(false);
    axis.setAutoRangeMinimumSize(width(values));
    axis.setNumberFormatOverride(new TickFormat(false));
    return styled(axis);
  }

  private static double width(List<Double> values) {
    DoubleSummaryStatistics seen =
        values.stream()
            .mapToDouble(Double::doubleValue)
            .filter(Double::isFinite)
            .summaryStatistics();
    double width = seen.getMax() - seen.getMin();
    boolean spread = seen.getCount() > 0 && width > Math.ulp(seen.getMax());
    return spread ? width : seen.getCount() > 0 && seen.getMax() != 0 ? Math.abs(seen.getMax()) : 1;
  }

  private static ValueAxis styled(ValueAxis axis) {
    axis.setLabelFont(LABEL);
    axis.setTickLabelFont(TICK);
    axis.setLabelPaint(Palette.TEXT);
    axis.setTickLabelPaint(Palette.TEXT);
    axis.setAxisLinePaint(Palette.AXIS);
    axis.setTickMarkPaint(Palette.AXIS);
    return axis;
  }
}
