package org.grokcheck.compute.rounding;

import org.grokcheck.compute.Architecture;

/** A network on one sequence of tokens. */
interface TokenNetwork {
  /** f(θ, tokens). */
  Node[] outputs(int[] tokens);

  static TokenNetwork of(Blocks theta, Architecture architecture) {
    if (architecture instanceof Architecture.EmbeddingSum sum) {
      return tokens -> embeddingSum(theta, sum, tokens);
    } else if (architecture instanceof Architecture.LstmClassifier lstm) {
      return tokens -> new LstmNodes(theta, lstm).outputs(tokens);
    }
    return new TransformerNodes(theta, (Architecture.Transformer) architecture);
  }

  private static Node[] embeddingSum(Blocks theta, Architecture.EmbeddingSum sum, int[] tokens) {
    Node[] z = theta.row("embedding1", tokens[0]);
    for (int p = 1; p < tokens.length; p++) {
      z = theta.plus(z, theta.row("embedding" + (p + 1), tokens[p]));
    }
    return theta.linear("output", theta.activated(sum.activation(), z));
  }
}
