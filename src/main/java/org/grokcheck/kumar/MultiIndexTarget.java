package org.grokcheck.kumar;

import java.util.List;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalMatrix;
import org.grokcheck.math.exact.RationalVector;

/**
 * A target of several directions, y = ½ Σ (β_k·x)² (claim {@code kumar.sec15.1.targets}). Sec. 15.1
 * prints Σ β_k·x, which is the one linear form (Σ β_k)·x.
 *
 * @param directions β_1, ..., β_k in R^D, at least one
 */
public record MultiIndexTarget(List<RationalVector> directions) {
  /**
   * Checks the shapes.
   *
   * @throws IllegalArgumentException if there is no direction, or their sizes differ
   */
  public MultiIndexTarget {
    directions = List.copyOf(directions);
    Require.atLeast("number of directions", directions.size(), 1);
    for (RationalVector beta : directions) {
      Require.sameSize("beta_k", beta.size(), "beta_1", directions.get(0).size());
    }
  }

  /** Returns y(x). */
  public Rational at(RationalVector x) {
    return RationalVector.sum(
        directions.size(), k -> CommitteeMachine.target(directions.get(k), x));
  }

  /**
   * Returns ⟨∇y ∇yᵀ⟩ = B²/D over x ~ N(0, I/D) with B = Σ β_kβ_kᵀ: its rank is the number of
   * independent directions on which y depends.
   */
  public RationalMatrix gradientCovariance() {
    int d = directions.get(0).size();
    RationalMatrix sum = RationalMatrix.zero(d, d);
    for (RationalVector beta : directions) {
      sum = sum.plus(beta.outer(beta));
    }
    return sum.times(sum).times(Rational.of(1, d));
  }
}
