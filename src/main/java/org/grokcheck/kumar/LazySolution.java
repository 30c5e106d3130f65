package org.grokcheck.kumar;

import org.grokcheck.math.exact.Elimination;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalMatrix;
import org.grokcheck.math.exact.RationalVector;

/**
 * Where gradient descent on the mean squared error ends for the model linearised at w₀ (claims
 * {@code kumar.sec1.lazy-minimiser}, {@code kumar.eq9}): f₀(x) + k(x)ᵀK⁺(y − f₀), with |w − w₀|² =
 * (y − f₀)ᵀK₂⁺(y − f₀). For the centred model f₀ is 0.
 *
 * @param start the network at w₀
 * @param samples X, a row in R^D for each of the P samples
 * @param targets y in R^P; y − f₀ must lie in the range of K
 */
public record LazySolution(CommitteeMachine start, RationalMatrix samples, RationalVector targets) {

  /** Returns f₀(x) + k(x)ᵀK⁺(y − f₀). */
  public Rational predict(RationalVector x) {
    return start.output(x).plus(regressed(residuals(), x));
  }

  /** Returns k(x)ᵀK⁺z: the kernel regression of any labels z at x. */
  public Rational regressed(RationalVector labels, RationalVector x) {
    RationalVector dual = dual(labels);
    return RationalVector.sum(
        labels.size(), i -> dual.get(i).times(start.kernel(x, samples.row(i))));
  }

  /** Returns |w − w₀|² at the end. */
  public Rational displacementSquared() {
    return displacementSquared(residuals());
  }

  /** Returns zᵀK₂⁺z, which is |w − w₀|² of the centred model with labels z. */
  public Rational displacementSquared(RationalVector labels) {
    return labels.dot(dual(labels));
  }

  private RationalVector residuals() {
    return RationalVector.of(
        targets.size(), i -> targets.get(i).minus(start.output(samples.row(i))));
  }

  private RationalVector dual(RationalVector labels) {
    int count = samples.height();
    RationalMatrix gram =
        RationalMatrix.of(count, count, (i, j) -> start.kernel(samples.row(i), samples.row(j)));
    return Elimination.solve(gram, labels)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "y (targets): the linear model can't fit them at these samples; take fewer"
                        + " samples or more neurons"));
  }
}
