package org.grokcheck.compute;

import java.util.random.RandomGenerator;
import org.grokcheck.compute.Layout.Block;

/** Draws of a first θ, the same on every engine and device since they are made here. */
public enum Initialization {
  /**
   * PyTorch's defaults: weights and biases uniform in ±1/√fanIn, embeddings standard normal, gains
   * 1, shifts 0.
   */
  UNIFORM_FAN_IN {
    @Override
    double draw(Block block, RandomGenerator random) {
      double limit = 1 / Math.sqrt(block.fanIn());
      return block.role() == Layout.Role.EMBEDDING
          ? random.nextGaussian()
          : limit * (2 * random.nextDouble() - 1);
    }
  },
  /** Weights and embeddings normal with variance 1/fanIn, biases 0, gains 1, shifts 0. */
  NORMAL_FAN_IN {
    @Override
    double draw(Block block, RandomGenerator random) {
      return block.role() == Layout.Role.BIAS
          ? 0
          : random.nextGaussian() / Math.sqrt(block.fanIn());
    }
  },
  /** Weights, embeddings and biases standard normal, gains 1, shifts 0. */
  STANDARD_NORMAL {
    @Override
    double draw(Block block, RandomGenerator random) {
      return random.nextGaussian();
    }
  };

  abstract double draw(Block block, RandomGenerator random);

  /**
   * A first θ, drawn block by block in the order of storage.
   *
   * @param architecture whose parameters are drawn
   * @param random the stream; as many draws are taken as there are random entries
   */
  public double[] theta(Architecture architecture, RandomGenerator random) {
    Layout layout = architecture.layout();
    double[] theta = new double[layout.size()];
    for (Block block : layout.blocks()) {
      for (int i = 0; i < block.size(); i++) {
        theta[block.offset() + i] =
            switch (block.role()) {
              case GAIN -> 1;
              case SHIFT -> 0;
              default -> draw(block, random);
            };
      }
    }
    return theta;
  }
}
