package org.grokcheck.compute.reference;

import java.util.List;
import org.grokcheck.compute.Inputs;

/** Whether inputs suit a network. */
final class InputChecks {
  private InputChecks() {}

  static double[][] dense(Inputs inputs, int features) {
    if (!(inputs instanceof Inputs.Dense dense)) {
      throw unsuitable(inputs, "feature vectors (Inputs.Dense)");
    }
    requireFeatures("inputs", dense.rows()[0].length, features);
    return dense.rows();
  }

  static List<Inputs.Graph> graphs(Inputs inputs, int features) {
    if (!(inputs instanceof Inputs.Graphs graphs)) {
      throw unsuitable(inputs, "graphs (Inputs.Graphs)");
    }
    for (int i = 0; i < graphs.samples(); i++) {
      double[][] nodes = graphs.graphs().get(i).features();
      requireFeatures("nodes of graph " + i, nodes[0].length, features);
    }
    return graphs.graphs();
  }

  static int[][] tokens(Inputs inputs, int vocabulary, int positions) {
    int[][] rows = tokens(inputs, vocabulary);
    if (rows[0].length != positions) {
      throw new IllegalArgumentException(
          "tokens: sequences have %d tokens; the network takes %d, its number of positions"
              .formatted(rows[0].length, positions));
    }
    return rows;
  }

  static int[][] tokens(Inputs inputs, int vocabulary) {
    if (!(inputs instanceof Inputs.Tokens tokens)) {
      throw unsuitable(inputs, "sequences of tokens (Inputs.Tokens)");
    }
    for (int i = 0; i < tokens.rows().length; i++) {
      for (int token : tokens.rows()[i]) {
        if (token >= vocabulary) {
          throw new IllegalArgumentException(
              "tokens: row %d holds %d; the vocabulary has tokens 0 to %d"
                  .formatted(i, token, vocabulary - 1));
        }
      }
    }
    return tokens.rows();
  }

  private static void requireFeatures(String what, int found, int needed) {
    if (found != needed) {
      throw new IllegalArgumentException(
          "%s have %d features; the network takes %d".formatted(what, found, needed));
    }
  }

  private static IllegalArgumentException unsuitable(Inputs inputs, String accepted) {
    return new IllegalArgumentException(
        "inputs are %s; the network takes %s"
            .formatted(inputs.getClass().getSimpleName(), accepted));
  }
}
