package org.grokcheck.omnigrok.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.grokcheck.compute.Checkpoint;
import org.grokcheck.experiment.Measurements;

/** Readings of a run by step, as they grow. */
final class Curve {
  static final String STEPS = "steps";
  private static final String KEPT = "curve.";

  private final List<String> names;
  private final List<double[]> rows = new ArrayList<>();

  Curve(List<String> names) {
    this.names = new ArrayList<>(names);
    this.names.add(0, STEPS);
  }

  void add(long step, double[] values) {
    double[] row = new double[names.size()];
    row[0] = step;
    System.arraycopy(values, 0, row, 1, values.length);
    rows.add(row);
  }

  double[] column(String name) {
    int column = names.indexOf(name);
    if (column < 0) {
      throw new IllegalArgumentException("no reading '" + name + "', only " + names);
    }
    return rows.stream().mapToDouble(row -> row[column]).toArray();
  }

  double last(String name) {
    double[] values = column(name);
    return values[values.length - 1];
  }

  /** The first step at which a reading is at least a level; infinite if none is. */
  double reaches(String name, double level) {
    return at(STEPS, name, level, Double.POSITIVE_INFINITY);
  }

  /** Another reading at that step; NaN if there is none. */
  double when(String other, String name, double level) {
    return at(other, name, level, Double.NaN);
  }

  private double at(String other, String name, double level, double never) {
    double[] values = column(name);
    for (int i = 0; i < values.length; i++) {
      if (values[i] >= level) {
        return column(other)[i];
      }
    }
    return never;
  }

  /** Index of the stop at which a reading is largest. */
  int peak(String name) {
    double[] values = column(name);
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      best = values[i] > values[best] ? i : best;
    }
    return best;
  }

  /** Every so many stops, and the last. */
  Measurements thinned(int every) {
    Measurements all = Measurements.none();
    for (String name : names) {
      double[] values = column(name);
      List<Double> kept = new ArrayList<>();
      for (int i = 0; i < values.length; i++) {
        if (i % every == 0 || i == values.length - 1) {
          kept.add(values[i]);
        }
      }
      all = all.with(name, kept.stream().mapToDouble(Double::doubleValue).toArray());
    }
    return all;
  }

  /** A checkpoint that holds these readings too. */
  Checkpoint in(Checkpoint state) {
    SortedMap<String, double[]> arrays = new TreeMap<>(state.arrays());
    names.forEach(name -> arrays.put(KEPT + name, column(name)));
    return new Checkpoint(state.run(), state.precision(), state.step(), arrays);
  }

  /** Takes the readings that a checkpoint holds. */
  void restore(Checkpoint state) {
    int stops = state.array(KEPT + STEPS).length;
    for (int i = 0; i < stops; i++) {
      double[] row = new double[names.size()];
      for (int c = 0; c < row.length; c++) {
        row[c] = state.array(KEPT + names.get(c))[i];
      }
      rows.add(row);
    }
  }
}
