package org.grokcheck.compute.engine;

import org.bytedeco.pytorch.Tensor;
import org.grokcheck.compute.Architecture;

/** Fully connected layers; see {@link Architecture.Mlp}. */
record MlpNetwork(Architecture.Mlp mlp, Tensor inputs) implements BoundNetwork {
  @Override
  public Tensor outputs(Parameters theta, Selection rows) {
    Tensor h = rows.of(inputs);
    for (int l = 1; l <= mlp.depth(); l++) {
      Tensor z = theta.linear("layer" + l, h);
      h = l < mlp.depth() ? Activations.apply(mlp.activation(), z) : z;
    }
    return h;
  }
}
