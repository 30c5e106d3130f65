package org.grokcheck.dynamics.margin;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.grokcheck.compute.linear.CholeskyFactor;
import org.grokcheck.compute.linear.DataMatrix;
import org.grokcheck.compute.linear.Vectors;

/**
 * The primal-dual active set method for the hard-margin problem: solve X_F X_Fᵀ a = 1 on a guessed
 * support F, then put into F the points with margin below 1 and take out those with a negative
 * multiplier, all at once as long as their number falls and one by one otherwise (K. G. Murty; J.
 * J. Júdice, F. M. Pires, Comput. Oper. Res. 21, 1994).
 */
final class ActiveSet {
  private static final int MOST_ROUNDS = 60;
  private static final int PATIENCE = 3;
  private static final double FEASIBLE = 1e-12;
  private static final int REFINEMENTS = 3;

  /** Makes the matrix of points that depend on one another factorable; refinement undoes it. */
  private static final double RIDGE = 1e-13;

  private final DataMatrix x;
  private final boolean[] support;
  private final double[] multipliers;
  private final double[] margins;

  /**
   * Starts from a guess.
   *
   * @param guess F as true
   */
  ActiveSet(DataMatrix x, boolean[] guess) {
    this.x = x;
    support = guess.clone();
    multipliers = new double[x.rows()];
    margins = new double[x.rows()];
  }

  /** The multipliers, once no point is on the wrong side. */
  Optional<double[]> solve() {
    int least = Integer.MAX_VALUE;
    int patience = PATIENCE;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      if (!solveOnSupport()) {
        return Optional.empty();
      }
      int[] wrong = wrong();
      if (wrong.length == 0) {
        return Optional.of(multipliers);
      }
      boolean fewer = wrong.length < least;
      patience = fewer ? PATIENCE : patience - 1;
      least = Math.min(least, wrong.length);
      if (patience >= 0) {
        Arrays.stream(wrong).forEach(this::flip);
      } else {
        flip(wrong[wrong.length - 1]);
      }
    }
    return Optional.empty();
  }

  private void flip(int i) {
    support[i] = !support[i];
  }

  private int[] wrong() {
    double most = Vectors.largest(multipliers);
    return IntStream.range(0, support.length)
        .filter(i -> support[i] ? multipliers[i] < -1e-14 * most : margins[i] < 1 - FEASIBLE)
        .toArray();
  }

  private boolean solveOnSupport() {
    int[] rows = IntStream.range(0, support.length).filter(i -> support[i]).toArray();
    if (rows.length == 0 || rows.length > x.columns()) {
      return false;
    }
    double[] gram = x.gramOf(rows);
    Optional<CholeskyFactor> factor = CholeskyFactor.of(ridged(gram, rows.length), rows.length);
    if (factor.isEmpty()) {
      return false;
    }
    Arrays.fill(multipliers, 0);
    double[] w = new double[x.columns()];
    Arrays.fill(margins, 0);
    for (int k = 0; k <= REFINEMENTS; k++) {
      double[] missing = Arrays.stream(rows).mapToDouble(i -> 1 - margins[i]).toArray();
      double[] correction = factor.get().solve(missing);
      for (int p = 0; p < rows.length; p++) {
        multipliers[rows[p]] += correction[p];
      }
      x.transposeTimes(multipliers, w);
      x.times(w, margins);
    }
    return true;
  }

  private static double[] ridged(double[] gram, int k) {
    double[] copy = gram.clone();
    for (int p = 0; p < k; p++) {
      copy[p * k + p] *= 1 + RIDGE;
    }
    return copy;
  }
}
