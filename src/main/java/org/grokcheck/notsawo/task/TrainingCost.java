package org.grokcheck.notsawo.task;

/**
 * Floating-point operations of training a decoder whose inner branch is 4d wide (claim {@code
 * notsawo.ext.flops}): a multiplication and an addition a weight and token forward, twice that
 * backward.
 *
 * @param layers L ≥ 1
 * @param width d ≥ 1
 * @param tokens S ≥ 1 of an example
 * @param classes C ≥ 1
 */
public record TrainingCost(int layers, int width, int tokens, int classes) {
  private static final int MAX = 1_000_000;

  /**
   * Checks the sizes.
   *
   * @throws IllegalArgumentException if one is not from 1 to 10⁶
   */
  public TrainingCost {
    Require.between("L (layers)", layers, 1, MAX);
    Require.between("d (width)", width, 1, MAX);
    Require.between("S (tokens)", tokens, 1, MAX);
    Require.between("C (classes)", classes, 1, MAX);
  }

  /**
   * Returns 3[nS(24Ld² + 4LSd) + 2ndC]: 24d² for the weights of a layer, 4Sd for the products of
   * queries with keys and of their soft-max with values, 2dC for the read-out.
   *
   * @param examples n ≥ 1 in a step
   */
  public double ofStep(long examples) {
    Require.between("n (examples)", examples, 1, Long.MAX_VALUE);
    double perToken = layers * (24.0 * width * width + 4.0 * tokens * width);
    return 3.0 * examples * (tokens * perToken + 2.0 * width * classes);
  }
}
