package org.grokcheck.dynamics.margin;

import java.util.Optional;
import org.grokcheck.compute.linear.CholeskyFactor;
import org.grokcheck.compute.linear.DataMatrix;
import org.grokcheck.compute.linear.Vectors;
import org.grokcheck.dynamics.margin.HardMargin.Residuals;

/**
 * Guesses the support by first-order steps on large data, completes it by the active set method,
 * and falls back on the interior-point method where that cycles.
 */
final class HardMarginSearch {
  /** Entries below which the interior-point method costs nothing. */
  private static final int SMALL = 20_000;

  private static final int FIRST_ORDER_STEPS = 300;

  /** Dimensions a point, measured on Gaussian points, from which few steps find the support. */
  private static final double FAR = 0.55;

  /** Below this none do. */
  private static final double CLOSE = 0.51;

  private static final int INTERIOR_STEPS = 80;
  private static final int STEPS_BETWEEN_PROOFS = 6;
  private static final double GOOD = 1e-11;

  private final UnitRows unit;
  private final DataMatrix x;
  private final int exponent;

  HardMarginSearch(DataMatrix original) {
    unit = UnitRows.allOf(original);
    x = unit.points();
    exponent = unit.exponents()[0];
  }

  Optional<HardMargin> find() {
    Optional<HardMargin> first = Optional.empty();
    double ratio = (double) x.columns() / x.rows();
    if ((long) x.rows() * x.columns() > SMALL && ratio > CLOSE) {
      int steps = ratio > FAR ? FIRST_ORDER_STEPS : 4 * FIRST_ORDER_STEPS;
      double[] a = AcceleratedDual.multipliers(x, steps);
      first = complete(a, new double[a.length], 0).filter(HardMarginSearch::isGood);
    }
    return first.isPresent() ? first : interior();
  }

