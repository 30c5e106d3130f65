package org.grokcheck.notsawo.experiment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.grokcheck.compute.linear.Vectors;
import org.grokcheck.experiment.Measurements;
import org.grokcheck.notsawo.experiment.SliceReader.Values;

/**
 * The plane θ* + α(θ_mem − θ*) + β(θ_0 − θ*), its basins being connected sets of grid points at
 * which all training pairs are right (Fig. 15).
 */
final class PlaneSlice {
  /** Basins on 21 × 21, 41 × 41 and 81 × 81 points. */
  static final String BASINS = "basins";

  /** Best validation accuracy in each basin of the finest grid. */
  static final String BEST = "best validation accuracy of a basin";

  /** Points of each basin of the finest grid. */
  static final String SIZE = "points of a basin";

  /** α of the points of all basins of the middle grid. */
  static final String ALPHA = "alpha of basins";

  /** β of the points of all basins of the middle grid. */
  static final String BETA = "beta of basins";

  /** Validation accuracy at the points of all basins of the middle grid. */
  static final String VALIDATION = "validation accuracy in basins";

  private static final int SIDE = 81;
  private static final double FROM = -0.5;
  private static final double TO = 1.5;

  private final boolean[][] fitted = new boolean[SIDE][SIDE];
  private final double[][] validated = new double[SIDE][SIDE];

  /** Reads the plane through three points. */
  PlaneSlice(SliceReader reader, double[] last, double[] memorised, double[] first) {
    double[] near = SliceReader.difference(memorised, last);
    double[] far = SliceReader.difference(first, last);
    for (int i = 0; i < SIDE; i++) {
      double[] row = last.clone();
      Vectors.add(coordinate(i), near, row);
      for (int j = 0; j < SIDE; j++) {
        double[] point = row.clone();
        Vectors.add(coordinate(j), far, point);
        Values values = reader.at(point);
        fitted[i][j] = values.training() == 1;
        validated[i][j] = SliceReader.kept(values.validation());
      }
    }
  }

  private static double coordinate(int i) {
    return SliceReader.alpha(FROM, TO, i, SIDE);
  }

  /** Points (i, j) of the grid of every so-and-so-many-th row and column. */
  private List<List<int[]>> basins(int every) {
    boolean[][] seen = new boolean[SIDE][SIDE];
    List<List<int[]>> basins = new ArrayList<>();
    for (int i = 0; i < SIDE; i += every) {
      for (int j = 0; j < SIDE; j += every) {
        if (fitted[i][j] && !seen[i][j]) {
          basins.add(flood(i, j, every, seen));
        }
      }
    }
    return basins;
  }

  private List<int[]> flood(int i, int j, int every, boolean[][] seen) {
    List<int[]> basin = new ArrayList<>();
    Deque<int[]> open = new ArrayDeque<>();
    seen[i][j] = true;
    open.push(new int[] {i, j});
    while (!open.isEmpty()) {
      int[] at = open.pop();
      basin.add(at);
      for (int[] step : new int[][] {{every, 0}, {-every, 0}, {0, every}, {0, -every}}) {
        int row = at[0] + step[0];
        int column = at[1] + step[1];
        boolean inside = row >= 0 && row < SIDE && column >= 0 && column < SIDE;
        if (inside && fitted[row][column] && !seen[row][column]) {
          seen[row][column] = true;
          open.push(new int[] {row, column});
        }
      }
    }
    return basin;
  }

  /** Counts, and the basins. */
  Measurements after(Measurements before) {
    List<List<int[]>> finest = basins(1);
    List<int[]> middle = basins(2).stream().flatMap(List::stream).toList();
    return before
        .with(BASINS, basins(4).size(), basins(2).size(), finest.size())
        .with(BEST, finest.stream().mapToDouble(this::best).toArray())
        .with(SIZE, finest.stream().mapToDouble(List::size).toArray())
        .with(ALPHA, middle.stream().mapToDouble(at -> coordinate(at[0])).toArray())
        .with(BETA, middle.stream().mapToDouble(at -> coordinate(at[1])).toArray())
        .with(VALIDATION, middle.stream().mapToDouble(at -> validated[at[0]][at[1]]).toArray());
  }

  private double best(List<int[]> basin) {
    return basin.stream().mapToDouble(at -> validated[at[0]][at[1]]).max().orElseThrow();
  }
}
