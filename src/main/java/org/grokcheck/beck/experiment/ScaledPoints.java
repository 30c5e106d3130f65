package org.grokcheck.beck.experiment;

import org.grokcheck.compute.linear.DataMatrix;
import org.grokcheck.compute.linear.PlainMatrix;

/** Points times σ. */
final class ScaledPoints {
  private ScaledPoints() {}

  static DataMatrix of(DataMatrix unit, double sigma) {
    double[][] rows = new double[unit.rows()][unit.columns()];
    for (int i = 0; i < rows.length; i++) {
      unit.row(i, rows[i]);
      for (int j = 0; j < rows[i].length; j++) {
        rows[i][j] *= sigma;
      }
    }
    return PlainMatrix.of(rows);
  }
}
