package org.grokcheck.compute.rounding;

/**
 * Values with radii: an evaluation at the precision that was asked for lies within the radius of
 * the exact value, and so does {@code values}, which was evaluated in double precision.
 *
 * @param values as evaluated here
 * @param radii what rounding can do; infinite where nothing can be said
 */
public record Enclosure(double[] values, double[] radii) {
  static Enclosure of(Node... nodes) {
    double[] values = new double[nodes.length];
    double[] radii = new double[nodes.length];
    for (int i = 0; i < nodes.length; i++) {
      values[i] = nodes[i].value;
      radii[i] = nodes[i].radius;
    }
    return new Enclosure(values, radii);
  }
}
