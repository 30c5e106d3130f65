package org.grokcheck.kumar;

import java.util.List;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalVector;

/**
 * Errors of classification by the largest output against one-hot targets, and what the squared
 * error says of them (claim {@code kumar.ext.acc-loss-bound}): the error rate is at most 2 times
 * the mean over samples of Σ over outputs of (f − y)², since an output that reaches that of the
 * right class costs at least ½. There is no bound the other way: see {@code
 * kumar.sec16.1.equivalence}.
 *
 * @param outputs f, a vector with a component a class for each sample; at least one sample
 * @param labels the right classes, counted from 0
 */
public record ArgmaxError(List<RationalVector> outputs, List<Integer> labels) {
  /**
   * Checks the shapes.
   *
   * @throws IllegalArgumentException if there is no sample, the sizes differ, or a label isn't one
   *     of the classes
   */
  public ArgmaxError {
    outputs = List.copyOf(outputs);
    labels = List.copyOf(labels);
    Require.atLeast("number of samples", outputs.size(), 1);
    Require.sameSize("labels", labels.size(), "f by its samples", outputs.size());
    for (int i = 0; i < labels.size(); i++) {
      int classes = outputs.get(i).size();
      if (labels.get(i) < 0 || labels.get(i) >= classes) {
        throw new IllegalArgumentException(
            "labels: need classes from 0 to " + (classes - 1) + ", got " + labels.get(i));
      }
    }
  }

  /** Returns the share of samples on which another output is as large as the right one. */
  public Rational rate() {
    return RationalVector.sum(labels.size(), i -> isWrong(i) ? Rational.ONE : Rational.ZERO)
        .over(labels.size());
  }

  /** Returns the mean over samples of Σ over outputs of (f − y)². */
  public Rational squaredError() {
    return RationalVector.sum(labels.size(), this::squaredError).over(labels.size());
  }

  /** Returns the bound of the rate, 2 · {@link #squaredError}. */
  public Rational bound() {
    return squaredError().times(2);
  }

  private boolean isWrong(int i) {
    RationalVector f = outputs.get(i);
    Rational right = f.get(labels.get(i));
    for (int k = 0; k < f.size(); k++) {
      if (k != labels.get(i) && f.get(k).compareTo(right) >= 0) {
        return true;
      }
    }
    return false;
  }

  private Rational squaredError(int i) {
    RationalVector f = outputs.get(i);
    return f.minus(RationalVector.unit(f.size(), labels.get(i))).normSquared();
  }
}
