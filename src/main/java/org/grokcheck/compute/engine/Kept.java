package org.grokcheck.compute.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import org.bytedeco.pytorch.Tensor;

/** Tensors that outlive the scope in which they were made, until closed together. */
final class Kept implements AutoCloseable {
  private final Deque<Tensor> tensors = new ArrayDeque<>();

  /** Keeps the tensor and returns it. */
  Tensor keep(Tensor tensor) {
    tensor.retainReference();
    tensors.push(tensor);
    return tensor;
  }

  @Override
  public void close() {
    while (!tensors.isEmpty()) {
      tensors.pop().releaseReference();
    }
  }
}
