package org.grokcheck.compute.engine;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.grokcheck.compute.Activation;

/** Nonlinearities on tensors. */
final class Activations {
  private Activations() {}

  static Tensor apply(Activation activation, Tensor z) {
    if (activation instanceof Activation.Relu) {
      return z.relu();
    } else if (activation instanceof Activation.Tanh) {
      return z.tanh();
    } else if (activation instanceof Activation.Square) {
      return z.mul(z);
    } else if (activation instanceof Activation.LinearQuadratic quadratic) {
      return z.add(z.mul(z), Tensors.scalar(quadratic.epsilon() / 2));
    } else if (activation instanceof Activation.Hermite hermite) {
      return hermite(hermite.coefficients(), z);
    }
    return z;
  }

  /** Σ c_k He_k(z), by the three-term recursion. */
  private static Tensor hermite(List<Double> c, Tensor z) {
    Tensor before = z.mul(Tensors.scalar(0));
    Tensor current = before.add(Tensors.scalar(1));
    Tensor sum = current.mul(Tensors.scalar(c.get(0)));
    for (int k = 1; k < c.size(); k++) {
      Tensor next = z.mul(current).sub(before, Tensors.scalar(k - 1));
      before = current;
      current = next;
      sum = sum.add(current, Tensors.scalar(c.get(k)));
    }
    return sum;
  }
}
