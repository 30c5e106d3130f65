package org.grokcheck.compute.reference;

import org.grokcheck.compute.Layout;
import org.grokcheck.compute.Layout.Block;

/** Checks that vectors have their length and hold finite numbers, naming what and where. */
final class Finite {
  private Finite() {}

  /** A vector given by the caller. */
  static void requireVector(String name, double[] vector, Layout layout) {
    if (vector.length != layout.size()) {
      throw new IllegalArgumentException(
          "%s has %d entries; the network has %d parameters"
              .formatted(name, vector.length, layout.size()));
    }
    requireFinite(name, vector, layout, "; all entries must be finite");
  }

  /** A vector that was computed. */
  static double[] requireResult(String name, double[] vector, Layout layout) {
    requireFinite(name, vector, layout, ": the parameters are too large for double precision");
    return vector;
  }

  /** A number of one sample that was computed. */
  static double requireResult(String name, int sample, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "%s of sample %d is %s: the parameters are too large for double precision"
              .formatted(name, sample, value));
    }
    return value;
  }

  private static void requireFinite(String name, double[] vector, Layout layout, String advice) {
    for (int i = 0; i < vector.length; i++) {
      if (!Double.isFinite(vector[i])) {
        throw new IllegalArgumentException(
            "%s[%d] = %s (%s)%s".formatted(name, i, vector[i], place(layout, i), advice));
      }
    }
  }

  private static String place(Layout layout, int index) {
    Block block =
        layout.blocks().stream()
            .filter(b -> index < b.offset() + b.size())
            .findFirst()
            .orElseThrow();
    int within = index - block.offset();
    return "block %s, row %d, column %d"
        .formatted(block.name(), within / block.columns(), within % block.columns());
  }
}
