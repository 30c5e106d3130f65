package org.grokcheck.dynamics.margin;

import java.util.Optional;
import org.grokcheck.compute.linear.DataMatrix;

/**
 * The minimum of f(S) = log (1/N) Σ e^(−xᵢ·S), the logarithm of the exponential loss without bias
 * ({@code beck.eq8}, {@code beck.eq23}; the paper's S has the other sign).
 *
 * <p>Arrays in a result are its own: don't change them.
 */
public sealed interface LossMinimum {
  /**
   * The minimum is attained.
   *
   * @param minimiser S, near S_∞; length d, in units of 1/x
   * @param logMean f(S)
   * @param weights pᵢ = e^(−xᵢ·S)/Σ e^(−x·S), of sum 1 ({@code beck.eq24})
   * @param unique whether the points span the space. Where they don't, S_∞ is that minimiser which
   *     vanishes in the same components as S; others differ from it by vectors normal to all points
   * @param certificate how near S and f(S) are to the minimum
   */
  record Attained(
      double[] minimiser, double logMean, double[] weights, boolean unique, Certificate certificate)
      implements LossMinimum {}

  /**
   * What is proved of an {@link Attained} minimum, rounding included.
   *
   * <p>Let R = max ‖xᵢ‖, g = Σ pᵢxᵢ and μ the least eigenvalue of Σ pᵢxᵢxᵢᵀ. Along a unit vector
   * the loss has second derivative at least μe^(−Rs) times its value at S, so R‖g‖ &lt; μ gives ‖S
   * − S_∞‖ ≤ −log(1 − R‖g‖/μ)/R (after F. Bach, Electron. J. Stat. 4, 2010).
   *
   * @param gradientNorm upper bound of ‖g‖, in units of x
   * @param decrement Newton's decrement √(gᵀ(Σ pᵢxᵢxᵢᵀ)⁻¹g) as computed
   * @param leastEigenvalue lower bound of μ, in units of x²; positive
   * @param distance upper bound of ‖S − S_∞‖, in units of 1/x
   * @param logMeanError upper bound of |logMean − f(S_∞)|
   */
  record Certificate(
      double gradientNorm,
      double decrement,
      double leastEigenvalue,
      double distance,
      double logMeanError) {}

  /**
   * There is no minimum: f falls forever along a direction, to −∞ for separable points and to a
   * finite value where the origin is on the boundary: the points outside the face no longer count,
   * those of the face have a minimum of their own.
   *
   * @param reason {@link Separability.Separable} or {@link Separability.OnBoundary}, with the
   *     direction
   * @param logInfimum the infimum of f: −∞, or log (1/N) min Σ e^(−xᵢ·S) over the face, computed
   *     like {@link Attained#logMean}; NaN where Newton's method doesn't find it
   */
  record AtInfinity(Separability reason, double logInfimum) implements LossMinimum {}

  /**
   * Nothing is proved.
   *
   * @param reason why not
   */
  record Unresolved(String reason) implements LossMinimum {}

  /**
   * Finds the minimum by Newton's method.
   *
   * <p>The proof needs one matrix Σ pᵢxᵢxᵢᵀ, Nd² operations, and two or three factorisations, d³/3
   * each; the descent before it takes passes over the data, some hundreds near the edge of
   * separability.
   *
   * @param x the points
   */
  static LossMinimum of(DataMatrix x) {
    return new MinimumSearch(x).find();
  }

  /**
   * Says how far a given S is from the minimum, such as where training has come to; empty where it
   * is too far for a proof (R‖g‖ ≥ μ/2), or where the points don't span the space.
   *
   * @param x the points
   * @param s S, length d
   */
  static Optional<Attained> judge(DataMatrix x, double[] s) {
    return new MinimumSearch(x).judge(s);
  }
}
