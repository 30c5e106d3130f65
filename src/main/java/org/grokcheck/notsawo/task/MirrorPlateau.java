package org.grokcheck.notsawo.task;

import org.grokcheck.math.exact.Rational;

/**
 * What a model that answers c(b, a) for (a, b) scores on validation pairs whose mirror image it has
 * learned (claims {@code notsawo.ext.mirror_plateau}, {@code notsawo.ext.group_mirror}, {@code
 * notsawo.fig23.plateau}).
 *
 * <p>Of N ordered pairs, n drawn for training, m have a mirror image that is another pair with the
 * same answer. One of them is in validation and its image in training with probability (N−n)n /
 * (N(N−1)); divided by the N − n validation pairs, mn/(N(N−1)).
 */
public final class MirrorPlateau {
  private MirrorPlateau() {}

  /**
   * Returns n/(p(p+1)), the expected fraction for a symmetric operation on p operands, where m =
   * p(p−1) and N = p².
   *
   * @param operands p, from 2
   * @param training n, from 1 to p² − 1
   * @throws IllegalArgumentException if one is out of range
   */
  public static Rational ofSymmetric(long operands, long training) {
    Require.between("p (operands)", operands, 2, Pairs.MAX_OPERANDS);
    requireTraining(training, operands);
    return Rational.of(training).over(operands).over(operands + 1);
  }

  /**
   * Returns n(k−1)|G|/(N(N−1)), the expected fraction for a group with k conjugacy classes, where m
   * = (k−1)|G| and N = |G|².
   *
   * @param order |G|, from 2
   * @param classes k, from 2 to |G|
   * @param training n, from 1 to |G|² − 1
   * @throws IllegalArgumentException if one is out of range
   */
  public static Rational ofGroup(long order, long classes, long training) {
    Require.between("|G| (order)", order, 2, Pairs.MAX_OPERANDS);
    Require.between("k (conjugacy classes)", classes, 2, order);
    requireTraining(training, order);
    return Rational.of(training)
        .times(classes - 1)
        .over(order)
        .over(Rational.of(order).square().minus(Rational.ONE));
  }

  private static void requireTraining(long training, long operands) {
    Require.between("n_train", training, 1, operands * operands - 1);
  }
}
