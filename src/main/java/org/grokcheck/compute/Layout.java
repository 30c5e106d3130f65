package org.grokcheck.compute;

import java.util.ArrayList;
import java.util.List;

/**
 * How a flat parameter vector θ divides into named blocks, each stored row by row, one after
 * another without gaps.
 *
 * @param blocks in the order of storage
 */
public record Layout(List<Block> blocks) {
  /**
   * A matrix, or a vector where {@code rows = 1}.
   *
   * @param name unique within the layout
   * @param offset index in θ of its first entry
   * @param rows number of rows; the inputs of a weight matrix, which acts as x ↦ x W
   * @param columns number of columns; the outputs of a weight matrix
   * @param fanIn number of inputs of the layer that the block belongs to, which sets the scale of
   *     its initial entries
   * @param role what the entries do
   */
  public record Block(String name, int offset, int rows, int columns, int fanIn, Role role) {
    /** Number of entries. */
    public int size() {
      return rows * columns;
    }

    /** Whether the block is added or multiplied entry by entry: a bias, gain or shift. */
    public boolean isVector() {
      return role == Role.BIAS || role == Role.GAIN || role == Role.SHIFT;
    }
  }

  /** What the entries of a block do. */
  public enum Role {
    /** Multiplies the inputs of a layer. */
    WEIGHT,
    /** Is added to the outputs of a layer. */
    BIAS,
    /** One row a token or position. */
    EMBEDDING,
    /** The factor of a layer normalisation, initially 1. */
    GAIN,
    /** The offset of a layer normalisation, initially 0. */
    SHIFT
  }

  public Layout {
    blocks = List.copyOf(blocks);
  }

  /** Number of entries of θ. */
  public int size() {
    return blocks.stream().mapToInt(Block::size).sum();
  }

  /**
   * The block with this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Block block(String name) {
    return blocks.stream()
        .filter(b -> b.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no block '"
                        + name
                        + "'; there are "
                        + blocks.stream().map(Block::name).toList()));
  }

  /** Collects blocks in the order of storage. */
  static final class Builder {
    private final List<Block> blocks = new ArrayList<>();
    private int next;

    Builder add(String name, int rows, int columns, int fanIn, Role role) {
      blocks.add(new Block(name, next, rows, columns, fanIn, role));
      next = Math.addExact(next, Math.multiplyExact(rows, columns));
      return this;
    }

    Builder weight(String name, int inputs, int outputs) {
      return add(name, inputs, outputs, inputs, Role.WEIGHT);
    }

    /** A weight matrix and, if asked, the bias of its outputs. */
    Builder linear(String name, int inputs, int outputs, boolean bias) {
      weight(name, inputs, outputs);
      return bias ? add(name + ".bias", 1, outputs, inputs, Role.BIAS) : this;
    }

    Builder embedding(String name, int rows, int width) {
      return add(name, rows, width, width, Role.EMBEDDING);
    }

    Builder norm(String name, int width) {
      add(name + ".gain", 1, width, width, Role.GAIN);
      return add(name + ".shift", 1, width, width, Role.SHIFT);
    }

    Layout build() {
      return new Layout(blocks);
    }
  }
}
