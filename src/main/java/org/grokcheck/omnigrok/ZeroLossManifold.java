package org.grokcheck.omnigrok;

import org.grokcheck.math.exact.Elimination;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalMatrix;
import org.grokcheck.math.exact.RationalVector;

/**
 * Weight decay along the manifold f = y of interpolating weights, as γ → 0 (claim {@code
 * omnigrok.ext.ntk-decay}): the norm falls as d ln w/dt = −γ cos²φ, where φ is the angle of W with
 * the tangent space.
 *
 * @param jacobian J of the outputs on the training set, a row an output
 * @param weights W, not 0
 */
public record ZeroLossManifold(RationalMatrix jacobian, RationalVector weights) {
  /**
   * Checks the sizes.
   *
   * @throws IllegalArgumentException if J has other columns than W, or W is 0
   */
  public ZeroLossManifold {
    Require.sameSize("W", weights.size(), "a row of J", jacobian.width());
    if (weights.normSquared().signum() == 0) {
      throw new IllegalArgumentException("W: need weights other than 0");
    }
  }

  /**
   * Returns cos²φ = 1 − (JW)^T K⁻¹ (JW)/w², K = JJ^T; rows that depend on others change nothing.
   */
  public Rational cosineSquared() {
    return withOutputs(jacobian.times(weights));
  }

  /**
   * Returns 1 − L² y^T K⁻¹ y/w², the same for a network that is homogeneous of degree L, since then
   * JW = Ly.
   *
   * @param degree L
   * @param labels y
   * @throws IllegalArgumentException if K is singular and the labels aren't in its range
   */
  public Rational cosineSquared(int degree, RationalVector labels) {
    return withOutputs(labels.times(Rational.of(degree)));
  }

  private Rational withOutputs(RationalVector outputs) {
    RationalMatrix kernel = jacobian.times(jacobian.transpose());
    RationalVector solution =
        Elimination.solve(kernel, outputs)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "J: need rows that are linearly independent, or labels that depend as they"
                            + " do; drop duplicate inputs"));
    return Rational.ONE.minus(outputs.dot(solution).over(weights.normSquared()));
  }
}
