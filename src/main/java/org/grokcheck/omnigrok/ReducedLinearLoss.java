package org.grokcheck.omnigrok;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.grokcheck.math.Real;

/**
 * Training loss of linear regression reduced to the norm r, without its constant |y|²/(2n): the
 * minimum of W·SW/2 − b·W on |W| = r is at W = (S + μ)⁻¹b with |W| = r (the secular equation; claim
 * {@code omnigrok.ext.linear-reduced}). μ &gt; 0 inside the unconstrained minimum, μ &lt; 0 beyond
 * it.
 *
 * @param eigenvalues s_i ≥ 0 of S, in whose axes b is given
 * @param slope b, not 0
 * @param norm r &gt; 0
 */
public record ReducedLinearLoss(List<Real> eigenvalues, List<Real> slope, Real norm) {
  private static final int HALVINGS = 60;
  private static final int NEWTON_STEPS = 12;

  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if sizes differ, a number is out of its range, or r is beyond
   *     the largest norm of the form (S + μ)⁻¹b with μ &gt; −s_min, which happens where b has no
   *     component along the smallest eigenvalue
   */
  public ReducedLinearLoss {
    Require.sameSize("b", slope.size(), "eigenvalues", eigenvalues.size());
    eigenvalues.forEach(s -> Require.notNegative("eigenvalues", s));
    Require.positive("|b|", slope.stream().map(Real::abs).reduce(Real.ZERO, Real::plus));
    Require.positive("r", norm);
    Require.atLeast("largest norm of (S + mu)^-1 b", limit(eigenvalues, slope, norm), "r", norm);
    eigenvalues = List.copyOf(eigenvalues);
    slope = List.copyOf(slope);
  }

  /** The limit of |W| as μ falls to −s_min; r or more where it is infinite. */
  private static Real limit(List<Real> eigenvalues, List<Real> slope, Real norm) {
    Real least = least(eigenvalues);
    Real square = Real.ZERO;
    for (int i = 0; i < slope.size(); i++) {
      Real gap = eigenvalues.get(i).minus(least);
      if (gap.signum() > 0) {
        square = square.plus(slope.get(i).over(gap).square());
      } else if (slope.get(i).signum() != 0) {
        return norm;
      }
    }
    return square.sqrt();
  }

  private static Real least(List<Real> eigenvalues) {
    return eigenvalues.stream().reduce(Real::min).orElseThrow();
  }

  /** Returns μ, the one root of |W(μ)| = r above −s_min. */
  public Real multiplier() {
    Real least = least(eigenvalues);
    Real low = alongLeast().over(norm);
    Real high = length().over(norm);
    // In ν = μ + s_min, |b₀|/r ≤ ν ≤ |b|/r with b₀ the part of b along s_min, and |W| falls; 1/|W|
    // is concave and nearly straight, so that Newton's method from below can't leave this range.
    for (int k = 0; k < HALVINGS; k++) {
      Real middle = low.signum() == 0 ? high.over(2) : low.times(high).sqrt();
      if (squaredNorm(middle.minus(least)).compareTo(norm.square()) > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    Real shifted = low;
    for (int k = 0; k < NEWTON_STEPS; k++) {
      shifted = shifted.minus(correction(shifted.minus(least)));
    }
    return shifted.minus(least);
  }

  /** Newton's step for 1/|W| = 1/r. */
  private Real correction(Real mu) {
    Real square = squaredNorm(mu);
    Real cubes =
        sum(
            slope.size(),
            i ->
                slope.get(i).signum() == 0
                    ? Real.ZERO
                    : weight(i, mu).square().over(eigenvalues.get(i).plus(mu)));
    Real length = square.sqrt();
    return norm.minus(length).over(norm).times(square).over(cubes);
  }

  private Real squaredNorm(Real mu) {
    return sum(slope.size(), i -> weight(i, mu).square());
  }

  private Real weight(int i, Real mu) {
    return slope.get(i).signum() == 0 ? Real.ZERO : slope.get(i).over(eigenvalues.get(i).plus(mu));
  }

  /** Returns W = (S + μ)⁻¹b. */
  public List<Real> weights() {
    Real mu = multiplier();
    return IntStream.range(0, slope.size()).mapToObj(i -> weight(i, mu)).toList();
  }

  /** Returns W·SW/2 − b·W. */
  public Real loss() {
    List<Real> w = weights();
    return sum(
        w.size(),
        i ->
            eigenvalues
                .get(i)
                .times(w.get(i).square())
                .over(2)
                .minus(slope.get(i).times(w.get(i))));
  }

  /** Returns d l̃/dr = −μr. */
  public Real derivative() {
    return multiplier().times(norm).negate();
  }

  /** |b₀|, b₀ the part of b along the smallest eigenvalue. */
  private Real alongLeast() {
    Real least = least(eigenvalues);
    return sum(
            slope.size(), i -> eigenvalues.get(i).equals(least) ? slope.get(i).square() : Real.ZERO)
        .sqrt();
  }

  private Real length() {
    return sum(slope.size(), i -> slope.get(i).square()).sqrt();
  }

  private static Real sum(int count, IntFunction<Real> term) {
    return IntStream.range(0, count).mapToObj(term).reduce(Real.ZERO, Real::plus);
  }
}
