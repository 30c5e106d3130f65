package org.grokcheck.beck.experiment;

import java.util.function.DoubleConsumer;
import org.grokcheck.compute.linear.DataMatrix;
import org.grokcheck.compute.linear.PointWeight;

/** A data matrix that tells after each gradient how far a long job has come, as far as is known. */
final class Watched implements DataMatrix {
  /** About the number of gradients of a job; what comes later is shown as nearly done. */
  private static final double USUAL = 350;

  private final DataMatrix points;
  private final DoubleConsumer progress;
  private int gradients;

  Watched(DataMatrix points, DoubleConsumer progress) {
    this.points = points;
    this.progress = progress;
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
    points.weightedSum(s, weight, margins, out);
    gradients++;
    progress.accept(Math.min(0.99, gradients / USUAL));
  }
}
