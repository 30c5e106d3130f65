package org.grokcheck.dynamics.flow;

import org.grokcheck.compute.linear.DataMatrix;
import org.grokcheck.compute.linear.PointWeight;

/** A data matrix that counts its passes. */
final class CountedMatrix implements DataMatrix {
  private final DataMatrix points;
  private int passes;

  CountedMatrix(DataMatrix points) {
    this.points = points;
  }

  int passes() {
    return passes;
  }

  @Override
  public int rows() {
    return points.rows();
  }

  @Override
  public int columns() {
    return points.columns();
  }

  @Override
  public void row(int i, double[] out) {
    points.row(i, out);
  }

  @Override
  public void times(double[] s, double[] out) {
    points.times(s, out);
  }

  @Override
  public void transposeTimes(double[] weights, double[] out) {
    points.transposeTimes(weights, out);
  }

  @Override
  public void weightedSum(double[] s, PointWeight weight, double[] margins, double[] out) {
    passes++;
    points.weightedSum(s, weight, margins, out);
  }
}
