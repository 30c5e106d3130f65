package org.grokcheck.report.figure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.grokcheck.experiment.FigureData.Series;
import org.grokcheck.experiment.FigureData.SeriesKind;

/**
 * Leaves out points that would be drawn on top of another one of their series. The data files keep
 * all of them.
 */
final class Thinning {
  /** Cells across the range of the data, about one a pixel of a panel. */
  private static final int CELLS = 400;

  private Thinning() {}

  /** Indices of the points to draw, in order. */
  static List<Integer> kept(Series s) {
    DoubleUnaryOperator column = scale(s.x());
    DoubleUnaryOperator row = scale(s.y());
    List<Integer> kept = new ArrayList<>();
    Set<Long> drawn = new HashSet<>();
    long last = Long.MIN_VALUE;
    for (int i = 0; i < s.x().size(); i++) {
      long across = (long) column.applyAsDouble(s.x().get(i));
      long up = (long) row.applyAsDouble(s.y().get(i));
      long cell = across * 2 * CELLS + up;
      boolean fresh = s.kind() == SeriesKind.MEASURED ? drawn.add(cell) : cell != last;
      last = cell;
      if (fresh || i == s.x().size() - 1 || Double.isNaN(s.y().get(i))) {
        kept.add(i);
      }
    }
    return kept;
  }

  /** Finite values to 0..CELLS, by logarithm where that spreads them over decades. */
  private static DoubleUnaryOperator scale(List<Double> values) {
    double lo = finite(values).min().orElse(0);
    double hi = finite(values).max().orElse(1);
    boolean decades = lo > 0 && hi > 100 * lo;
    DoubleUnaryOperator map = decades ? StrictMath::log : v -> v;
    double from = map.applyAsDouble(lo);
    double width = Math.max(map.applyAsDouble(hi) - from, Double.MIN_NORMAL);
    return v -> Double.isFinite(v) ? (map.applyAsDouble(v) - from) / width * CELLS : -1;
  }

  private static DoubleStream finite(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).filter(Double::isFinite);
  }
}
