package org.grokcheck.compute.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.grokcheck.compute.Layout;
import org.grokcheck.compute.Layout.Block;

/** The blocks of one θ as views of it, so that gradients reach the flat vector. */
final class Parameters {
  private final Map<String, Tensor> blocks = new HashMap<>();

  Parameters(Layout layout, Tensor theta) {
    List<Block> list = layout.blocks();
    TensorVector parts = theta.split_with_sizes(list.stream().mapToLong(Block::size).toArray());
    for (int i = 0; i < list.size(); i++) {
      Block block = list.get(i);
      Tensor part = parts.get(i);
      blocks.put(block.name(), block.isVector() ? part : part.view(block.rows(), block.columns()));
    }
  }

  /** The block of this name: a matrix, or a vector for biases, gains and shifts. */
  Tensor get(String name) {
    Tensor block = blocks.get(name);
    if (block == null) {
      throw new IllegalArgumentException("no block '" + name + "' among " + blocks.keySet());
    }
    return block;
  }

  boolean has(String name) {
    return blocks.containsKey(name);
  }

  /** x W + b, or x W where the layer has no bias. */
  Tensor linear(String name, Tensor x) {
    Tensor weights = get(name);
    if (NarrowProduct.serves(x, weights)) {
      Tensor product = NarrowProduct.of(x, weights);
      return has(name + ".bias") ? product.add(get(name + ".bias")) : product;
    }
    return has(name + ".bias") ? torch.addmm(get(name + ".bias"), x, weights) : x.mm(weights);
  }
}
