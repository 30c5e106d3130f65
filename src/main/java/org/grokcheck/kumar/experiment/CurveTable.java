package org.grokcheck.kumar.experiment;

import java.util.ArrayList;
import java.util.List;
import org.grokcheck.experiment.Measurements;

/** Curves that grow row by row. */
final class CurveTable {
  private final List<String> names;
  private final List<double[]> rows = new ArrayList<>();

  CurveTable(String... names) {
    this.names = List.of(names);
  }

  /** A value for each name. */
  void add(double... values) {
    if (values.length != names.size()) {
      throw new IllegalArgumentException(
          "values: need " + names.size() + ", one for each of " + names + ", got " + values.length);
    }
    rows.add(values.clone());
  }

  Measurements measurements() {
    Measurements all = Measurements.none();
    for (int c = 0; c < names.size(); c++) {
      int column = c;
      all = all.with(names.get(c), rows.stream().mapToDouble(r -> r[column]).toArray());
    }
    return all;
  }
}
