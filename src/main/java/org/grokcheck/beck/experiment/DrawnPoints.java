package org.grokcheck.beck.experiment;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import org.grokcheck.compute.linear.DataMatrix;
import org.grokcheck.compute.linear.PointWeight;

/**
 * Gaussian points that are drawn anew whenever one is asked for, each from a stream of its own: a
 * data set of gigabytes that takes no memory until it is copied to where it is computed with.
 *
 * @param rows N
 * @param columns d
 * @param sigma standard deviation of a component
 * @param streams gives a fresh stream for a point's number, always the same
 */
record DrawnPoints(int rows, int columns, double sigma, IntFunction<RandomGenerator> streams)
    implements DataMatrix {
  @Override
  public void row(int i, double[] out) {
    requireLength("out", out, columns);
    if (i < 0 || i >= rows) {
      throw new IllegalArgumentException(
          "i (row): need a number from 0 to " + (rows - 1) + ", got " + i);
    }
    RandomGenerator random = streams.apply(i);
    for (int j = 0; j < columns; j++) {
      out[j] = sigma * random.nextGaussian();
    }
  }

  @Override
  public void times(double[] s, double[] out) {
    weightedSum(s, (i, margin) -> 0, out, new double[columns]);
  }

  @Override
  public void transposeTimes(double[] weights, double[] out) {
    requireLength("weights", weights, rows);
    weightedSum(new double[columns], (i, margin) -> weights[i], new double[rows], out);
  }

  @Override
  public void weightedSum(double[] s, PointWeight weight, double[] margins, double[] out) {
    requireLength("s", s, columns);
    requireLength("margins", margins, rows);
    requireLength("out", out, columns);
    Arrays.fill(out, 0);
    double[] row = new double[columns];
    for (int i = 0; i < rows; i++) {
      row(i, row);
      double margin = 0;
      for (int j = 0; j < columns; j++) {
        margin += s[j] * row[j];
      }
      margins[i] = margin;
      double factor = weight.at(i, margin);
      for (int j = 0; j < columns; j++) {
        out[j] += factor * row[j];
      }
    }
  }

  private static void requireLength(String name, double[] values, int expected) {
    if (values.length != expected) {
      throw new IllegalArgumentException(
          name + ": need length " + expected + ", got " + values.length);
    }
  }
}
