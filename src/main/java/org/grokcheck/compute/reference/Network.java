package org.grokcheck.compute.reference;

import org.grokcheck.compute.Architecture;
import org.grokcheck.compute.Inputs;

/** f(θ, x) of one sample at a time, on the samples that the network was built for. */
interface Network {
  /** f of one sample, 1 × K. */
  Variable outputs(Parameters theta, int sample);

  /**
   * The network of an architecture on inputs that {@link org.grokcheck.compute.Fit} has accepted.
   */
  static Network of(Architecture architecture, Inputs inputs) {
    if (architecture instanceof Architecture.GraphConvolution a) {
      return new GraphNetwork(a, ((Inputs.Graphs) inputs).graphs());
    } else if (architecture instanceof Architecture.Mlp a) {
      return new MlpNetwork(a, ((Inputs.Dense) inputs).rows());
    } else if (architecture instanceof Architecture.Committee a) {
      return new CommitteeNetwork(a, ((Inputs.Dense) inputs).rows());
    }
    int[][] tokens = ((Inputs.Tokens) inputs).rows();
    if (architecture instanceof Architecture.EmbeddingSum a) {
      return new EmbeddingSumNetwork(a, tokens);
    } else if (architecture instanceof Architecture.Transformer a) {
      return new TransformerNetwork(a, tokens);
    }
    return new LstmNetwork((Architecture.LstmClassifier) architecture, tokens);
  }
}
