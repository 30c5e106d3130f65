package org.grokcheck.beck.experiment;

import java.util.function.DoubleConsumer;
import org.grokcheck.compute.linear.DataMatrix;
import org.grokcheck.compute.linear.PointWeight;

/**
 * A data matrix that counts products with vectors, tells after each gradient how far a long job has
 * come, as far as is known, and ends the job after a number of products where that is wanted.
 */
final class Watched implements DataMatrix {
  /** About the number of gradients of a job; what comes later is shown as nearly done. */
  private static final double USUAL = 350;

  /** Says that the products are used up. */
  static final class UsedUp extends RuntimeException {
    private static final long serialVersionUID = 1;

    UsedUp(long products) {
      super(products + " products are used up", null, false, false);
    }
  }

  private final DataMatrix points;
  private final DoubleConsumer progress;
  private final long most;
  private int gradients;
  private long products;

  /**
   * Watches a matrix.
   *
   * @param most products that it gives; one more where a gradient, which has two, passes it
   */
  Watched(DataMatrix points, DoubleConsumer progress, long most) {
    this.points = points;
    this.progress = progress;
    this.most = most;
  }

  /** Products so far; a gradient has two. */
  long products() {
    return products;
  }

  private void count(int more) {
    if (products >= most) {
      throw new UsedUp(most);
    }
    products += more;
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
    count(1);
    points.times(s, out);
  }

  @Override
  public void transposeTimes(double[] weights, double[] out) {
    count(1);
    points.transposeTimes(weights, out);
  }

  @Override
  public void weightedSum(double[] s, PointWeight weight, double[] margins, double[] out) {
    count(2);
    points.weightedSum(s, weight, margins, out);
    gradients++;
    progress.accept(Math.min(0.99, gradients / USUAL));
  }
}
