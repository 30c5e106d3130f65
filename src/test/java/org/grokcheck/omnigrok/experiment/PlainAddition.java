package org.grokcheck.omnigrok.experiment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A draw of toy addition without the engine: first decoder, label vectors, order of the pairs, and
 * scalars of the symbols, in the order in which the experiment takes them from its stream.
 */
final class PlainAddition {
  static final PlainNetwork DECODER = new PlainNetwork(new int[] {1, 200, 200, 30}, true);
  private static final int SYMBOLS = 10;

  private final double[] start;
  private final double[][] labels;
  private final List<int[]> pairs = new ArrayList<>();
  private final double[] embedding = new double[SYMBOLS];

  PlainAddition(double m, RandomGenerator random) {
    start = DECODER.draw(random);
    labels = new double[2 * SYMBOLS - 1][30];
    for (double[] label : labels) {
      for (int k = 0; k < label.length; k++) {
        label[k] = random.nextGaussian();
      }
    }
    for (int i = 0; i < SYMBOLS; i++) {
      for (int j = i; j < SYMBOLS; j++) {
        pairs.add(new int[] {i, j});
      }
    }
    for (int k = pairs.size() - 1; k > 0; k--) {
      Collections.swap(pairs, k, random.nextInt(k + 1));
    }
    for (int i = 0; i < SYMBOLS; i++) {
      double equidistant = (2 * i - 9) / 9.0;
      embedding[i] = m * random.nextGaussian() + (1 - m) * equidistant;
    }
  }

  double[] start() {
    return start.clone();
  }

  /** E_i + E_j of the pairs from one place in their order to another. */
  double[][] inputs(int from, int to) {
    return pairs.subList(from, to).stream()
        .map(pair -> new double[] {embedding[pair[0]] + embedding[pair[1]]})
        .toArray(double[][]::new);
  }

  /** E_i alone, twice, as eq. (8) is printed. */
  double[][] repeatedInputs(int from, int to) {
    return pairs.subList(from, to).stream()
        .map(pair -> new double[] {2 * embedding[pair[0]]})
        .toArray(double[][]::new);
  }

  double[][] targets(int from, int to) {
    return pairs.subList(from, to).stream()
        .map(pair -> labels[pair[0] + pair[1]])
        .toArray(double[][]::new);
  }
}
