package org.grokcheck.notsawo.curvature;

import org.grokcheck.compute.Layout;
import org.grokcheck.compute.Layout.Block;
import org.grokcheck.compute.Layout.Role;

/**
 * Directions with the norms of the parameters, filter by filter (App. G.1, claims {@code
 * notsawo.appg1.filter_w} and {@code notsawo.appg1.filter_b}). A filter is what produces one output
 * of a layer: a column of a weight matrix that acts as x ↦ xW, a row of an embedding, one entry of
 * a bias, gain or shift.
 */
public final class FilterNormalization {
  private FilterNormalization() {}

  /**
   * w_k(δ) |w_k(θ)|/|w_k(δ)| in every filter k; 0 where δ has nothing there.
   *
   * @throws IllegalArgumentException if a length differs from that of the layout
   */
  public static double[] of(Layout layout, double[] theta, double[] direction) {
    if (theta.length != layout.size() || direction.length != layout.size()) {
      throw new IllegalArgumentException(
          "theta, direction: need %d entries, got %d and %d"
              .formatted(layout.size(), theta.length, direction.length));
    }
    double[] normalised = new double[direction.length];
    for (Block block : layout.blocks()) {
      boolean single = block.isVector();
      boolean rows = block.role() == Role.EMBEDDING;
      int filters = single ? block.size() : rows ? block.rows() : block.columns();
      int length = single ? 1 : rows ? block.columns() : block.rows();
      for (int k = 0; k < filters; k++) {
        int first = block.offset() + (rows ? k * length : k);
        int stride = single || rows ? 1 : block.columns();
        double factor = norm(theta, first, stride, length) / norm(direction, first, stride, length);
        for (int i = 0; i < length; i++) {
          int at = first + i * stride;
          normalised[at] = direction[at] == 0 ? 0 : direction[at] * factor;
        }
      }
    }
    return normalised;
  }

  private static double norm(double[] x, int first, int stride, int length) {
    double sum = 0;
    for (int i = 0; i < length; i++) {
      double entry = x[first + i * stride];
      sum += entry * entry;
    }
    return StrictMath.sqrt(sum);
  }
}
