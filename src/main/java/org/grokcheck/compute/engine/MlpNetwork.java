package org.grokcheck.compute.engine;

import java.util.function.BiFunction;
import org.bytedeco.pytorch.Tensor;
import org.grokcheck.compute.Architecture;

/** Fully connected layers; see {@link Architecture.Mlp}. */
record MlpNetwork(Architecture.Mlp mlp, Tensor inputs) implements ReplicatedNetwork {
  @Override
  public Tensor outputs(Parameters theta, Selection rows) {
    return layers(theta::linear, rows.of(inputs));
  }

  @Override
  public Tensor outputs(ReplicatedParameters theta) {
    return layers(theta::linear, inputs.unsqueeze(1)).select(1, 0);
  }

  private Tensor layers(BiFunction<String, Tensor, Tensor> linear, Tensor x) {
    Tensor h = x;
    for (int l = 1; l <= mlp.depth(); l++) {
      Tensor z = linear.apply("layer" + l, h);
      h = l < mlp.depth() ? Activations.apply(mlp.activation(), z) : z;
    }
    return h;
  }
}
