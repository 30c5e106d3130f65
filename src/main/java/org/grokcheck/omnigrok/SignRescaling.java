package org.grokcheck.omnigrok;

import java.util.Comparator;
import java.util.List;
import org.grokcheck.math.Real;

/**
 * Where steps along the sign of the gradient, each followed by a rescaling to the norm r, come to
 * rest for l = |W − a|²/2: not at the nearest point of the sphere but at that of the cube |W_i| ≤ τ
 * whose minimiser has the norm r, W_i = sign(a_i) min(|a_i|, τ) (claim {@code
 * omnigrok.ext.adam-rescale}; the small-step limit of Adam + rescale).
 *
 * @param target a
 * @param norm r, 0 &lt; r ≤ |a|
 */
public record SignRescaling(List<Real> target, Real norm) {
  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if r isn't positive or above |a|
   */
  public SignRescaling {
    Require.positive("r", norm);
    Require.atLeast("|a|^2", sumOfSquares(target), "r^2", norm.square());
    target = List.copyOf(target);
  }

  /**
   * Returns τ, by filling up: the largest of the levels √((r² − the squares of the k smallest
   * components)/(P − k)), which rise with k while components are below them and fall from there.
   */
  public Real bound() {
    List<Real> sizes = target.stream().map(Real::abs).sorted(Comparator.naturalOrder()).toList();
    Real left = norm.square();
    Real bound = Real.ZERO;
    for (int k = 0; k < sizes.size(); k++) {
      bound = bound.max(left.max(Real.ZERO).over(sizes.size() - k).sqrt());
      left = left.minus(sizes.get(k).square());
    }
    return bound;
  }

  /** Returns the point of rest. */
  public List<Real> weights() {
    Real bound = bound();
    return target.stream().map(a -> a.max(bound.negate()).min(bound)).toList();
  }

  /** Returns |W − a|²/2 there. */
  public Real loss() {
    Real bound = bound();
    return sumOfSquares(target.stream().map(a -> a.abs().minus(bound).max(Real.ZERO)).toList())
        .over(2);
  }

  /** Returns (|a| − r)²/2, the least loss on the sphere. */
  public Real leastLoss() {
    return length().minus(norm).square().over(2);
  }

  /** Returns the loss above the least one. */
  public Real excess() {
    return loss().minus(leastLoss());
  }

  /** Returns r(|a| − Σ|a_i|/√P), the excess where every component is clipped. */
  public Real fullyClippedExcess() {
    Real sum = target.stream().map(Real::abs).reduce(Real.ZERO, Real::plus);
    return norm.times(length().minus(sum.over(Real.of(target.size()).sqrt())));
  }

  private Real length() {
    return sumOfSquares(target).sqrt();
  }

  private static Real sumOfSquares(List<Real> components) {
    return components.stream().map(Real::square).reduce(Real.ZERO, Real::plus);
  }
}
