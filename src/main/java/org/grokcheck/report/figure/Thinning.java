package org.grokcheck.report.figure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.grokcheck.experiment.FigureData.Division;
import org.grokcheck.experiment.FigureData.Series;
import org.grokcheck.experiment.FigureData.SeriesKind;

/**
 * Leaves out what nobody would see: data drawn on top of data of the same series, and points of a
 * line that lie on it anyway. The data files keep all of them.
 */
final class Thinning {
  /** Cells across the range of the data, about one a pixel of a panel. */
  private static final int CELLS = 400;

  /** How far a line may move, in cells. */
  private static final double TOLERANCE = 0.2;

  private final double[] x;
  private final double[] y;

  private Thinning(Series s, Division across, Division up) {
    x = scaled(s.x(), across);
    y = scaled(s.y(), up);
  }

  /**
   * Indices of the points to draw, in order.
   *
   * @param across how the x axis is divided
   * @param up how the y axis is divided
   */
  static List<Integer> kept(Series s, Division across, Division up) {
    Thinning thinning = new Thinning(s, across, up);
    return s.kind() == SeriesKind.MEASURED ? thinning.points() : thinning.line();
  }

  private List<Integer> points() {
    Set<Long> drawn = new HashSet<>();
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < x.length; i++) {
      boolean visible = Double.isFinite(x[i]) && Double.isFinite(y[i]);
      if (visible && drawn.add(Math.round(x[i]) * 2L * CELLS + Math.round(y[i]))) {
        kept.add(i);
      }
    }
    return kept;
  }

  /** A gap ends one stretch of the line and begins the next. */
  private List<Integer> line() {
    BitSet kept = new BitSet();
    int start = 0;
    for (int i = 0; i <= x.length; i++) {
      if (i == x.length || !Double.isFinite(x[i]) || !Double.isFinite(y[i])) {
        keepStretch(start, i - 1, kept);
        kept.set(i, i < x.length);
        start = i + 1;
      }
    }
    return kept.stream().boxed().toList();
  }

  /** Splits at the point farthest from the chord until all are close: Douglas and Peucker. */
  private void keepStretch(int first, int last, BitSet kept) {
    if (last < first) {
      return;
    }
    kept.set(first);
    kept.set(last);
    Deque<int[]> open = new ArrayDeque<>(List.of(new int[] {first, last}));
    while (!open.isEmpty()) {
      int[] chord = open.pop();
      int farthest = farthest(chord[0], chord[1]);
      if (distance(farthest, chord[0], chord[1]) > TOLERANCE) {
        kept.set(farthest);
        open.push(new int[] {chord[0], farthest});
        open.push(new int[] {farthest, chord[1]});
      }
    }
  }

  private int farthest(int from, int to) {
    int farthest = from;
    for (int i = from + 1; i < to; i++) {
      farthest = distance(i, from, to) > distance(farthest, from, to) ? i : farthest;
    }
    return farthest;
  }

  private double distance(int i, int from, int to) {
    double dx = x[to] - x[from];
    double dy = y[to] - y[from];
    double length = Math.hypot(dx, dy);
    return length == 0
        ? Math.hypot(x[i] - x[from], y[i] - y[from])
        : Math.abs(dy * (x[i] - x[from]) - dx * (y[i] - y[from])) / length;
  }

  /** Finite values to 0..CELLS as the axis shows them. */
  private static double[] scaled(List<Double> values, Division division) {
    DoubleUnaryOperator map = division == Division.LOG ? StrictMath::log : v -> v;
    double[] mapped = values.stream().mapToDouble(v -> map.applyAsDouble(v)).toArray();
    double lo = DoubleStream.of(mapped).filter(Double::isFinite).min().orElse(0);
    double hi = DoubleStream.of(mapped).filter(Double::isFinite).max().orElse(1);
    double width = Math.max(hi - lo, Double.MIN_NORMAL);
    return DoubleStream.of(mapped).map(v -> (v - lo) / width * CELLS).toArray();
  }
}
