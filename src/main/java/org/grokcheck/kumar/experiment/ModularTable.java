package org.grokcheck.kumar.experiment;

import java.util.random.RandomGenerator;

/**
 * All pairs (a, b) with their sum modulo p, some of them for training.
 *
 * @param modulus p
 * @param pairs in random order
 * @param training how many of them, from the first, are for training
 */
record ModularTable(int modulus, int[][] pairs, int training) {

  /** Draws which ⌊share p²⌋ pairs are for training. */
  static ModularTable draw(int modulus, double share, RandomGenerator random) {
    int count = modulus * modulus;
    int[][] pairs = new int[count][];
    for (int i = 0; i < count; i++) {
      int j = random.nextInt(i + 1);
      pairs[i] = pairs[j];
      pairs[j] = new int[] {i / modulus, i % modulus};
    }
    return new ModularTable(modulus, pairs, (int) (share * count));
  }

  int[][] tokens(boolean forTraining) {
    int from = forTraining ? 0 : training;
    int to = forTraining ? training : pairs.length;
    int[][] part = new int[to - from][];
    System.arraycopy(pairs, from, part, 0, part.length);
    return part;
  }

  int[] labels(boolean forTraining) {
    int[][] part = tokens(forTraining);
    int[] labels = new int[part.length];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = (part[i][0] + part[i][1]) % modulus;
    }
    return labels;
  }
}
