package org.grokcheck.omnigrok;

import org.grokcheck.math.exact.Rational;

/**
 * Affine scores on inputs that are their label, x = 0, …, K − 1 (claim {@code
 * omnigrok.sec52.linsep}).
 *
 * @param classes K ≥ 2
 */
public record LabelScores(int classes) {

  /** Scores of the classes at an input. */
  @FunctionalInterface
  public interface Scores {
    /** Returns the score of class k at input x. */
    Rational at(int k, int x);
  }

  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if K is below 2
   */
  public LabelScores {
    Require.atLeast("classes", classes, 2);
  }

  /** Returns kx − k²/2, which is largest at k = x. */
  public Rational separating(int k, int x) {
    return Rational.of(k * (2L * x - k), 2);
  }

  /** Returns 1/K + (k − c)(x − c)/Σ(x − c)², c = (K−1)/2: least squares on one-hot targets. */
  public Rational leastSquares(int k, int x) {
    Rational centre = Rational.of(classes - 1L, 2);
    Rational spread = Rational.of(classes).times((long) classes * classes - 1).over(12);
    Rational product = Rational.of(k).minus(centre).times(Rational.of(x).minus(centre));
    return Rational.of(1, classes).plus(product.over(spread));
  }

  /** Returns the share of labels whose own class scores highest, ties to the lower class. */
  public Rational accuracy(Scores scores) {
    int right = 0;
    for (int x = 0; x < classes; x++) {
      right += winner(scores, x) == x ? 1 : 0;
    }
    return Rational.of(right, classes);
  }

  private int winner(Scores scores, int x) {
    int best = 0;
    for (int k = 1; k < classes; k++) {
      if (scores.at(k, x).compareTo(scores.at(best, x)) > 0) {
        best = k;
      }
    }
    return best;
  }
}
