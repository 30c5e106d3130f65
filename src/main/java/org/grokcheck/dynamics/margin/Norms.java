package org.grokcheck.dynamics.margin;

import org.grokcheck.compute.linear.Vectors;

/** Norms of vectors of any scale. */
final class Norms {
  private Norms() {}

  /** ‖v‖ without overflow or underflow on the way. */
  static double euclidean(double[] v) {
    double most = Vectors.largest(v);
    if (most == 0) {
      return 0;
    }
    int exponent = Math.getExponent(most);
    double sum = 0;
    for (double component : v) {
      double scaled = Math.scalb(component, -exponent);
      sum += scaled * scaled;
    }
    return Math.scalb(Math.sqrt(sum), exponent);
  }
}
