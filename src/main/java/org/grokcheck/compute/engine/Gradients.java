package org.grokcheck.compute.engine;

import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** Derivatives of scalars with respect to one leaf. */
final class Gradients {
  private Gradients() {}

  /** ∂value/∂leaf. */
  static Tensor of(Tensor value, Tensor leaf) {
    return torch.grad(new TensorVector(value), new TensorVector(leaf)).get(0);
  }

  /** ∂value/∂leaf, keeping the graph for another pass over the same value. */
  static Tensor keepingGraph(Tensor value, Tensor leaf) {
    return derivative(value, leaf, false);
  }

  /** ∂value/∂leaf as a function that can be differentiated again. */
  static Tensor differentiable(Tensor value, Tensor leaf) {
    return derivative(value, leaf, true);
  }

  /** ∂value/∂leaf, 0 where value does not depend on the leaf. */
  static Tensor orZero(Tensor value, Tensor leaf) {
    if (!value.requires_grad()) {
      return torch.zeros_like(leaf);
    }
    Tensor gradient =
        torch
            .grad(
                new TensorVector(value),
                new TensorVector(leaf),
                new TensorVector(),
                new BoolOptional(false),
                false,
                true)
            .get(0);
    return gradient.defined() ? gradient : torch.zeros_like(leaf);
  }

  private static Tensor derivative(Tensor value, Tensor leaf, boolean differentiable) {
    return torch
        .grad(
            new TensorVector(value),
            new TensorVector(leaf),
            new TensorVector(),
            new BoolOptional(true),
            differentiable,
            false)
        .get(0);
  }
}
