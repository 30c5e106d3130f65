package org.grokcheck.notsawo.task;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * What a predictor that always gives the same class scores, and so what an untrained classifier
 * does (claim {@code notsawo.ext.t1_degenerate}): t₁ and t₃, the first steps with an accuracy above
 * zero, are 0 almost surely.
 *
 * @param items N, from 1 to 10⁷
 * @param classItems K, items of each class, from 1 to N
 */
public record ConstantGuess(int items, int classItems) {
  private static final int MAX = 10_000_000;

  /** K products with a relative error of 10⁻⁴⁰ each leave more than 30 digits. */
  private static final MathContext DIGITS = new MathContext(40);

  /**
   * Checks the sizes.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public ConstantGuess {
    Require.between("N (items)", items, 1, MAX);
    Require.between("class_count (items of a class)", classItems, 1, items);
  }

  /**
   * Returns C(N−K, n)/C(N, n), the probability that none of n items drawn for training is of the
   * guessed class; 0 for n > N − K.
   *
   * @param training n, from 0 to N
   * @throws IllegalArgumentException if n is out of range
   */
  public BigDecimal probabilityOfNoHit(int training) {
    Require.between("n_train", training, 0, items);
    if (training > items - classItems) {
      return BigDecimal.ZERO;
    }
    int factors = Math.min(training, classItems);
    int other = Math.max(training, classItems);
    BigDecimal product = BigDecimal.ONE;
    for (int i = 0; i < factors; i++) {
      BigDecimal missed = BigDecimal.valueOf((long) items - other - i);
      product = product.multiply(missed, DIGITS).divide(BigDecimal.valueOf(items - i), DIGITS);
    }
    return product;
  }

  /** Returns 1/C = K/N, the expected accuracy. */
  public double accuracy() {
    return (double) classItems / items;
  }

  /** Returns ln C = ln(N/K), the loss of equal probabilities for all classes. */
  public double loss() {
    return StrictMath.log((double) items / classItems);
  }
}
