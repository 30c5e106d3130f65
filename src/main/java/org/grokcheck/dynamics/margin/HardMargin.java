package org.grokcheck.dynamics.margin;

import java.util.Optional;
import org.grokcheck.compute.linear.DataMatrix;
import org.grokcheck.compute.linear.WithConstant;

/**
 * The hard-margin solution through the origin, w = argmin{‖w‖ : xᵢ·w ≥ 1 for all i} ({@code
 * beck.eq11}, where S* = −w).
 *
 * <p>Arrays are the result's own: don't change them.
 *
 * @param weight w, length d, in units of 1/x
 * @param multipliers a ≥ 0 with w = Σ aᵢxᵢ, length N, in units of 1/x²; not unique where more than
 *     d points have margin 1
 * @param residuals how well w and a satisfy the conditions of optimality
 * @param marginBelow min xᵢ·w/‖w‖, a lower bound of the largest margin M, in units of x; proved,
 *     rounding included
 * @param marginAbove ‖Σ aᵢxᵢ‖/Σ aᵢ, the length of a vector of the convex hull and an upper bound of
 *     M; proved, rounding included
 */
public record HardMargin(
    double[] weight,
    double[] multipliers,
    Residuals residuals,
    double marginBelow,
    double marginAbove) {

  /**
   * Conditions of optimality, none with a unit; all 0 at the exact solution.
   *
   * @param primal max(0, 1 − min xᵢ·w)
   * @param stationarity ‖w − Σ aᵢxᵢ‖/‖w‖
   * @param complementarity max aᵢ|xᵢ·w − 1|/Σ aᵢ
   * @param gap |‖w‖² − Σ aᵢ|/‖w‖²
   */
  public record Residuals(double primal, double stationarity, double complementarity, double gap) {
    /** Returns the largest. */
    public double largest() {
      return Math.max(Math.max(primal, stationarity), Math.max(complementarity, gap));
    }
  }

  /** Returns M = 1/‖w‖, the distance of the origin from the convex hull, in units of x. */
  public double margin() {
    return 1 / norm();
  }

  /** Returns ‖w‖, in units of 1/x. */
  public double norm() {
    return Norms.euclidean(weight);
  }

  /** Returns the number of positive multipliers. */
  public int supportSize() {
    int count = 0;
    for (double a : multipliers) {
      count += a > 0 ? 1 : 0;
    }
    return count;
  }

  /**
   * Finds the solution; empty where no direction with positive margins is found. Margins down to
   * 10⁻¹⁴ of the size of the points are, the thinnest with fewer digits, which {@link #residuals}
   * and the two bounds tell.
   *
   * @param x the points
   */
  public static Optional<HardMargin> of(DataMatrix x) {
    return new HardMarginSearch(x).find();
  }

  /**
   * Finds the solution for the points (xᵢ, 1), whose last weight is a bias, penalised like the
   * others ({@code beck.eq7}; the paper's w_SVM is minus this weight). It exists for any data,
   * because the bias alone separates.
   *
   * @param x the points, d components each
   */
  public static HardMargin extended(DataMatrix x) {
    return of(WithConstant.of(x))
        .orElseThrow(
            () ->
                new ArithmeticException(
                    "x: the extended hard-margin problem has a solution, but it wasn't found;"
                        + " points of length near 1 help"));
  }
}
