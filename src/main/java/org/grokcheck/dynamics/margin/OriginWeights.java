package org.grokcheck.dynamics.margin;

import java.util.Optional;
import org.grokcheck.compute.linear.CholeskyFactor;
import org.grokcheck.compute.linear.DataMatrix;
import org.grokcheck.compute.linear.EigenvalueBound;
import org.grokcheck.compute.linear.Vectors;

/**
 * Proves that positive weights represent the origin, from floating-point weights that nearly do.
 *
 * <p>Let D = diag(aᵢ) with aᵢ &gt; 0, r = Xᵀα, and μ &gt; 0 a lower bound of the least eigenvalue
 * of XᵀDX. Then α* = α − DX(XᵀDX)⁻¹r has Xᵀα* = 0 exactly, and |α*ᵢ − αᵢ| ≤ aᵢ‖xᵢ‖‖r‖/μ. So α* &gt;
 * 0 if that is below αᵢ for all i, and the points span the space.
 *
 * @param weights α
 * @param relativeError proved bound of |α*ᵢ/αᵢ − 1|, below 1
 * @param residual upper bound of ‖r‖
 * @param leastEigenvalue μ, with D = diag α up to a factor near 1
 */
record OriginWeights(
    double[] weights, double relativeError, double residual, double leastEigenvalue) {
  private static final int PROJECTIONS = 2;
  private static final double UNIT_ROUNDOFF = 0x1p-53;

  /**
   * Projects weights on those that represent the origin, and proves the result.
   *
   * @param x points of order 1
   * @param radius upper bound of max ‖xᵢ‖
   * @param a positive weights
   */
  static Optional<OriginWeights> prove(DataMatrix x, double radius, double[] a) {
    if (!(Vectors.least(a) > 0)) {
      return Optional.empty();
    }
    int d = x.columns();
    double[] gram = new double[d * d];
    x.weightedGram(a, gram);
    Optional<CholeskyFactor> factor = CholeskyFactor.of(gram.clone(), d);
    if (factor.isEmpty()) {
      return Optional.empty();
    }
    double[] alpha = a.clone();
    for (int k = 0; k < PROJECTIONS; k++) {
      project(x, a, factor.get(), alpha);
      if (!(Vectors.least(alpha) > 0)) {
        return Optional.empty();
      }
    }
    double bound = EigenvalueBound.below(gram, d, gramError(x, gram));
    return bound > 0 ? proved(x, radius, a, alpha, bound) : Optional.empty();
  }

  private static void project(DataMatrix x, double[] a, CholeskyFactor factor, double[] alpha) {
    double[] r = new double[x.columns()];
    double[] z = new double[x.rows()];
    x.transposeTimes(alpha, r);
    x.times(factor.solve(r), z);
    for (int i = 0; i < z.length; i++) {
      alpha[i] -= a[i] * z[i];
    }
  }

  private static Optional<OriginWeights> proved(
      DataMatrix x, double radius, double[] a, double[] alpha, double bound) {
    double residual = BoundedProducts.combination(x, alpha).normBound();
    double ratio = 0;
    for (int i = 0; i < a.length; i++) {
      ratio = Math.max(ratio, a[i] / alpha[i]);
    }
    // Four operations, each rounded.
    double error = ratio * radius * residual / bound * (1 + 8 * UNIT_ROUNDOFF);
    return error < 1
        ? Optional.of(new OriginWeights(alpha, error, residual, bound))
        : Optional.empty();
  }

  /**
   * Bound of the spectral norm of the rounding error of Σ aᵢxᵢxᵢᵀ, summed in any order: γ(N+3)
   * times the matrix of sizes, whose norm is at most its trace.
   */
  static double gramError(DataMatrix x, double[] gram) {
    int d = x.columns();
    double trace = 0;
    for (int j = 0; j < d; j++) {
      trace += gram[j * d + j];
    }
    double nu = (x.rows() + 3.0) * UNIT_ROUNDOFF;
    return 2 * nu / (1 - 2 * nu) * trace + (double) x.rows() * d * Double.MIN_NORMAL;
  }
}
