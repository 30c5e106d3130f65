package org.grokcheck.compute.reference;

import org.grokcheck.compute.Architecture.EmbeddingSum;

/** φ(Σ_p E_p[t_p]) W. */
record EmbeddingSumNetwork(EmbeddingSum shape, int[][] tokens) implements Network {
  @Override
  public Variable outputs(Parameters theta, int sample) {
    Variable sum = theta.get("embedding1").rows(tokens[sample][0]);
    for (int p = 1; p < shape.positions(); p++) {
      sum = sum.plus(theta.get("embedding" + (p + 1)).rows(tokens[sample][p]));
    }
    return sum.map(Nonlinearity.of(shape.activation())).times(theta.get("output"));
  }
}
