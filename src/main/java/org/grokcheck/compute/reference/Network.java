package org.grokcheck.compute.reference;

import org.grokcheck.compute.Architecture;
import org.grokcheck.compute.Inputs;

/** f(θ, x) of one sample at a time, on the samples that the network was built for. */
interface Network {
  /** f of one sample, 1 × K. */
  Variable outputs(Parameters theta, int sample);

  /**
   * The network of an architecture on some inputs.
   *
   * @throws IllegalArgumentException if the architecture doesn't take such inputs
   */
  static Network of(Architecture architecture, Inputs inputs) {
    if (architecture instanceof Architecture.Mlp a) {
      return new MlpNetwork(a, InputChecks.dense(inputs, a.widths().get(0)));
    } else if (architecture instanceof Architecture.Committee a) {
      return new CommitteeNetwork(a, InputChecks.dense(inputs, a.inputs()));
    } else if (architecture instanceof Architecture.EmbeddingSum a) {
      return new EmbeddingSumNetwork(a, InputChecks.tokens(inputs, a.vocabulary(), a.positions()));
    } else if (architecture instanceof Architecture.Transformer a) {
      return new TransformerNetwork(a, InputChecks.tokens(inputs, a.vocabulary(), a.positions()));
    } else if (architecture instanceof Architecture.LstmClassifier a) {
      return new LstmNetwork(a, InputChecks.tokens(inputs, a.vocabulary()));
    }
    Architecture.GraphConvolution a = (Architecture.GraphConvolution) architecture;
    return new GraphNetwork(a, InputChecks.graphs(inputs, a.widths().get(0)));
  }
}
