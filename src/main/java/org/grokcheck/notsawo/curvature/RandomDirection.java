package org.grokcheck.notsawo.curvature;

import java.util.List;
import org.grokcheck.math.exact.Rational;

/**
 * The curvature δᵀHδ along a direction δ that is uniform on the unit sphere (claim {@code
 * notsawo.ext.random_direction}): mean tr H/d, variance 2(tr H²/d − (tr H/d)²)/(d + 2).
 *
 * @param dimension d
 * @param mean tr H/d
 * @param meanSquare tr H²/d
 */
public record RandomDirection(long dimension, Rational mean, Rational meanSquare) {

  /**
   * For a Hessian with given eigenvalues.
   *
   * @param eigenvalues distinct or not
   * @param counts how often each is there, positive, as many
   * @throws IllegalArgumentException if sizes differ, or a count isn't positive
   */
  public static RandomDirection of(List<Rational> eigenvalues, List<Long> counts) {
    if (eigenvalues.isEmpty() || eigenvalues.size() != counts.size()) {
      throw new IllegalArgumentException(
          "spectrum: need as many counts as values, at least one, got %d and %d"
              .formatted(counts.size(), eigenvalues.size()));
    }
    long dimension = 0;
    Rational trace = Rational.ZERO;
    Rational square = Rational.ZERO;
    for (int i = 0; i < counts.size(); i++) {
      long count = counts.get(i);
      if (count < 1) {
        throw new IllegalArgumentException("spectrum_counts: need at least 1, got " + count);
      }
      dimension += count;
      trace = trace.plus(eigenvalues.get(i).times(count));
      square = square.plus(eigenvalues.get(i).square().times(count));
    }
    return new RandomDirection(dimension, trace.over(dimension), square.over(dimension));
  }

  /** 2(tr H²/d − (tr H/d)²)/(d + 2). */
  public Rational variance() {
    return meanSquare.minus(mean.square()).times(2).over(dimension + 2);
  }
}
