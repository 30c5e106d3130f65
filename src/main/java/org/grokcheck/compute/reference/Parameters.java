package org.grokcheck.compute.reference;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.ejml.data.DMatrixRMaj;
import org.grokcheck.compute.Layout;
import org.grokcheck.compute.Layout.Block;

/** θ + ε v as the named matrices of a layout, on a tape. */
final class Parameters {
  private final Tape tape;
  private final Layout layout;
  private final Map<String, Variable> blocks = new LinkedHashMap<>();

  Parameters(Tape tape, Layout layout, double[] theta, double[] direction) {
    this.tape = tape;
    this.layout = layout;
    for (Block block : layout.blocks()) {
      Dual value = new Dual(matrix(block, theta), matrix(block, direction));
      blocks.put(block.name(), tape.variable(value));
    }
  }

  private static DMatrixRMaj matrix(Block block, double[] flat) {
    DMatrixRMaj matrix = new DMatrixRMaj(block.rows(), block.columns());
    System.arraycopy(flat, block.offset(), matrix.data, 0, block.size());
    return matrix;
  }

  Tape tape() {
    return tape;
  }

  Variable get(String name) {
    return Objects.requireNonNull(blocks.get(name), name);
  }

  /** x W, plus b in every row where the layer has a bias. */
  Variable linear(Variable x, String name) {
    return withBias(x.times(get(name)), name);
  }

  /** x + b in every row where the layer has a bias. */
  Variable withBias(Variable x, String name) {
    return blocks.containsKey(name + ".bias")
        ? x.plus(get(name + ".bias").repeated(x.value().rows()))
        : x;
  }

  /** Adds the adjoints: values to one flat vector, tangents to another. */
  void addAdjoints(double[] values, double[] tangents) {
    for (Block block : layout.blocks()) {
      Dual adjoint = get(block.name()).adjoint();
      for (int i = 0; i < block.size(); i++) {
        values[block.offset() + i] += adjoint.value().data[i];
        tangents[block.offset() + i] += adjoint.tangent().data[i];
      }
    }
  }
}
