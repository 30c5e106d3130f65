package org.grokcheck.compute.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.grokcheck.compute.Layout;
import org.grokcheck.compute.Layout.Block;

/** The blocks of n parameter vectors as batches of matrices, views of one n × P tensor. */
final class ReplicatedParameters {
  private final Map<String, Tensor> blocks = new HashMap<>();

  ReplicatedParameters(Layout layout, Tensor thetas) {
    List<Block> list = layout.blocks();
    long[] sizes = list.stream().mapToLong(Block::size).toArray();
    TensorVector parts = thetas.split_with_sizes(sizes, 1);
    for (int i = 0; i < list.size(); i++) {
      Block block = list.get(i);
      blocks.put(block.name(), parts.get(i).view(thetas.size(0), block.rows(), block.columns()));
    }
  }

  /** The block of this name, n × rows × columns. */
  Tensor get(String name) {
    Tensor block = blocks.get(name);
    if (block == null) {
      throw new IllegalArgumentException("no block '" + name + "' among " + blocks.keySet());
    }
    return block;
  }

  /** x W + b for x of n × 1 × in, or x W where the layer has no bias. */
  Tensor linear(String name, Tensor x) {
    Tensor bias = blocks.get(name + ".bias");
    return bias == null ? x.bmm(get(name)) : torch.baddbmm(bias, x, get(name));
  }
}
