package org.grokcheck.compute.engine;

import org.bytedeco.pytorch.Tensor;
import org.grokcheck.compute.Architecture;
import org.grokcheck.compute.Inputs;
import org.grokcheck.compute.Precision;

/** A network together with the inputs on which it is evaluated. */
interface BoundNetwork {
  /** f(θ, x) of the selected samples, n × K. */
  Tensor outputs(Parameters theta, Selection rows);

  /**
   * Places the inputs on the device.
   *
   * @param kept owns what is placed
   * @throws IllegalArgumentException if the inputs are not of the kind or size that the
   *     architecture takes
   */
  static BoundNetwork bind(
      Engine engine, Architecture architecture, Inputs inputs, Precision precision, Kept kept) {
    if (inputs instanceof Inputs.Dense dense) {
      Tensor x = kept.keep(Tensors.matrix(engine, precision, dense.rows()));
      if (architecture instanceof Architecture.Mlp mlp) {
        return new MlpNetwork(mlp, x);
      } else if (architecture instanceof Architecture.Committee committee) {
        return new CommitteeNetwork(committee, x);
      }
    }
    if (inputs instanceof Inputs.Tokens tokens) {
      if (architecture instanceof Architecture.EmbeddingSum sum) {
        return new EmbeddingSumNetwork(sum, tokens, engine, kept);
      } else if (architecture instanceof Architecture.Transformer transformer) {
        return new TransformerNetwork(transformer, tokens, engine, precision, kept);
      } else if (architecture instanceof Architecture.LstmClassifier lstm) {
        return new LstmNetwork(lstm, tokens, engine, kept);
      }
    }
    if (inputs instanceof Inputs.Graphs graphs
        && architecture instanceof Architecture.GraphConvolution convolution) {
      return GraphNetwork.bind(engine, convolution, graphs.graphs(), precision, kept);
    }
    throw new IllegalArgumentException(
        "%s does not take inputs of kind %s"
            .formatted(architecture.getClass().getSimpleName(), inputs.getClass().getSimpleName()));
  }
}