  /** The result from a guess of the support: the points with a larger multiplier than slack. */
  private Optional<HardMargin> complete(double[] a, double[] slacks, int rounds) {
    double[] start = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      start[i] = a[i] > slacks[i] ? a[i] : 0;
    }
    return new ActiveSet(x, start)
        .pivot()
        .or(() -> new ActiveSet(x, start).descend(rounds))
        .flatMap(this::fromSolution);
  }

  private Optional<HardMargin> fromSolution(ActiveSet.Solution solution) {
    double[] a = solution.multipliers();
    for (int i = 0; i < a.length; i++) {
      a[i] = Math.max(0, a[i]);
    }
    return result(solution.weight(), a);
  }

  private Optional<HardMargin> interior() {
    InteriorPoint method = new InteriorPoint(x);
    Optional<HardMargin> best = Optional.empty();
    for (int k = 0; k < INTERIOR_STEPS && method.step(); k++) {
      double level = Vectors.least(method.margins());
      if (level <= 0
          && k % STEPS_BETWEEN_PROOFS == STEPS_BETWEEN_PROOFS - 1
          && inseparable(method)) {
        return Optional.empty();
      }
      if (level <= 0 || method.gap() > 1e-3 * level) {
        continue;
      }
      double scale = 1 / method.level();
      double[] w = scaled(method.weight(), scale);
      double[] a = scaled(method.multipliers(), scale);
      best = better(best, result(w, a));
      if (method.gap() < 1e-6 * level) {
        best = better(best, complete(a, scaled(method.slacks(), scale), rounds()));
        best = better(best, onFace(w, a, scaled(method.slacks(), scale)));
      }
      if (best.filter(HardMarginSearch::isGood).isPresent()) {
        break;
      }
    }
    return best;
  }

  private static boolean isGood(HardMargin margin) {
    return margin.residuals().largest() < GOOD;
  }

  /** Rounds of one point each: all that may be needed where they are cheap. */
  private int rounds() {
    return (long) x.rows() * x.columns() > SMALL ? 12 : 4 * x.rows() + 20;
  }

  private boolean inseparable(InteriorPoint method) {
    double[] a = scaled(method.multipliers(), 1 / Vectors.largest(method.multipliers()));
    return OriginWeights.prove(x, unit.radius(), a).isPresent();
  }

  private static Optional<HardMargin> better(Optional<HardMargin> p, Optional<HardMargin> q) {
    if (p.isEmpty() || q.isEmpty()) {
      return p.isEmpty() ? q : p;
    }
    return p.get().residuals().largest() <= q.get().residuals().largest() ? p : q;
  }

  /**
   * Where more points are active than there are dimensions, projects w on the solutions of X_F w =
   * 1 and a on those of X_Fᵀa = w, in the metric of the multipliers.
   */
  private Optional<HardMargin> onFace(double[] w, double[] a, double[] slacks) {
    int d = x.columns();
    double[] weights = a.clone();
    for (int i = 0; i < a.length; i++) {
      weights[i] = a[i] > slacks[i] ? a[i] : 0;
    }
    double[] gram = new double[d * d];
    x.weightedGram(weights, gram);
    Optional<CholeskyFactor> factor = CholeskyFactor.of(gram, d);
    if (factor.isEmpty()) {
      return Optional.empty();
    }
    double[] point = w.clone();
    double[] multipliers = weights.clone();
    for (int k = 0; k < 3; k++) {
      toFace(factor.get(), weights, point);
      toStationary(factor.get(), weights, point, multipliers);
    }
    return Vectors.least(multipliers) >= 0 ? result(point, multipliers) : Optional.empty();
  }

  private void toFace(CholeskyFactor factor, double[] weights, double[] w) {
    double[] z = new double[x.rows()];
    double[] right = new double[x.columns()];
    x.weightedSum(w, (i, margin) -> weights[i] * (1 - margin), z, right);
    Vectors.add(1, factor.solve(right), w);
  }

  private void toStationary(CholeskyFactor factor, double[] weights, double[] w, double[] a) {
    double[] r = new double[x.columns()];
    double[] z = new double[x.rows()];
    x.transposeTimes(a, r);
    Vectors.add(-1, w, r);
    x.times(factor.solve(r), z);
    for (int i = 0; i < z.length; i++) {
      a[i] -= weights[i] * z[i];
    }
  }

  private static double[] scaled(double[] v, double factor) {
    double[] out = new double[v.length];
    Vectors.add(factor, v, out);
    return out;
  }

  /**
   * The solution in the units of the data, with its residuals; empty unless all margins are
   * positive.
   */
  private Optional<HardMargin> result(double[] w, double[] a) {
    // Margins are near 1 here, so that components lost in scaling don't reach the last digit.
    double least = ExactMargins.least(x, w);
    if (!(least > 0)) {
      return Optional.empty();
    }
    double[] z = new double[x.rows()];
    x.times(w, z);
    double upNorm = Vectors.norm(w) * (1 + (w.length + 4) * 0x1p-53);
    double sum = Vectors.sum(a) * (1 - (a.length + 4) * 0x1p-53);
    double above = BoundedProducts.combination(x, a).normBound() / sum * (1 + 0x1p-52);
    return Optional.of(
        new HardMargin(
            rescaled(w, -exponent),
            rescaled(rescaled(a, -exponent), -exponent),
            residuals(w, a, z),
            Math.scalb(Math.nextDown(least / upNorm), exponent),
            Math.scalb(above, exponent)));
  }

  private Residuals residuals(double[] w, double[] a, double[] z) {
    double[] difference = new double[w.length];
    x.transposeTimes(a, difference);
    Vectors.add(-1, w, difference);
    double norm = Vectors.norm(w);
    double sum = Vectors.sum(a);
    double complementarity = 0;
    for (int i = 0; i < z.length; i++) {
      complementarity = Math.max(complementarity, a[i] * Math.abs(z[i] - 1));
    }
    return new Residuals(
        Math.max(0, 1 - Vectors.least(z)),
        Vectors.norm(difference) / norm,
        complementarity / sum,
        Math.abs(norm * norm - sum) / (norm * norm));
  }

  private static double[] rescaled(double[] v, int exponent) {
    double[] out = v.clone();
    for (int i = 0; i < out.length; i++) {
      out[i] = Math.scalb(out[i], exponent);
    }
    return out;
  }
}
