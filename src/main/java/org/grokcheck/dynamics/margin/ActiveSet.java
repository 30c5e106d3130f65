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
  private static final int REFINEMENTS = 12;

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
   * A candidate.
   *
   * @param multipliers a, of length N
   * @param weight Σ aᵢxᵢ
   */
  record Solution(double[] multipliers, double[] weight) {}

  /**
   * The primal-dual active set method: put all points with margin below 1 into F, take all those
   * with a negative multiplier out, as long as the number of such points falls. Few rounds, but may
   * cycle.
   */
  Optional<Solution> pivot() {
    int least = Integer.MAX_VALUE;
    int patience = 2;
    for (int round = 0; round < PIVOT_ROUNDS; round++) {
      Optional<Solution> found = onSupport();
      if (found.isEmpty()) {
        return found;
      }
      double[] a = found.get().multipliers();
      x.times(found.get().weight(), margins);
      double most = Vectors.largest(a);
      int[] wrong =
          IntStream.range(0, support.length)
              .filter(i -> support[i] ? a[i] < -1e-14 * most : tooNear(i))
              .toArray();
      if (wrong.length == 0) {
        return found;
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
  Optional<Solution> descend(int rounds) {
    int entered = -1;
    for (int round = 0; round < rounds; round++) {
      Optional<Solution> found = onSupport();
      if (found.isEmpty()) {
        return found;
      }
      if (!advance(found.get().multipliers())) {
        continue;
      }
      x.times(found.get().weight(), margins);
      int nearest = nearest();
      if (nearest < 0 || !tooNear(nearest)) {
        return found;
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

  /** The solution of X_F X_Fᵀa = 1; empty where there is none. */
  private Optional<Solution> onSupport() {
    int[] rows = IntStream.range(0, support.length).filter(i -> support[i]).toArray();
    if (rows.length == 0 || rows.length > x.columns()) {
      return Optional.empty();
    }
    double[] gram = x.gramOf(rows);
    for (int p = 0; p < rows.length; p++) {
      gram[p * rows.length + p] *= 1 + RIDGE;
    }
    return CholeskyFactor.of(gram, rows.length).map(factor -> refined(factor, rows));
  }

  /**
   * Corrects as long as the worst margin on F comes at least twice as close to 1. The weight takes
   * part in its own right: summed anew from large multipliers it would lose digits.
   */
  private Solution refined(CholeskyFactor factor, int[] rows) {
    int n = support.length;
    Solution best = new Solution(new double[n], new double[x.columns()]);
    double error = 2;
    Solution next = best;
    for (int k = 0; k <= REFINEMENTS; k++) {
      x.times(next.weight(), margins);
      double[] missing = Arrays.stream(rows).mapToDouble(i -> 1 - margins[i]).toArray();
      double reached = Vectors.largest(missing);
      if (!(reached <= error / 2)) {
        break;
      }
      error = reached;
      best = next;
      next = corrected(best, factor.solve(missing), rows);
    }
    return best;
  }

  private Solution corrected(Solution from, double[] correction, int[] rows) {
    double[] change = new double[support.length];
    for (int p = 0; p < rows.length; p++) {
      change[rows[p]] = correction[p];
    }
    double[] weight = new double[x.columns()];
    x.transposeTimes(change, weight);
    Vectors.add(1, from.weight(), weight);
    Vectors.add(1, from.multipliers(), change);
    return new Solution(change, weight);
  }
}
