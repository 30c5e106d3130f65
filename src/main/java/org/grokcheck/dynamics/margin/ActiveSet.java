package org.grokcheck.dynamics.margin;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.grokcheck.compute.linear.CholeskyFactor;
import org.grokcheck.compute.linear.DataMatrix;
import org.grokcheck.compute.linear.Vectors;

/**
 * Two ways from a guess of the support F to multipliers with X_F X_Fᵀa = 1 on it, a ≥ 0, and
 * margins of at least 1 elsewhere. Each round factors one matrix of order |F|.
 */
final class ActiveSet {
  private static final int PIVOT_ROUNDS = 12;
  private static final double FEASIBLE = 2e-13;
  private static final int REFINEMENTS = 3;

  /** Makes the matrix of points that depend on one another factorable; refinement undoes it. */
  private static final double RIDGE = 1e-13;

  private final DataMatrix x;
  private final boolean[] support;
  private final double[] multipliers;
  private final double[] margins;

  /**
   * Starts from multipliers that are positive on the guess.
   *
   * @param start length N; others than the d largest positive ones are dropped
   */
  ActiveSet(DataMatrix x, double[] start) {
    this.x = x;
    multipliers = new double[start.length];
    margins = new double[start.length];
    support = new boolean[start.length];
    IntStream.range(0, start.length)
        .filter(i -> start[i] > 0)
        .boxed()
        .sorted((i, j) -> Double.compare(start[j], start[i]))
        .limit(x.columns())
        .forEach(
            i -> {
              support[i] = true;
              multipliers[i] = start[i];
            });
  }

  /**
   * The primal-dual active set method: put all points with margin below 1 into F, take all those
   * with a negative multiplier out, as long as the number of such points falls. Few rounds, but may
   * cycle.
   */
  Optional<double[]> pivot() {
    int least = Integer.MAX_VALUE;
    int patience = 2;
    for (int round = 0; round < PIVOT_ROUNDS; round++) {
      double[] solution = onSupport();
      if (solution.length == 0) {
        return Optional.empty();
      }
      pull(solution);
      double most = Vectors.largest(solution);
      int[] wrong =
          IntStream.range(0, support.length)
              .filter(i -> support[i] ? solution[i] < -1e-14 * most : tooNear(i))
              .toArray();
      if (wrong.length == 0) {
        return Optional.of(solution);
      }
      patience = wrong.length < least ? 2 : patience - 1;
      least = Math.min(least, wrong.length);
      if (patience < 0) {
        return Optional.empty();
      }
      for (int i : wrong) {
        support[i] = !support[i];
      }
    }
    return Optional.empty();
  }

  /**
   * The method of C. L. Lawson and R. J. Hanson: the objective falls with each point that enters F,
   * so that the method ends. One point a round.
   *
   * @param rounds after which to give up
   */
  Optional<double[]> descend(int rounds) {
    int entered = -1;
    for (int round = 0; round < rounds; round++) {
      double[] solution = onSupport();
      if (solution.length == 0) {
        return Optional.empty();
      }
      if (!advance(solution)) {
        continue;
      }
      pull(multipliers);
      int nearest = nearest();
      if (nearest < 0 || !tooNear(nearest)) {
        return Optional.of(multipliers);
      }
      if (nearest == entered) {
        return Optional.empty();
      }
      entered = nearest;
      support[nearest] = true;
    }
    return Optional.empty();
  }

  /** Moves towards the solution on F; false where that meets the boundary, which shrinks F. */
  private boolean advance(double[] solution) {
    double length = 1;
    for (int i = 0; i < support.length; i++) {
      if (support[i] && solution[i] <= 0) {
        length = Math.min(length, multipliers[i] / (multipliers[i] - solution[i]));
      }
    }
    for (int i = 0; i < support.length; i++) {
      multipliers[i] += length * (solution[i] - multipliers[i]);
    }
    if (length == 1) {
      return true;
    }
    double most = Vectors.largest(multipliers);
    for (int i = 0; i < support.length; i++) {
      if (support[i] && solution[i] <= 0 && multipliers[i] <= 1e-15 * most) {
        support[i] = false;
        multipliers[i] = 0;
      }
    }
    return false;
  }

  private boolean tooNear(int i) {
    return margins[i] < 1 - FEASIBLE;
  }

  private int nearest() {
    return IntStream.range(0, support.length)
        .filter(i -> !support[i])
        .reduce(-1, (p, i) -> p < 0 || margins[i] < margins[p] ? i : p);
  }

  private void pull(double[] a) {
    double[] w = new double[x.columns()];
    x.transposeTimes(a, w);
    x.times(w, margins);
  }

  /** The solution of X_F X_Fᵀa = 1, of length N; empty where there is none. */
  private double[] onSupport() {
    int[] rows = IntStream.range(0, support.length).filter(i -> support[i]).toArray();
    if (rows.length == 0 || rows.length > x.columns()) {
      return new double[0];
    }
    double[] gram = x.gramOf(rows);
    for (int p = 0; p < rows.length; p++) {
      gram[p * rows.length + p] *= 1 + RIDGE;
    }
    return CholeskyFactor.of(gram, rows.length)
        .map(factor -> refined(factor, rows))
        .orElse(new double[0]);
  }

  private double[] refined(CholeskyFactor factor, int[] rows) {
    double[] a = new double[support.length];
    Arrays.fill(margins, 0);
    for (int k = 0; k <= REFINEMENTS; k++) {
      double[] missing = Arrays.stream(rows).mapToDouble(i -> 1 - margins[i]).toArray();
      double[] correction = factor.solve(missing);
      for (int p = 0; p < rows.length; p++) {
        a[rows[p]] += correction[p];
      }
      pull(a);
    }
    return a;
  }
}
