package org.grokcheck.dynamics.margin;

import org.grokcheck.compute.linear.DataMatrix;

/**
 * Whether some w has xᵢ·w &gt; 0 for all points ({@code beck.def.separable}), each answer with what
 * proves it.
 *
 * <p>By the theorems of Gordan and Stiemke exactly one of three holds: some w has all xᵢ·w &gt; 0;
 * or some weights αᵢ &gt; 0 have Σ αᵢxᵢ = 0; or neither, and the origin lies on the boundary of the
 * convex hull as seen from the span of the points. Arrays in a result are its own: don't change
 * them.
 */
public sealed interface Separability {
  /**
   * All xᵢ·w &gt; 0, checked exactly.
   *
   * @param direction w, length d, ‖w‖ near 1
   * @param margin lower bound of min xᵢ·w/‖w‖, positive, in the units of the points; the least
   *     positive double where it underflows. Not the largest margin, for which see {@link
   *     HardMargin}
   */
  record Separable(double[] direction, double margin) implements Separability {}

  /**
   * Weights α* &gt; 0 with Σ α*ᵢxᵢ = 0 exist: no direction has all xᵢ·w ≥ 0, except for those with
   * all xᵢ·w = 0. In the span of the points the origin is inside their hull, and the exponential
   * loss has a minimum.
   *
   * <p>Weights belong to the points 2^(−eᵢ)xᵢ, which leave separability as it is; all eᵢ are 0 for
   * data of ordinary scale.
   *
   * @param weights α, length N, the largest near 1
   * @param exponents e, length N
   * @param relativeError proved bound below 1: an exact α* has |α*ᵢ/αᵢ − 1| at most this for all i
   * @param residual upper bound of ‖Σ αᵢ2^(−eᵢ)xᵢ‖
   * @param spansSpace whether the points are known to span the space, so that the minimum is unique
   */
  record Inseparable(
      double[] weights, int[] exponents, double relativeError, double residual, boolean spansSpace)
      implements Separability {}

  /**
   * The origin is on the boundary of the hull (exact arithmetic): some w has all xᵢ·w ≥ 0, zero
   * just on a face, and positive weights of the points of the face represent the origin. The
   * exponential loss falls forever along w and has no minimum ({@code beck.eq25}).
   *
   * @param direction w, rounded to doubles, largest component 1
   * @param face the numbers of the points with xᵢ·w = 0, increasing
   * @param weights α, positive on the face and 0 elsewhere, relative error 2⁻⁵²; of the points
   *     2^(−eᵢ)xᵢ as above
   * @param exponents e, length N
   */
  record OnBoundary(double[] direction, int[] face, double[] weights, int[] exponents)
      implements Separability {}

  /**
   * Nothing is proved: the data are too close to the boundary for double precision and too large
   * for exact arithmetic (say 40 Gaussian points in 20 dimensions).
   *
   * @param reason what was tried
   * @param leastMargin the largest min xᵢ·w/(‖w‖ max‖xᵢ‖) found, not positive
   * @param residual the least ‖Σ αᵢxᵢ‖/(Σ αᵢ max‖xᵢ‖) found with α &gt; 0
   */
  record Undecided(String reason, double leastMargin, double residual) implements Separability {}

  /**
   * Decides, first by descent of the exponential loss, then by an interior-point method, and where
   * neither leads to a proof and the data are small, in exact arithmetic.
   *
   * @param x the points; rows may differ in scale by hundreds of orders of magnitude
   */
  static Separability decide(DataMatrix x) {
    return new SeparationDecision(x).decide();
  }
}
