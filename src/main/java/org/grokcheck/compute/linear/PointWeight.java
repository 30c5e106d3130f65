package org.grokcheck.compute.linear;

/** The weight of a point, given its margin: the derivative of a loss, say. */
@FunctionalInterface
public interface PointWeight {
  /**
   * Returns aᵢ.
   *
   * @param point i, from 0
   * @param margin zᵢ = xᵢ·s
   */
  double at(int point, double margin);
}
